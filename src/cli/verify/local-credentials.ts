/** --auth local: tokens of the local identity provider, good ones and such as a connector must refuse. */
import { allowInsecureRequests, type Configuration, discovery, genericGrantRequest, None } from 'openid-client';
import { CodedError } from '../../core/coded-error.ts';
import { sellersWorld, signInFailureOf } from '../../host/host.ts';
import { type LocalIdentity, silentGrantType, startIdentity } from '../../identity/identity.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { type Bearer, type Credentials, renewed } from '../../verify/verify.ts';
import { examinerClientId, identityOf, localClients } from '../local-identity.ts';
import { type Api, apiOf } from './api-of.ts';
import { connectionOf, type GivenConnection } from './connection-of.ts';
import { withForgeries } from './forged-tokens.ts';
import { keptSigningKey, usualKeyFile } from './kept-signing-key.ts';

interface Asked {
  readonly seller: string;
  readonly audience: string;
  readonly scopes: readonly string[];
  /** Seconds since it was issued. */
  readonly age?: number;
}

const twoHours = 7200;
const anotherApi = 'api://another-api';

/**
 * Tokens of Kenny Smith, of a seller of another tenant, an expired one and one for another API: from the provider that
 * listens on this port, or else from one that is started there for the run.
 */
export async function localCredentials(
  connector: ConnectorPackage,
  given: GivenConnection,
  port: number,
  keyFile: string = usualKeyFile(),
): Promise<Credentials> {
  const key = await keptSigningKey(keyFile);
  const own = (await isListening(port)) ? undefined : await started(port, key);
  const close = async () => own?.close();
  try {
    const issuer = own?.issuer ?? addressOf(port);
    const configuration = await discovery(new URL(issuer), examinerClientId, undefined, None(), {
      execute: [allowInsecureRequests],
    }).catch((error: unknown) => {
      throw signInFailureOf(error, issuer);
    });
    const api = apiOf(connectionOf(connector, given));
    const { protected_resources: known } = configuration.serverMetadata();
    const audience = given.audience ?? chosenAudience(api.audience, Array.isArray(known) ? known.map(String) : []);
    const tokens = tokensFor(configuration, audience, scopesFor(audience, api, given));
    await tokens.own?.();
    const token: Credentials['token'] = async (bearer) => tokens[bearer]?.();
    return withForgeries({ kind: 'local', origin: { issuer, audience }, token, close }, key);
  } catch (error) {
    await close();
    throw error;
  }
}

async function started(port: number, signingKey: Key): Promise<LocalIdentity> {
  const sellers = sellersWorld(Date.now()).sellers.map((seller) => identityOf(seller));
  return startIdentity({ port, clients: localClients, resources: [], sellers, signingKey });
}

const addressOf = (port: number) => `http://127.0.0.1:${port}`;

async function isListening(port: number): Promise<boolean> {
  if (port === 0) return false;
  return fetch(addressOf(port), { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    (error: Error & { cause?: { code?: string } }) => error.cause?.code !== 'ECONNREFUSED',
  );
}

type Tokens = Partial<Record<Bearer, () => Promise<string | undefined>>>;
type Key = Awaited<ReturnType<typeof keptSigningKey>>;

function scopesFor(audience: string, api: Api, given: GivenConnection): readonly string[] {
  const fitting = api.scopes.filter((scope) => given.scope || scope.startsWith(`${audience}/`));
  return fitting.length > 0 ? fitting : [`${audience}/.default`];
}

function tokensFor(configuration: Configuration, audience: string, scopes: readonly string[]): Tokens {
  const [seller, ...others] = sellersWorld(Date.now()).sellers;
  const stranger = others.find(({ tenant }) => tenant !== seller?.tenant);
  const usual: Asked = { seller: seller?.email ?? '', audience, scopes };
  const elsewhere = scopes.map((scope) => `${anotherApi}/${scope.slice(scope.lastIndexOf('/') + 1)}`);
  const having = (asked: Asked) => renewed(() => silently(configuration, asked));
  return {
    own: having(usual),
    expired: having({ ...usual, age: twoHours }),
    'wrong-audience': having({ ...usual, audience: anotherApi, scopes: elsewhere }),
    'other-tenant': having({ ...usual, seller: stranger?.email ?? '' }),
  };
}

/** The package's API; where its application id is not filled in yet, the one API that the provider knows. */
function chosenAudience(named: string | undefined, known: readonly string[]): string {
  const isNamed = named !== undefined && !/00000000-0000-0000-0000-/.test(named);
  const audience = isNamed || known.length !== 1 ? named : known[0];
  if (audience) return audience;
  throw new CodedError(
    'USAGE',
    'The package does not say which API tokens are for. Give --audience, as the connector expects it in the claim aud.',
  );
}

async function silently(configuration: Configuration, { seller, audience, scopes, age }: Asked) {
  const parameters = {
    assertion: seller,
    resource: audience,
    scope: scopes.join(' '),
    ...(age !== undefined && { age: String(age) }),
  };
  const response = await genericGrantRequest(configuration, silentGrantType, parameters).catch((error: unknown) => {
    throw signInFailureOf(error, 'The local identity provider');
  });
  const { access_token: token, expires_in: seconds } = response;
  return { token, expiresAt: seconds === undefined ? undefined : Date.now() + seconds * 1000 };
}
