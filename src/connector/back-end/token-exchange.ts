/** What is asked of a token issuer, by openid-client: a token of another API for the same user. */
import type { Configuration } from 'openid-client';
import type { ErrorCode } from '../../contract/contract.ts';
import { ConnectorError } from '../connector-error.ts';
import { unavailable } from './circuit.ts';

/** Where tokens are exchanged, by which client, and for what. */
export interface ExchangeOptions {
  /** The issuer's URL; {tenantid} in it stands for the tenant of the call (Entra ID, multi-tenant). */
  readonly issuer: string;
  /** The connector's own app registration: the audience of the tokens that it is called with. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The back end's scope: api://…/access_as_user. */
  readonly scope: string;
  /** `on-behalf-of` for Entra ID, by default; `token-exchange` (RFC 8693) for other issuers. */
  readonly grant?: ExchangeGrant | undefined;
  /** What else the issuer wants to be told, such as `resource` or `audience`. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** How a token is exchanged: as Entra ID has it, or by RFC 8693. */
export type ExchangeGrant = 'on-behalf-of' | 'token-exchange';

/** A token of the back end, and the milliseconds that it is good for as far as the issuer says. */
export interface ExchangedToken {
  readonly token: string;
  readonly lifetime?: number;
}

type OpenIdClient = typeof import('openid-client');

interface Grant {
  readonly type: string;
  /** The error that an issuer answers to a token that does not hold. */
  readonly tokenRefused: string;
  parameters(token: string): Record<string, string>;
}

/** Sources: Microsoft identity platform, on-behalf-of flow; RFC 8693, sections 2.1 and 2.2.2. */
const grants: Readonly<Record<ExchangeGrant, Grant>> = {
  'on-behalf-of': {
    type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    tokenRefused: 'invalid_grant',
    parameters: (assertion) => ({ assertion, requested_token_use: 'on_behalf_of' }),
  },
  'token-exchange': {
    type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    tokenRefused: 'invalid_request',
    parameters: (token) => ({
      subject_token: token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    }),
  },
};

/** What an issuer's refusal is to the caller. Every other is a mistake in our registration. */
const refusals: Readonly<Record<string, ErrorCode>> = {
  invalid_grant: 'INVALID_TOKEN_SPECIFIED',
  interaction_required: 'INVALID_TOKEN_SPECIFIED',
  login_required: 'INVALID_TOKEN_SPECIFIED',
  consent_required: 'INSUFFICIENT_PERMISSIONS',
  access_denied: 'INSUFFICIENT_PERMISSIONS',
};
const words: Partial<Record<ErrorCode, string>> = {
  INVALID_TOKEN_SPECIFIED: 'The token cannot be exchanged for one of the back end. Sign in again.',
  INSUFFICIENT_PERMISSIONS: 'The back end may not be asked on your behalf: consent is missing.',
  INTERNAL_SERVER_ERROR: 'The connector may not exchange tokens: its registration is not complete.',
};

const timeoutSeconds = 2;
const mostTenants = 1000;
const longestClaims = 4096;

/** Exchanges tokens as one client of an issuer. Its errors carry neither tokens nor secrets. */
export function tokenExchange(options: ExchangeOptions): (tenant: string, token: string) => Promise<ExchangedToken> {
  const { issuer, scope, parameters } = options;
  const grant = grants[options.grant ?? 'on-behalf-of'];
  // Loaded now: a connector that exchanges nothing starts without it.
  const loaded = import('openid-client');
  const configurations = new Map<string, Promise<Configuration>>();

  const configurationOf = (client: OpenIdClient, tenant: string): Promise<Configuration> => {
    const address = issuer.replace('{tenantid}', encodeURIComponent(tenant));
    const known = configurations.get(address);
    if (known) return known;
    const discovered = discover(client, address, options);
    discovered.catch(() => configurations.delete(address));
    if (configurations.size >= mostTenants) configurations.delete(configurations.keys().next().value ?? '');
    configurations.set(address, discovered);
    return discovered;
  };

  return async (tenant, token) => {
    const client = await loaded;
    try {
      const configuration = await configurationOf(client, tenant);
      const asked = { ...parameters, scope, ...grant.parameters(token) };
      const { access_token, expires_in } = await client.genericGrantRequest(configuration, grant.type, asked);
      return { token: access_token, ...(expires_in !== undefined && { lifetime: expires_in * 1000 }) };
    } catch (error) {
      throw refusalOf(client, grant, error as Error);
    }
  };
}

/** Whether an exchange failed for the issuer's sake, not for the token's. */
export function isIssuerDown(error: unknown): boolean {
  return error instanceof ConnectorError && error.code === 'SERVICE_UNAVAILABLE';
}

async function discover(
  client: OpenIdClient,
  issuer: string,
  { clientId, clientSecret }: ExchangeOptions,
): Promise<Configuration> {
  const url = new URL(issuer);
  const configuration = await client.discovery(url, clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    execute: isLoopback(url) ? [client.allowInsecureRequests] : [],
  });
  const endpoint = URL.parse(configuration.serverMetadata().token_endpoint ?? '');
  if (endpoint?.protocol === 'https:' || (endpoint && isLoopback(endpoint))) return configuration;
  throw new client.ClientError(`The issuer ${issuer} names no token endpoint that a secret may be sent to.`);
}

function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname);
}

/** openid-client's errors carry whole answers and requests: what is handed on is made of their codes alone. */
function refusalOf({ ResponseBodyError }: OpenIdClient, { tokenRefused }: Grant, error: Error): ConnectorError {
  if (!(error instanceof ResponseBodyError) || error.status >= 500 || error.status === 429) {
    const { name, code } = error as { name: string; code?: string };
    const cause = new Error(`No token was exchanged: ${name} ${code ?? ''} ${error.message}`.slice(0, 300));
    return unavailable('The token issuer does not answer as it should.', 5000, cause);
  }
  const { suberror, claims } = error.cause;
  const known = error.error === tokenRefused ? 'INVALID_TOKEN_SPECIFIED' : refusals[error.error];
  const code = refusals[String(suberror)] ?? known ?? 'INTERNAL_SERVER_ERROR';
  const [entraCode = ''] = /AADSTS\d+/.exec(error.error_description ?? '') ?? [];
  const cause = new Error(`The token issuer answered ${error.status} ${error.error} ${entraCode}`.trim());
  const challenge = code === 'INVALID_TOKEN_SPECIFIED' && { 'www-authenticate': challengeOf(claims) };
  return new ConnectorError(code, words[code] ?? '', { headers: { ...challenge }, cause });
}

/** Conditional access: the claims that the user's next token must have go to the caller, as Entra ID wants it. */
function challengeOf(claims: unknown): string {
  if (typeof claims !== 'string' || claims.length > longestClaims) return 'Bearer error="invalid_token"';
  return `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
}
