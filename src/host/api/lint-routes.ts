import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import type { Served } from './served.ts';

/** What lint says of a connector's package, and the safe fixes made in its files. */
export function addLintRoutes(app: FastifyInstance, { host, lint }: Served): void {
  const known = () => {
    if (lint) return lint;
    throw new CodedError('NOT_FOUND', 'This host does not lint packages: saleskit dev does.');
  };
  app.get<{ Params: { key: string } }>('/api/connectors/:key/lint', async ({ params }) =>
    known().findingsOf(host.get(params.key)),
  );
  app.post<{ Params: { key: string } }>('/api/connectors/:key/mend', async ({ params }) => {
    const files = await known().mend(host.get(params.key));
    await host.reload(params.key);
    return { files };
  });
}
