/** What a program may do with a seller's token of its own API: exchange it for one of another API. */
import { createLocalJWKSet, type JWK, errors as joseErrors, jwtVerify } from 'jose';
import { type Client, errors } from 'oidc-provider';
import type { Seller } from './sellers.ts';

/** The grant_type of RFC 8693, beside the jwt-bearer grant that Entra ID's on-behalf-of flow has. */
export const tokenExchangeGrantType = 'urn:ietf:params:oauth:grant-type:token-exchange';

interface Settings {
  readonly issuer: string;
  readonly sellers: readonly Seller[];
  /** Of each client, the API that it is: tokens of that audience are its own to exchange. */
  readonly apis: ReadonlyMap<string, string>;
  readonly signingKey: JWK;
}

type AskingClient = Pick<Client, 'clientId' | 'clientAuthMethod'>;

/** Whether an assertion has the form of a JWT; a user name has not. */
export function isToken(assertion: unknown): assertion is string {
  return typeof assertion === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(assertion);
}

/**
 * The seller of a token that a client was called with: signed here, not expired, and for the API that the client is.
 * Only a client with a secret may ask. Source: Microsoft identity platform, on-behalf-of flow.
 */
export function sellerOfToken({ issuer, sellers, apis, signingKey }: Settings) {
  const { kty, n, e, kid, alg, use } = signingKey as Record<string, string>;
  const keys = createLocalJWKSet({ keys: [{ kty, n, e, kid, alg, use } as JWK] });
  return async (token: string, client: AskingClient): Promise<Seller> => {
    const audience = apis.get(client.clientId);
    if (audience === undefined || client.clientAuthMethod === 'none') {
      throw new errors.UnauthorizedClient('only a client that is an API and has a secret may exchange tokens');
    }
    const { payload } = await jwtVerify(token, keys, { issuer, audience, requiredClaims: ['exp', 'oid'] }).catch(
      (error: Error): never => {
        if (!(error instanceof joseErrors.JOSEError)) throw error;
        throw new errors.CustomOIDCProviderError('invalid_grant', `the assertion does not hold: ${error.message}`);
      },
    );
    const seller = sellers.find(({ objectId }) => objectId === payload.oid);
    if (seller) return seller;
    throw new errors.CustomOIDCProviderError('invalid_grant', 'the seller of the assertion is not known here any more');
  };
}
