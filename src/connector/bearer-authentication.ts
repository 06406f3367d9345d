/** OAuth 2.0 bearer tokens (JWT, RFC 9068) by issuer, audience, scope and tenant, with keys from JWKS. */
import { hash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Authentication, bearerToken, type Identity, tokenRefused } from './authentication.ts';
import { ConnectorError } from './connector-error.ts';

/** Which tokens are good. */
export interface BearerOptions {
  /** The issuer's URL; {tenantid} in it stands for the tenant of the token (Entra ID, multi-tenant). */
  readonly issuer: string;
  /** One or more values of `aud` that mean this connector. */
  readonly audience: string | readonly string[];
  /** A scope that the token must carry. */
  readonly scope?: string | undefined;
  /** Tenants that are let in; all of the issuer's where absent. */
  readonly tenants?: readonly string[] | undefined;
  /** Where the tenant stands: a claim of the token (tid by default). */
  readonly tenantClaim?: string;
  /** Where the keys are; found by OpenID Connect discovery where absent. */
  readonly jwksUri?: string | undefined;
  /** Milliseconds between two fetches of keys for the sake of an unknown one; 30,000 by default. */
  readonly cooldown?: number;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const rememberFor = 5 * 60_000;
const rememberedTokens = 10_000;
const clockTolerance = 60;
const keyTimeout = 2_000;

/**
 * Authenticates by tokens. A verified token is remembered by its hash until it expires, five minutes at most; keys are
 * fetched again when a token names one that is not known, at most every 30 seconds (`cooldown`).
 */
export function bearerAuthentication(options: BearerOptions): Authentication {
  const now = options.now ?? Date.now;
  const keys = keySource(options);
  const remembered = new Map<string, { identity: Identity; until: number }>();

  const verify = async (token: string): Promise<{ identity: Identity; until: number }> => {
    const payload = await verifiedPayload(token, keys, options, now);
    const identity = identityOf(payload, token, options);
    return { identity, until: Math.min(now() + rememberFor, (payload.exp ?? 0) * 1000) };
  };

  return {
    open: false,
    identify(authorization) {
      const token = bearerToken(authorization);
      const key = hash('sha256', token, 'base64');
      const known = remembered.get(key);
      if (known && known.until > now()) return known.identity;
      remembered.delete(key);
      return verify(token).then((verified) => {
        if (remembered.size >= rememberedTokens) remembered.delete(remembered.keys().next().value ?? '');
        remembered.set(key, verified);
        return verified.identity;
      });
    },
  };
}

async function verifiedPayload(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience }: BearerOptions,
  now: () => number,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      audience: [audience].flat(),
      requiredClaims: ['exp', 'iss'],
      clockTolerance,
      currentDate: new Date(now()),
    });
    const expected = issuer.replace('{tenantid}', String(payload.tid));
    if (payload.iss !== expected) throw tokenRefused('The token is of another issuer.');
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

function identityOf(payload: JWTPayload, token: string, options: BearerOptions): Identity {
  const tenant = payload[options.tenantClaim ?? 'tid'];
  if (typeof tenant !== 'string' || tenant === '') throw tokenRefused('The token names no tenant.');
  if (options.tenants && !options.tenants.includes(tenant)) {
    throw new ConnectorError('INSUFFICIENT_PERMISSIONS', 'Your organization has no access to this connector.');
  }
  const scopes = [payload.scp, payload.scope].flat().join(' ').split(' ');
  if (options.scope && !scopes.includes(options.scope)) {
    const challenge = { 'www-authenticate': `Bearer error="insufficient_scope", scope="${options.scope}"` };
    throw new ConnectorError('INSUFFICIENT_PERMISSIONS', `The token lacks the scope ${options.scope}.`, {
      headers: challenge,
    });
  }
  const user = String(payload.oid ?? payload.sub ?? '');
  if (user === '') throw tokenRefused('The token names no user.');
  return { tenant, user, client: String(payload.azp ?? payload.appid ?? payload.client_id ?? ''), token };
}

/** What the caller may know of a failed verification; trouble with fetching keys is not the caller's fault. */
function refusalOf(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  if (error instanceof errors.JWTExpired) return tokenRefused('The token has expired.', error);
  if (error instanceof errors.JWTClaimValidationFailed)
    return tokenRefused(`The token's ${error.claim} does not fit.`, error);
  const ours =
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || !(error instanceof errors.JOSEError);
  if (ours || error.code === 'ERR_JOSE_GENERIC') {
    return new ConnectorError('SERVICE_UNAVAILABLE', 'The keys of the token issuer cannot be fetched.', {
      cause: error,
      headers: { 'retry-after': '5' },
    });
  }
  return tokenRefused('The token is not valid.', error);
}

/** Keys of the issuer, found by discovery at the first token and again after a failure. */
function keySource({ issuer, jwksUri, cooldown = 30_000 }: BearerOptions): JWTVerifyGetKey {
  let source: Promise<JWTVerifyGetKey> | undefined;
  const remote = (uri: string) =>
    createRemoteJWKSet(new URL(uri), { timeoutDuration: keyTimeout, cooldownDuration: cooldown });
  const discover = async () => remote(jwksUri ?? (await discoveredKeys(issuer.replace('{tenantid}', 'common'))));
  return async (header, token) => {
    source ??= discover().catch((error) => {
      source = undefined;
      throw error;
    });
    return (await source)(header, token);
  };
}

/** jwks_uri of OpenID Connect discovery. */
async function discoveredKeys(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(keyTimeout) });
  const configuration = (await response.json()) as { jwks_uri?: unknown };
  if (typeof configuration.jwks_uri === 'string') return configuration.jwks_uri;
  throw new Error(`${url} names no jwks_uri (status ${response.status}).`);
}
