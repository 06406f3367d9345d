/** src/own-api.ts of a project: how an API of one's own is called, and authenticated as its document asks. */
import type { OwnSecurity } from './own-security.ts';
import { propertyKey, quoted } from './typescript-text.ts';

/** What the module needs for its API's way of authenticating. */
interface Access {
  readonly comment: string;
  /** Members of headers and query. */
  readonly header?: string;
  readonly query?: string;
}

/** The environment variable with the secret of this way; undefined where it takes none. */
export function secretOf(security: OwnSecurity | undefined): string | undefined {
  if (security === undefined || security.kind === 'user') return undefined;
  return { key: 'API_KEY', bearer: 'API_TOKEN', basic: 'API_CREDENTIALS' }[security.kind];
}

function accessOf(security: OwnSecurity | undefined): Access {
  const secret = `process.env.${secretOf(security)} ?? ''`;
  if (security === undefined)
    return { comment: 'TODO: authenticate as your API wants it; its document does not say how.' };
  switch (security.kind) {
    case 'user':
      return {
        comment:
          "TODO: ask in the user's name: backEnd takes token: onBehalfOf({ ... }), or callersToken where your API takes the same token.",
      };
    case 'bearer':
      return { comment: shared('API_TOKEN is one token'), header: `authorization: \`Bearer \${${secret}}\`` };
    case 'basic':
      return {
        comment: shared('API_CREDENTIALS is one user:password'),
        header: `authorization: \`Basic \${Buffer.from(${secret}).toString('base64')}\``,
      };
    case 'key':
      return { comment: shared('API_KEY is one key'), ...keyIn(security, secret) };
  }
}

const shared = (what: string) =>
  `TODO: ${what} for all: where each customer has one of its own, choose it by context.tenant.`;

function keyIn({ in: place, name }: OwnSecurity & { kind: 'key' }, secret: string): Partial<Access> {
  if (place === 'cookie') return { header: `cookie: ${quoted(`${name}=`)} + (${secret})` };
  const member = `${propertyKey(name)}: ${secret}`;
  return place === 'query' ? { query: member } : { header: member };
}

/** The module. */
export function ownApiCode(security: OwnSecurity | undefined): string {
  const { comment, header, query } = accessOf(security);
  const headers = ["accept: 'application/json'", "...(body && { 'content-type': 'application/json' })", header];
  const queried = query ? `query: { ...query, ${query} }` : 'query';
  return `/** Calls the API of the application: at API_URL, whose paths begin where those of its OpenAPI document do. */
import { type BackEnd, backEnd, ConnectorError, type Context } from 'saleskit/connector';

export interface OwnRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What statuses of the API mean, beside 401, 403, 404 and 429; what is not told here is trouble (503). */
const failures = {
  400: 'INVALID_PARAMETER',
  413: 'INVALID_PARAMETER',
  414: 'INVALID_PARAMETER',
  422: 'INVALID_PARAMETER',
  431: 'INVALID_PARAMETER',
} as const;

const { API_URL } = process.env;
const api = API_URL ? backEnd({ url: originOf(API_URL), failures }) : undefined;

/** What the API answers. It has four of the five seconds; a failure of it becomes the documented error. */
export async function askOwnApi<Answer>(request: OwnRequest, context: Context): Promise<Answer> {
  const { method, path, query = {}, body } = request;
  // ${comment}
  const headers = { ${headers.filter(Boolean).join(', ')} };
  const init = { method, headers, ${queried}, ...(body && { body: JSON.stringify(body) }) };
  return (await ownApi().json(context, path, init).catch(told(request, context))) as Answer;
}

function ownApi(): BackEnd {
  if (!api) throw new Error('API_URL is not set: it names your API, in local.env for your own machine.');
  return api;
}

/** Scheme, host and port of an address. */
function originOf(address: string): string {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  const example = 'Write one such as https://api.example.com (in local.env for your own machine).';
  throw new Error(\`API_URL is "\${address}", which is no address. \${example}\`);
}

/** Tells the log which request failed, and why. What it asked for, and by which key, stays out of it. */
function told({ method, path }: OwnRequest, { log }: Context): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ConnectorError)) throw error;
    const { pathname } = new URL(path, API_URL);
    const what = \`\${method} \${API_URL && originOf(API_URL)}\${pathname} (at API_URL): \${reasonOf(error)}\`;
    if (error.code !== 'SERVICE_UNAVAILABLE') {
      log.warn(\`\${what} It is answered as \${error.code}.\`);
      throw error;
    }
    const { code, message, headers } = error;
    throw new ConnectorError(code, message, { headers, cause: new Error(what, { cause: error }) });
  };
}

/** The innermost cause, such as: connect ECONNREFUSED 127.0.0.1:3000. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || String((error as NodeJS.ErrnoException).code);
}
`;
}
