/** The host's HTTP API and, until the pane is there, a plain page. For this machine only. */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { CodedError } from '../../core/coded-error.ts';
import { processTelemetry } from '../../telemetry/telemetry.ts';
import { addCallRoutes } from './call-routes.ts';
import { addConnectionRoutes } from './connection-routes.ts';
import { addConnectorRoutes } from './connector-routes.ts';
import { toldErrorAnswerOf } from './error-answer.ts';
import { addFailureRoutes } from './failure-routes.ts';
import { largestBody, takeJsonObjects } from './json-body.ts';
import { addLintRoutes } from './lint-routes.ts';
import { pageSecurity } from './page.ts';
import { addPane } from './pane-files.ts';
import { plainPage } from './plain-page.ts';
import { addProfileRoutes } from './profile-routes.ts';
import type { Served } from './served.ts';
import { addSurfaceRoutes } from './surface-routes.ts';
import { addWorldRoutes } from './world-routes.ts';

/** Builds the server; nothing listens yet. `pane` is the folder of the built pane; without it a plain page is served. */
export async function createHostServer(served: Served, pane?: string): Promise<FastifyInstance> {
  const telemetry = await processTelemetry();
  const app = Fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    http: { maxHeaderSize: 65_536 },
    frameworkErrors: answerError,
  });
  if (telemetry) app.addHook('onClose', () => telemetry.flush());
  takeJsonObjects(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    refuseForeign(request);
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ code: 'NOT_FOUND', message: `Nothing is at ${request.method} ${request.url.split('?', 1)[0]}.` }),
  );
  if (pane) addPane(app, pane);
  else
    app.get('/', async (_request, reply) => {
      reply.headers({ 'content-security-policy': pageSecurity });
      return reply.type('text/html; charset=utf-8').send(plainPage(served));
    });
  addConnectorRoutes(app, served);
  addConnectionRoutes(app, served);
  addCallRoutes(app, served);
  addSurfaceRoutes(app, served);
  addProfileRoutes(app, served);
  addWorldRoutes(app, served);
  addFailureRoutes(app, served);
  addLintRoutes(app, served);
  await app.ready();
  return app;
}

/** An error as JSON; a bug of ours is told on standard error. */
function answerError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, message } = toldErrorAnswerOf(error);
  reply.code(status).send({ code, message });
}

/** Pages of other sites, and names that were rebound to this machine, do not get in. */
function refuseForeign({ headers, method, url }: FastifyRequest): void {
  const { host, origin, 'sec-fetch-site': site } = headers;
  const isLocal = (name: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(name);
  if (host !== undefined && !isLocal(host))
    throw new CodedError('INVALID_ARGUMENT', 'The host answers to localhost only.');
  const isPage = (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/');
  if (isPage) return;
  // A picture or script of another page sends no Origin; which page asks, browsers tell all the same (Fetch Metadata).
  const isAskedByOther = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isAskedByOther || (origin !== undefined && URL.parse(origin)?.host !== host))
    throw new CodedError('INVALID_ARGUMENT', 'Pages of other sites may not call the host.');
}

/** Listens on this machine; a port that cannot be had is a clear error (CodedError USAGE), which names the option for it. */
export async function listenHost(app: FastifyInstance, port: number, option = '--port'): Promise<string> {
  try {
    return await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const words = code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${code})`;
    throw new CodedError('USAGE', `Port ${port} ${words}. Choose another with ${option}.`, { cause: error });
  }
}
