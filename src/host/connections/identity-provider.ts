/** What is asked of an identity provider, by openid-client: addresses, tokens, revocation. */
import { decodeJwt, type JWTPayload } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  genericGrantRequest,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
} from 'openid-client';
import type { ConnectionSettings } from './connection-settings.ts';
import { isLoopback, isSafeAddress } from './safe-address.ts';
import { signInFailed } from './sign-in-failed.ts';

/** Tokens of one connection, and whose they are as far as they say. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly user?: string;
}

/** A sign-in that was begun: where the seller goes, and what its end is held against. */
export interface SignIn {
  readonly url: string;
  readonly state: string;
  /** Exchanges what came back for tokens. `callback` is the redirect URI with the provider's parameters. */
  complete(callback: URL): Promise<Tokens>;
}

/** An identity provider as one client of it. Everything throws what openid-client throws. */
export interface IdentityProvider {
  beginSignIn(redirectUri: string, seller: string | undefined): Promise<SignIn>;
  refresh(refreshToken: string): Promise<Tokens>;
  /** The local identity provider's stand-in for on-behalf-of login; SIGN_IN_FAILED for any other. */
  silently(seller: string): Promise<Tokens>;
  /** Does nothing where the provider has no revocation endpoint. */
  revoke(refreshToken: string): Promise<void>;
}

type TokenResponse = Awaited<ReturnType<typeof refreshTokenGrant>>;

const timeoutSeconds = 10;
const silentGrantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const scopesOfSignIn = ['openid', 'profile', 'offline_access'];

const configureClient =
  'Write it as clientId below oAuthSettings in apiProperties.json, or below connections in saleskit.config, or give dev --client-id. A token can be pasted instead.';
const configureIssuer = 'give an issuer below connections in saleskit.config, or by dev --issuer, or paste a token';

/** The provider that the settings name. Throws SIGN_IN_FAILED where they are not enough or not safe. */
export async function identityProvider(settings: ConnectionSettings, now: () => number): Promise<IdentityProvider> {
  const { clientId, scopes, issuer } = settings;
  if (clientId === '') throw signInFailed(`The package names no client id. ${configureClient}`, configureClient);
  const configuration = await configurationOf(settings);
  const { token_endpoint, revocation_endpoint } = configuration.serverMetadata();
  const target: Record<string, string> = settings.resource === undefined ? {} : { resource: settings.resource };
  const refreshing = settings.refreshUrl && !issuer ? endpoints(settings, settings.refreshUrl) : configuration;

  return {
    async beginSignIn(redirectUri, seller) {
      const [state, codeVerifier] = [randomState(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(configuration, {
        ...target,
        redirect_uri: redirectUri,
        state,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(scopes.length > 0 ? { scope: scopes.join(' ') } : {}),
        ...(seller === undefined ? {} : { login_hint: seller }),
      });
      const checks = { pkceCodeVerifier: codeVerifier, expectedState: state };
      const complete = async (callback: URL) => {
        // Without an issuer in the settings there is nothing to compare this with.
        if (!issuer) callback.searchParams.delete('iss');
        return tokensOf(await authorizationCodeGrant(configuration, callback, checks, target), now);
      };
      return { url: url.href, state, complete };
    },
    refresh: async (refreshToken) => tokensOf(await refreshTokenGrant(refreshing, refreshToken, target), now),
    async silently(seller) {
      if (!isLoopback(token_endpoint ?? '')) {
        throw signInFailed(
          'Only the local identity provider connects silently: Entra ID wants a token of Copilot for Sales itself. Sign in, or paste a token.',
        );
      }
      const scope = scopes.filter((name) => !scopesOfSignIn.includes(name)).join(' ');
      const parameters = { ...target, assertion: seller, requested_token_use: 'on_behalf_of', scope };
      return tokensOf(await genericGrantRequest(configuration, silentGrantType, parameters), now);
    },
    async revoke(refreshToken) {
      if (revocation_endpoint) await tokenRevocation(configuration, refreshToken);
    },
  };
}

/** What an access token says, unverified and for display only; nothing where it is no JWT. */
export function claimsOf(accessToken: string): JWTPayload {
  try {
    return decodeJwt(accessToken);
  } catch {
    return {};
  }
}

/** Whose a token is, as far as its claims name somebody. */
export function userOf(claims: JWTPayload): string | undefined {
  const names = ['preferred_username', 'upn', 'unique_name', 'email', 'name'].map((name) => claims[name]);
  return names.find((name) => typeof name === 'string' && name !== '') as string | undefined;
}

function tokensOf(response: TokenResponse, now: () => number): Tokens {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifetime } = response;
  const user = userOf({ ...claimsOf(accessToken), ...response.claims() });
  return {
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(lifetime === undefined ? {} : { expiresAt: now() + lifetime * 1000 }),
    ...(user === undefined ? {} : { user }),
  };
}

async function configurationOf(settings: ConnectionSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  if (!issuer) return endpoints(settings, settings.tokenUrl);
  const server = safeUrl(issuer, 'issuer');
  const configuration = await discovery(server, clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    execute: isLoopback(issuer) ? [allowInsecureRequests] : [],
  });
  // Plain http is allowed for all requests of a configuration or for none.
  const { authorization_endpoint, token_endpoint, revocation_endpoint } = configuration.serverMetadata();
  safeUrl(authorization_endpoint, 'authorization');
  safeUrl(token_endpoint, 'token');
  if (revocation_endpoint) safeUrl(revocation_endpoint, 'revocation');
  return configuration;
}

/** A provider that is known by its addresses only. */
function endpoints({ authorizationUrl, clientId, clientSecret }: ConnectionSettings, tokenUrl: string): Configuration {
  const authorization = safeUrl(authorizationUrl, 'authorization');
  const server = {
    issuer: authorization.origin,
    authorization_endpoint: authorization.href,
    token_endpoint: safeUrl(tokenUrl, 'token').href,
  };
  const configuration = new Configuration(server, clientId, clientSecret);
  configuration.timeout = timeoutSeconds;
  configuration[customFetch] = withoutIdToken;
  if (isLoopback(tokenUrl)) allowInsecureRequests(configuration);
  return configuration;
}

/** Without an issuer there is nothing to check an ID token against, so it is left out and not believed. */
async function withoutIdToken(url: string, options: object): Promise<Response> {
  const response = await fetch(url, options);
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  const body = isJson ? dropIdToken(text) : text;
  return new Response(body, { status, headers });
}

function dropIdToken(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, (name, value) => (name === 'id_token' ? undefined : value)));
  } catch {
    return text;
  }
}

/** The address, if it is https, or http on loopback. */
function safeUrl(text: string | undefined, name: string): URL {
  if (!text) throw signInFailed(`The package names no ${name} address: ${configureIssuer}.`);
  const url = /[{}]/.test(text) ? null : URL.parse(text);
  if (url && isSafeAddress(text)) return url;
  const wanted = url ? 'must be https, or http on this machine' : 'is no address that can be opened';
  throw signInFailed(`The ${name} address ${text} ${wanted}: ${configureIssuer}.`);
}
