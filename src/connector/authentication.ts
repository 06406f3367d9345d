import type { SecurityDefinition } from '../contract/contract.ts';
import { ConnectorError } from './connector-error.ts';

/** Who calls, as the token says. One (tenant, user, client) is one connection of the Power Platform. */
export interface Identity {
  readonly tenant: string;
  readonly user: string;
  readonly client: string;
  /** The bearer token, for a back end that is asked on the user's behalf; absent with authentication off. */
  readonly token?: string;
}

/** The part that is put in to authenticate (G9). Handlers never see it. */
export interface Authentication {
  /** Whether anybody may call: allowed only while bound to loopback. */
  readonly open: boolean;
  /** The identity of the caller, or a ConnectorError: INVALID_TOKEN_SPECIFIED, INSUFFICIENT_PERMISSIONS. */
  identify(authorization: string | undefined): Identity | Promise<Identity>;
  /** What the definition says of it. */
  readonly security?: SecurityDefinition;
  /** connectionParameters of apiProperties.json. */
  readonly connectionParameters?: Readonly<Record<string, unknown>>;
}

/** No authentication: every caller is the same connection of one tenant. For one's own machine only. */
export function authenticationOff(tenant: string): Authentication {
  const identity: Identity = { tenant, user: 'anyone', client: 'anyone' };
  return { open: true, identify: () => identity };
}

/** The token of an Authorization header of the Bearer scheme (RFC 6750). */
export function bearerToken(authorization: string | undefined): string {
  const [, token] = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(authorization ?? '') ?? [];
  if (token) return token;
  if (authorization) throw tokenRefused('The Authorization header carries no bearer token.');
  throw new ConnectorError('INVALID_TOKEN_SPECIFIED', 'A bearer token is needed.', {
    headers: { 'www-authenticate': 'Bearer' },
  });
}

/** 401 with the challenge that RFC 6750 asks for. */
export function tokenRefused(words: string, cause?: unknown): ConnectorError {
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  return new ConnectorError('INVALID_TOKEN_SPECIFIED', words, { headers, cause });
}
