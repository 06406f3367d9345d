/** A connector as a service of its own: hardened, observable, and ended with grace. */

import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { CodedError } from '../core/coded-error.ts';
import { processTelemetry } from '../telemetry/telemetry.ts';
import { AnswerLog } from './answer-log.ts';
import type { Authentication } from './authentication.ts';
import { answerClientError, answerOnSocket, answerUnknownExpectation } from './bare-answers.ts';
import { ConnectorError } from './connector-error.ts';
import type { Connector } from './connector-options.ts';
import { endWithGrace } from './end-with-grace.ts';
import { answerError } from './error-answers.ts';
import { frame } from './frame.ts';
import { indexJson, indexPage } from './index-page.ts';
import { requestIdFrom } from './request-id.ts';
import { shedLoad } from './shed-load.ts';
import { countOf, type Throttle, type ThrottleOptions, throttle } from './throttle.ts';

/** How a connector runs as a service. All of it may be left out. */
export interface ServiceOptions {
  /** Calls per connection; no throttle where absent. */
  readonly throttle?: ThrottleOptions | undefined;
  /** pino's level, `info` by default: one line a request. */
  readonly logLevel?: string | undefined;
  /** Where log lines go; standard error by default. */
  readonly logTo?: { write(line: string): void } | undefined;
  /** The address that the world knows, where it is not the Host header's: https://sales.contoso.com. */
  readonly publicUrl?: string | undefined;
  /** Further routes of the application, under the same authentication, errors and log. */
  readonly routes?: Routes | undefined;
  /** Routes for callers who are no sellers, such as the application's own systems, each set with its own authentication. */
  readonly otherCallers?: readonly RoutesOfCallers[] | undefined;
  /** Milliseconds by which the event loop may be late before calls are refused; 100 by default, 0 for never. */
  readonly shedAt?: number | undefined;
  /** Milliseconds for a request to arrive whole. */
  readonly requestTimeout?: number | undefined;
}

/** Adds routes to a scope that authenticates. */
export type Routes = (scope: FastifyInstance) => void | Promise<void>;

/** Routes, and who may call them. */
export interface RoutesOfCallers {
  readonly authentication: Authentication;
  readonly routes: Routes;
}

/** A Fastify 5 instance. */
export type Service = FastifyInstance;

const longestUrl = 8192;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Builds the service; nothing listens yet. */
export async function createService(connector: Connector, options: ServiceOptions = {}): Promise<Service> {
  const { requestTimeout = 15_000 } = options;
  const telemetry = await processTelemetry(connector.options.title);
  const app = Fastify({
    logger: { level: options.logLevel ?? 'info', stream: options.logTo ?? process.stderr },
    logController: new AnswerLog(),
    genReqId: (request) => requestIdFrom(request.headers['x-ms-client-request-id']),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout,
    keepAliveTimeout: 72_000,
    http: {
      headersTimeout: Math.min(10_000, requestTimeout),
      requireHostHeader: false,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply, request.id);
    },
  });

  const ending = endWithGrace(app);
  app.addHook('onRequest', async (request) => {
    if (ending.isClosed()) {
      throw new ConnectorError('SERVICE_UNAVAILABLE', 'The service is shutting down.', {
        headers: { 'retry-after': '1' },
      });
    }
    const { headers, raw } = request;
    if (headers.host === undefined && raw.httpVersion === '1.1') {
      throw new ConnectorError('BAD_REQUEST', 'The request has no Host header.');
    }
    if (raw.url && raw.url.length > longestUrl) {
      throw new ConnectorError('URI_TOO_LONG', `The address has more than ${longestUrl} characters.`);
    }
    if (request.is404) throw unknownAddress(app, request);
  });
  app.server.on('checkExpectation', answerUnknownExpectation);
  app.server.on('connect', (_request, socket) =>
    answerOnSocket(socket as Socket, 'METHOD_NOT_ALLOWED', 'This is no proxy.'),
  );
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, request.id));

  if (telemetry) app.addHook('onClose', () => telemetry.flush());

  addPublicRoutes(app, connector, options);
  const { auth, budget } = connector.options;
  const sellers = options.routes ? [{ authentication: auth, routes: options.routes }] : [];
  await app.register(async (calls) => {
    const throttle = options.throttle && (await throttleOf(app, options.throttle));
    await shedLoad(calls, telemetry, options.shedAt);
    await connector.plugin(calls, { throttle });
    for (const { authentication, routes } of [...sellers, ...(options.otherCallers ?? [])]) {
      await calls.register(async (scope) => {
        frame(scope, { authentication, negotiate: connector.negotiate, budget, telemetry });
        await routes(scope);
      });
    }
  });
  await app.ready();
  return app;
}

async function throttleOf(app: FastifyInstance, options: ThrottleOptions): Promise<Throttle> {
  const count = await countOf(options, app.log);
  app.addHook('onClose', () => count.close());
  return throttle(options, count);
}

/**
 * Listens, and gives the address. Refuses to leave loopback without authentication; a taken port is a clear error
 * (CodedError USAGE). `names` are what the user knows the settings by, for messages.
 */
export async function listen(
  app: Service,
  connector: Connector,
  {
    host,
    port,
    names = { host: 'HOST', port: 'PORT', auth: 'authentication' },
  }: {
    readonly host: string;
    readonly port: number;
    readonly names?: { readonly host: string; readonly port: string; readonly auth: string };
  },
): Promise<string> {
  if (connector.options.auth.open && !isLoopback(host)) {
    throw new CodedError(
      'USAGE',
      `Authentication is off, so only loopback will do: ${names.host} ${host} needs ${names.auth}.`,
    );
  }
  try {
    const { level } = app.log;
    app.log.level = 'warn';
    const address = await app.listen({ host, port });
    app.log.level = level;
    return address;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CodedError('USAGE', `Port ${port} is taken. Choose another with ${names.port}.`);
    if (code === 'EACCES')
      throw new CodedError('USAGE', `Port ${port} needs privileges. Choose one above 1023 with ${names.port}.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new CodedError('USAGE', `This machine has no address ${host}. Choose another with ${names.host}.`);
    }
    throw error;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** What needs no user: the index, the definition, health. */
function addPublicRoutes(app: FastifyInstance, connector: Connector, { publicUrl }: ServiceOptions): void {
  const addressOf = (request: FastifyRequest) => {
    const url = URL.parse(publicUrl ?? `http://${request.headers.host ?? 'localhost'}`);
    if (!url) throw new ConnectorError('BAD_REQUEST', 'The Host header names no host.');
    return { host: url.host, scheme: url.protocol === 'https:' ? ('https' as const) : ('http' as const) };
  };
  app.get('/', async (request, reply) => {
    const html = request.headers.accept?.includes('text/html');
    if (!html) return noStore(reply).send(indexJson(connector));
    reply.headers({ 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'", vary: 'accept' });
    return noStore(reply).type('text/html; charset=utf-8').send(indexPage(connector));
  });
  app.get('/apiDefinition.swagger.json', async (request, reply) => {
    return noStore(reply).send(connector.definition(addressOf(request)));
  });
  app.get('/health/live', async (_request, reply) => noStore(reply).send({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await connector.options.ready?.();
    } catch (cause) {
      throw new ConnectorError('SERVICE_UNAVAILABLE', 'The connector is not ready.', { cause });
    }
    return noStore(reply).send({ status: 'ready' });
  });
}

function noStore(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}

/** 404, or 405 where the address has another method; before any body is read. */
function unknownAddress(app: FastifyInstance, request: FastifyRequest): ConnectorError {
  const url = request.url.split('?', 1)[0] ?? '/';
  const allowed = methods.filter((method) => app.hasRoute({ method, url }));
  return allowed.length > 0
    ? new ConnectorError('METHOD_NOT_ALLOWED', `This address takes ${allowed.join(' and ')}.`, {
        headers: { allow: allowed.join(', ') },
      })
    : new ConnectorError('PATH_NOT_FOUND', 'Nothing is at this address. GET / names the actions.');
}
