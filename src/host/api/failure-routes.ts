import type { FastifyInstance } from 'fastify';
import type { Served } from './served.ts';

/** Why the newest state is not shown: programs that have ended, then packages that cannot be read. */
export function addFailureRoutes(app: FastifyInstance, { host, programFailures }: Served): void {
  app.get('/api/failures', async () => [
    ...(programFailures?.() ?? []),
    ...host.connectors().flatMap(({ failure }) => failure ?? []),
  ]);
}
