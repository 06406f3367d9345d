import { Server as NetServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { limits } from '../contract/contract.ts';

/** Milliseconds in which requests that were on their way when the end began are still answered. */
const drain = 300;

/**
 * Sees to it that close() loses no request: no connection is taken any more, and for a moment what arrives on those that
 * are there is answered, with Connection: close; then what was begun is answered, and what does not end within five
 * seconds (a request that never arrives whole) is cut off.
 */
export function endWithGrace(app: FastifyInstance): { isClosed(): boolean } {
  let state: 'open' | 'draining' | 'closed' = 'open';
  app.addHook('preClose', async () => {
    state = 'draining';
    if (app.server.listening) {
      // Node's own close() would also reset connections whose next request is on its way.
      NetServer.prototype.close.call(app.server);
      await new Promise((resolve) => setTimeout(resolve, drain));
    }
    state = 'closed';
    setTimeout(() => app.server.closeAllConnections(), limits.deadline).unref();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (state !== 'open') reply.header('connection', 'close');
    done();
  });
  return { isClosed: () => state === 'closed' };
}
