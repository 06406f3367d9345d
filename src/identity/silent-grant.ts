/** Tokens without a page: the silent connection, and the exchange of a seller's token for one of another API. */
import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { foreignResource, type Resource, resourceOfScope, resourceServerOf } from './access-token.ts';
import { isToken, sellerOfToken, tokenExchangeGrantType } from './exchanged-token.ts';
import type { IdentityClient } from './provider.ts';
import { type Seller, sellerNamed } from './sellers.ts';

/** The grant_type of a silent connection, and of Entra ID's on-behalf-of flow (RFC 7523's grant type). */
export const silentGrantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';

interface Settings {
  readonly clients: readonly IdentityClient[];
  readonly issuer: string;
  readonly sellers: readonly Seller[];
  readonly resources: readonly Resource[];
  readonly lifetime: number;
  readonly apis: ReadonlyMap<string, string>;
  readonly signingKey: JWK;
}

/**
 * Adds the grants; `scope` or `resource` is the API. `assertion` is a seller's user name (the silent connection: what
 * makes it safe is only that the provider listens on loopback and the client is registered; Entra ID wants the host's own
 * token there), or a token that the client was called with (on-behalf-of). RFC 8693 has the latter as `subject_token`.
 * An examiner may name any resource of the former, and by `age` a token that was issued so many seconds ago.
 */
export function addSilentGrants(provider: Provider, settings: Settings): void {
  const ofToken = sellerOfToken(settings);

  const answer = async (ctx: KoaContextWithOIDC, seller: Seller, grantType: string) => {
    const token = await issued(provider, ctx, settings, seller, grantType);
    ctx.body = { access_token: await token.save(), expires_in: token.expiration, token_type: 'Bearer' };
  };
  provider.registerGrantType(
    silentGrantType,
    async (ctx) => {
      const { params, client } = ctx.oidc;
      const { assertion } = params;
      const seller = isToken(assertion) ? await ofToken(assertion, client) : sellerNamed(settings.sellers, assertion);
      if (!seller) {
        throw new errors.CustomOIDCProviderError('invalid_grant', 'the assertion names no seller known here');
      }
      await answer(ctx, seller, silentGrantType);
    },
    ['assertion', 'scope', 'resource', 'age'],
  );
  provider.registerGrantType(
    tokenExchangeGrantType,
    async (ctx) => {
      const { params, client } = ctx.oidc;
      if (params.subject_token_type !== accessTokenType || !isToken(params.subject_token)) {
        throw new errors.InvalidRequest(`subject_token must be a token of the type ${accessTokenType}`);
      }
      const seller = await ofToken(params.subject_token, client).catch((error): never => {
        // RFC 8693, section 2.2.2, has another name for it.
        throw error.error === 'invalid_grant' ? new errors.InvalidRequest(error.error_description) : error;
      });
      await answer(ctx, seller, tokenExchangeGrantType);
      Object.assign(ctx.body as object, { issued_token_type: accessTokenType });
    },
    ['subject_token', 'subject_token_type', 'scope', 'resource'],
  );
}

async function issued(
  provider: Provider,
  { oidc: { params = {}, client } }: KoaContextWithOIDC,
  { clients, resources, lifetime }: Settings,
  seller: Seller,
  grantType: string,
) {
  const isExaminer = clients.some((each) => each.isExaminer && each.clientId === client?.clientId);
  const foreign = isExaminer ? foreignResource(String(params.resource), params.scope) : undefined;
  const named = resources.find(({ audience }) => audience === params.resource) ?? foreign;
  const resource = params.resource === undefined ? resourceOfScope(resources, params.scope) : named;
  if (!resource || !client) throw new errors.InvalidTarget('neither scope nor resource names an API known here');
  if (params.age !== undefined && !(isExaminer && /^\d{1,6}$/.test(String(params.age))))
    throw new errors.InvalidRequest('age is for an examiner, in whole seconds');
  const token = new provider.AccessToken({
    accountId: seller.objectId,
    client,
    grantId: randomUUID(),
    gty: grantType,
    scope: String(params.scope ?? `${resource.audience}/.default`),
  });
  token.resourceServer = new provider.ResourceServer(resource.audience, resourceServerOf(resource, lifetime));
  return token;
}
