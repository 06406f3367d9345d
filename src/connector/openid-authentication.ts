import { openIdSignIn } from '../contract/contract.ts';
import type { Authentication } from './authentication.ts';
import { type BearerOptions, bearerAuthentication } from './bearer-authentication.ts';

/** Which tokens are good, and how sellers get one. */
export interface OpenIdOptions extends BearerOptions {
  /** The scope that sellers are asked for, and that the token must carry. */
  readonly scope: string;
  /** Where sellers sign in; goes into the package with the two below. */
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** The client that is registered for the connector. */
  readonly clientId: string;
}

/** Any OpenID issuer: its tokens are checked, and the package says where sellers sign in. */
export function openIdAuthentication(options: OpenIdOptions): Authentication {
  return { ...bearerAuthentication(options), ...openIdSignIn(options) };
}
