import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import { recordAsGiven } from '../world/crm-record.ts';
import type { Mail } from '../world/mail.ts';
import { mailFields, mailOfEml, mailOfFields } from '../world/read-mail.ts';
import { parseCrm, parseRecordReference } from '../world/record-reference.ts';
import { addToWorld, type Served } from './served.ts';
import { mailView, recordView, worldView } from './world-view.ts';

type Body = Readonly<Record<string, unknown>>;

/** The seller's world, and one's own added to it. */
export function addWorldRoutes(app: FastifyInstance, served: Served): void {
  let mails = 0;
  app.get('/api/world', async () => worldView(served.world));
  app.post<{ Body: Body }>('/api/world/records', async ({ body }, reply) => {
    const { record, name, crm = 'dynamics365' } = body;
    if (typeof record !== 'string') throw invalid('record: TYPE:ID is expected.');
    if (typeof crm !== 'string') throw invalid('crm: dynamics365 or salesforce[:ORG-URL] is expected.');
    if (name !== undefined && typeof name !== 'string') throw invalid('name: a text is expected.');
    const given = recordAsGiven(parseRecordReference(record), parseCrm(crm));
    const own = name ? { ...given, name } : given;
    addToWorld(served, { records: [own] });
    return reply.code(201).send(recordView(own));
  });
  app.post<{ Body: Body }>('/api/world/mails', async ({ body }, reply) => {
    const mail = await mailOf(body);
    const own = { ...mail, id: `own-mail-${++mails}` };
    addToWorld(served, { mails: [own] });
    return reply.code(201).send(mailView(own));
  });
}

/** From the text of an .eml file, or from the fields of resourceData. */
async function mailOf(body: Body): Promise<Mail> {
  if (body.eml !== undefined) {
    if (typeof body.eml !== 'string') throw invalid('eml: the text of an .eml file is expected.');
    return mailOfEml(new TextEncoder().encode(body.eml), 'eml');
  }
  const mail = mailOfFields(body, 'the request');
  if (mail.subject || mail.plaintextBody || mail.fullHtmlBody) return mail;
  throw invalid(
    `A mail has at least one of subject, plaintextBody and fullHtmlBody, or eml: the text of an .eml file. The fields are ${mailFields.join(', ')}.`,
  );
}

function invalid(message: string): CodedError {
  return new CodedError('INVALID_ARGUMENT', message);
}
