/** --auth client and --auth device: tokens of the provider that the package or the options name. */
import {
  allowInsecureRequests,
  ClientSecretPost,
  Configuration,
  clientCredentialsGrant,
  discovery,
  initiateDeviceAuthorization,
  None,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
} from 'openid-client';
import { CodedError } from '../../core/coded-error.ts';
import { signInFailureOf } from '../../host/host.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { type Credentials, isLocalAddress, renewed, type TimedToken } from '../../verify/verify.ts';
import { apiOf } from './api-of.ts';
import { type ConnectionSettings, connectionOf, type GivenConnection } from './connection-of.ts';

interface Provider {
  readonly name: string;
  readonly configuration: Configuration;
}

/** A token of the client itself (RFC 6749, 4.4). Throws USAGE or SIGN_IN_FAILED. */
export async function clientCredentials(
  connector: ConnectorPackage,
  given: GivenConnection,
  secret: string | undefined,
): Promise<Credentials> {
  if (!secret) throw new CodedError('USAGE', "--auth client needs the client's secret in SALESKIT_CLIENT_SECRET.");
  const settings = connectionOf(connector, given);
  const provider = await providerOf(settings, secret);
  const { audience, scopes } = apiOf(settings);
  const api = given.audience ?? audience;
  const wanted = given.scope ?? (api ? [`${api}/.default`] : scopes);
  const own = renewed(() =>
    asked(provider, () =>
      clientCredentialsGrant(provider.configuration, wanted.length > 0 ? { scope: wanted.join(' ') } : {}),
    ),
  );
  return started('client', own);
}

/** A token of the user who types a code on another page (RFC 8628); `tell` says where, and which code. */
export async function deviceCredentials(
  connector: ConnectorPackage,
  given: GivenConnection,
  secret: string | undefined,
  tell: (words: string) => void,
): Promise<Credentials> {
  const settings = connectionOf(connector, given);
  const provider = await providerOf(settings, secret);
  let refreshToken: string | undefined;
  const remembered = (response: TokenResponse) => {
    refreshToken = response.refresh_token ?? refreshToken;
    return response;
  };
  const signIn = async () => {
    const scope = settings.scopes.join(' ');
    const code = await initiateDeviceAuthorization(provider.configuration, scope === '' ? {} : { scope });
    tell(`To sign in, open ${code.verification_uri} and type the code ${code.user_code}. Waiting …\n`);
    return pollDeviceAuthorizationGrant(provider.configuration, code);
  };
  const refresh = (token: string) => refreshTokenGrant(provider.configuration, token);
  const own = renewed(() =>
    asked(provider, async () => remembered(await (refreshToken === undefined ? signIn() : refresh(refreshToken)))),
  );
  return started('device', own);
}

type TokenResponse = Awaited<ReturnType<typeof refreshTokenGrant>>;

async function asked({ name }: Provider, request: () => Promise<TokenResponse>): Promise<TimedToken> {
  const response = await request().catch((error: unknown) => {
    throw signInFailureOf(error, name);
  });
  const { access_token: token, expires_in: seconds } = response;
  return { token, expiresAt: seconds === undefined ? undefined : Date.now() + seconds * 1000 };
}

/** Asks for the first token at once: what is wrong is told before the run begins. */
async function started(kind: Credentials['kind'], own: () => Promise<string | undefined>): Promise<Credentials> {
  await own();
  return { kind, token: async (bearer) => (bearer === 'own' ? own() : undefined), close: async () => {} };
}

async function providerOf(settings: ConnectionSettings, secret: string | undefined): Promise<Provider> {
  const { issuer, clientId, tokenUrl } = settings;
  if (clientId === '') throw new CodedError('USAGE', 'The package names no client id: give --client-id.');
  const address = issuer ?? tokenUrl;
  if (address === '' || !URL.canParse(address))
    throw new CodedError('USAGE', 'The package names no identity provider: give --issuer.');
  if (!address.startsWith('https:') && !isLocalAddress(address))
    throw new CodedError('USAGE', `${address} is not https: tokens are asked for there only on this machine.`);
  const authentication = secret === undefined ? None() : ClientSecretPost(secret);
  const execute = isLocalAddress(address) ? [allowInsecureRequests] : [];
  if (issuer) {
    const configuration = await discovery(new URL(issuer), clientId, undefined, authentication, { execute }).catch(
      (error: unknown) => {
        throw signInFailureOf(error, issuer);
      },
    );
    return { name: issuer, configuration };
  }
  const server = { issuer: new URL(address).origin, token_endpoint: address };
  const configuration = new Configuration(server, clientId, undefined, authentication);
  for (const each of execute) each(configuration);
  return { name: server.issuer, configuration };
}
