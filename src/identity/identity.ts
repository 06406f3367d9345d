/** The public file of the room: a local OpenID provider that stands in for Microsoft Entra ID. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '../core/coded-error.ts';
import type { Resource } from './access-token.ts';
import { createProvider, type IdentityClient, type ProviderSettings } from './provider.ts';
import { sellers as ourSellers, type Seller } from './sellers.ts';
import { answerSignIn, signInPath } from './sign-in.ts';

export { newSigningKey } from './provider.ts';
export { silentGrantType } from './silent-grant.ts';
export type { IdentityClient, Resource, Seller };

export interface IdentityOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** An address of loopback, 127.0.0.1 by default: whoever reaches it may be any seller. */
  readonly host?: string;
  readonly clients: readonly IdentityClient[];
  readonly resources: readonly Resource[];
  /** Kenny Smith, Sara Davis and Logan Hill by default. */
  readonly sellers?: readonly Seller[];
  /** Seconds that an access token is good for; 3,600 by default. Short ones let expiry be tried. */
  readonly accessTokenLifetime?: number;
  /** One that was kept: connectors that know it need not fetch keys anew. A new one where absent. */
  readonly signingKey?: ProviderSettings['signingKey'];
  /** Is told of failures of the provider itself; nothing is written anywhere else. */
  readonly onFailure?: (error: unknown) => void;
}

/** The provider, listening. */
export interface LocalIdentity {
  /** For `--issuer`; its configuration is below /.well-known/openid-configuration. */
  readonly issuer: string;
  readonly sellers: readonly Seller[];
  /** Ends open connections too. Everything signed in is forgotten. */
  close(): Promise<void>;
}

const defaultLifetime = 3600;

/** Starts the provider. Throws a CodedError USAGE where it cannot listen. */
export async function startIdentity(options: IdentityOptions): Promise<LocalIdentity> {
  const { port, host = '127.0.0.1', clients, resources, sellers = ourSellers, onFailure = () => {} } = options;
  let answer: Answer = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const issuer = await listenOnLoopback(server, host, port);
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  try {
    const lifetime = options.accessTokenLifetime ?? defaultLifetime;
    const provider = await createProvider({
      issuer,
      clients,
      resources,
      sellers,
      lifetime,
      signingKey: options.signingKey,
    });
    const failures: NodeJS.EventEmitter = provider;
    failures.on('server_error', (_ctx, error) => onFailure(error)).on('error', onFailure);
    const protocol = provider.callback();
    answer = guarded(issuer, onFailure, (request, response) =>
      request.url?.startsWith(signInPath)
        ? answerSignIn(provider, sellers, request, response)
        : protocol(request, response),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return { issuer, sellers, close };
}

/** For what oidc-provider answers by itself. It adds the hash of its one script, which submits a form, to the policy. */
const protocolHeaders = {
  'content-security-policy': "default-src 'none'; script-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Answers only what was sent to the issuer's own host: a page elsewhere cannot reach it by a name of its own (DNS rebinding). */
function guarded(issuer: string, onFailure: (error: unknown) => void, answer: Answer): Answer {
  const { host } = new URL(issuer);
  return async (request, response) => {
    if (request.headers.host !== host) return void response.writeHead(421).end(`This is ${issuer}.\n`);
    for (const [name, value] of Object.entries(protocolHeaders)) response.setHeader(name, value);
    try {
      await answer(request, response);
    } catch (error) {
      onFailure(error);
      if (!response.headersSent) response.writeHead(500);
      response.end('The identity provider failed.\n');
    }
  };
}

async function listenOnLoopback(server: Server, host: string, port: number): Promise<string> {
  if (!/^(localhost|::1|127\.\d+\.\d+\.\d+)$/.test(host)) {
    throw new CodedError('USAGE', `The local identity provider listens on loopback only, not on ${host}.`);
  }
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject).listen(port, host, listening.resolve);
  await listening.promise.catch((cause: NodeJS.ErrnoException) => {
    const words = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
    throw new CodedError('USAGE', `Port ${port} of the identity provider ${words}. Choose another.`, { cause });
  });
  const name = host === '::1' ? '[::1]' : host;
  return `http://${name}:${(server.address() as AddressInfo).port}`;
}
