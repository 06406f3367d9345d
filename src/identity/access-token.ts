/** What access tokens are about and what they say: as Entra ID's, version 2.0. */
import type { AccessToken, ClientCredentials, JWTStructured, ResourceServer } from 'oidc-provider';
import type { Seller } from './sellers.ts';

/** An API that tokens are made for. A request names it by `resource`, or by scopes as Entra ID has them. */
export interface Resource {
  /** The claim aud, an absolute URI: api://contoso-hub. */
  readonly audience: string;
  /** The scopes by their short names: access_as_user. */
  readonly scopes: readonly string[];
}

/** Every way to ask for a resource's scopes: access_as_user, api://contoso-hub/access_as_user, api://contoso-hub/.default. */
export function scopeSpellings({ audience, scopes }: Resource): string[] {
  return [...scopes, ...[...scopes, '.default'].map((scope) => `${audience}/${scope}`)];
}

/** The resource that a request means by its scopes, where it does not name one. */
export function resourceOfScope(resources: readonly Resource[], scope: unknown): Resource | undefined {
  const asked = String(scope ?? '').split(' ');
  const meant = (resource: Resource) => scopeSpellings(resource).some((spelling) => asked.includes(spelling));
  return resources.find(meant);
}

/** An API that is not known here, with the scopes that were asked for by their short names. */
export function foreignResource(audience: string, scope: unknown): Resource {
  const asked = String(scope ?? '')
    .split(' ')
    .map((each) => each.slice(each.lastIndexOf('/') + 1))
    .filter((each) => each !== '' && each !== '.default');
  return { audience, scopes: asked.length > 0 ? asked : ['access_as_user'] };
}

/** Makes a token one that was issued so many seconds ago. */
export function grownOld({ payload }: JWTStructured, seconds: number): void {
  for (const claim of ['iat', 'nbf', 'exp'])
    if (typeof payload[claim] === 'number') payload[claim] = payload[claim] - seconds;
}

/** A resource as oidc-provider wants it: JWTs (RFC 9068), RS256. */
export function resourceServerOf(resource: Resource, lifetime: number): ResourceServer {
  return {
    audience: resource.audience,
    scope: scopeSpellings(resource).join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: lifetime,
    jwt: { sign: { alg: 'RS256' } },
  };
}

/**
 * Gives a token the claims of Entra ID, with the scopes that the seller may have in scp; none, no scp.
 * Source: Microsoft identity platform, access token claims reference.
 */
export function writeEntraClaims(
  token: AccessToken | ClientCredentials,
  { payload }: JWTStructured,
  resource: Resource,
  seller: Seller,
): void {
  const scp = scopesOf(token.scope ?? '', resource, seller).join(' ') || undefined;
  delete payload.scope;
  Object.assign(payload, {
    nbf: payload.iat,
    tid: seller.tenantId,
    oid: seller.objectId,
    azp: token.clientId,
    name: seller.name,
    preferred_username: seller.userName,
    scp,
    ver: '2.0',
  });
}

function scopesOf(granted: string, { audience, scopes }: Resource, seller: Seller): string[] {
  const names = granted
    .split(' ')
    .map((scope) => scope.slice(scope.startsWith(`${audience}/`) ? audience.length + 1 : 0));
  const isGranted = (scope: string) => names.includes(scope) || names.includes('.default');
  return scopes.filter((scope) => isGranted(scope) && (seller.scopes?.includes(scope) ?? true));
}
