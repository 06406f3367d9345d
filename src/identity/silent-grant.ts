/** The silent connection: stands in for on-behalf-of login of Entra ID (RFC 7523's grant type). */
import { randomUUID } from 'node:crypto';
import { errors, type Provider } from 'oidc-provider';
import { type Resource, resourceOfScope, resourceServerOf } from './access-token.ts';
import { type Seller, sellerNamed } from './sellers.ts';

/** The grant_type of a silent connection. */
export const silentGrantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

interface Settings {
  readonly sellers: readonly Seller[];
  readonly resources: readonly Resource[];
  readonly lifetime: number;
}

/**
 * Adds the grant: `assertion` is a seller's user name, `scope` or `resource` the API. What makes it safe is only that
 * the provider listens on loopback and the client is registered; Entra ID wants the host's own token there.
 */
export function addSilentGrant(provider: Provider, { sellers, resources, lifetime }: Settings): void {
  const handler: Parameters<typeof provider.registerGrantType>[1] = async (ctx) => {
    const { params, client } = ctx.oidc;
    const seller = sellerNamed(sellers, params.assertion);
    if (!seller) throw new errors.CustomOIDCProviderError('invalid_grant', 'the assertion names no seller known here');
    const named = resources.find(({ audience }) => audience === params.resource);
    const resource = params.resource === undefined ? resourceOfScope(resources, params.scope) : named;
    if (!resource) throw new errors.InvalidTarget('neither scope nor resource names an API known here');
    const token = new provider.AccessToken({
      accountId: seller.objectId,
      client,
      grantId: randomUUID(),
      gty: silentGrantType,
      scope: params.scope ?? `${resource.audience}/.default`,
    });
    token.resourceServer = new provider.ResourceServer(resource.audience, resourceServerOf(resource, lifetime));
    const value = await token.save();
    ctx.body = { access_token: value, expires_in: token.expiration, token_type: 'Bearer' };
  };
  provider.registerGrantType(silentGrantType, handler, ['assertion', 'scope', 'resource']);
}
