import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import { type CrmRecord, recordAsGiven } from '../world/crm-record.ts';
import { mailOfJson } from '../world/read-mail.ts';
import { parseCrm, parseRecordReference } from '../world/record-reference.ts';
import { withOwn } from '../world/world.ts';
import type { Served } from './served.ts';

/** The seller's world, and one's own added to it. */
export function addWorldRoutes(app: FastifyInstance, served: Served): void {
  app.get('/api/world', async () => {
    const { sellers, records, mails } = served.world;
    return { sellers, records, mails };
  });
  app.post<{ Body: { record?: unknown; name?: unknown; crm?: unknown } }>(
    '/api/world/records',
    async ({ body }, reply) => {
      const { record, name, crm } = body ?? {};
      if (typeof record !== 'string') throw new CodedError('INVALID_ARGUMENT', 'record: TYPE:ID is expected.');
      const given = recordAsGiven(
        parseRecordReference(record),
        parseCrm(typeof crm === 'string' ? crm : 'dynamics365'),
      );
      const own: CrmRecord = typeof name === 'string' && name !== '' ? { ...given, name } : given;
      served.world = withOwn(served.world, { records: [own] });
      return reply.code(201).send(own);
    },
  );
  app.post<{ Body: unknown }>('/api/world/mails', async ({ body }, reply) => {
    const mail = mailOfJson(JSON.stringify(body ?? null), 'the request');
    served.world = withOwn(served.world, { mails: [mail] });
    return reply.code(201).send(mail);
  });
}
