import { CodedError } from '../../core/coded-error.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { type Credentials, givenTokens, noCredentials } from '../../verify/verify.ts';
import { readToken } from '../call-arguments.ts';
import { importOptional } from '../import-optional.ts';
import { readPorts } from '../ports.ts';
import type { GivenConnection } from './connection-of.ts';
import { withForgeries } from './forged-tokens.ts';

interface Given extends GivenConnection {
  readonly auth?: string | undefined;
  readonly 'other-token'?: string | undefined;
}

/** The tokens of a run, by --auth; --other-token goes before what a provider gives. */
export async function credentialsOf(
  given: Given,
  connector: ConnectorPackage,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Credentials> {
  const auth = given.auth ?? 'none';
  const other = readToken(given['other-token'], '--other-token');
  if (auth.startsWith('token='))
    return withForgeries(
      givenTokens(readToken(auth.slice('token='.length), 'The token of --auth token=T') ?? '', other),
    );
  if (auth === 'none') return noCredentials;
  const load = kinds[auth];
  if (!load) throw new CodedError('USAGE', `--auth is none, token=T, local, client or device, not "${auth}".`);
  const credentials = await load(connector, given, environment.SALESKIT_CLIENT_SECRET);
  if (other === undefined) return credentials;
  const token: Credentials['token'] = async (bearer) => (bearer === 'other-tenant' ? other : credentials.token(bearer));
  return { ...credentials, token };
}

type Load = (connector: ConnectorPackage, given: GivenConnection, secret: string | undefined) => Promise<Credentials>;

const kinds: Readonly<Record<string, Load>> = {
  local: async (connector, given) => {
    const { localCredentials } = await importOptional(
      import('./local-credentials.ts'),
      'The local identity provider',
      'give --auth token=T',
    );
    return localCredentials(connector, given, readPorts({})['identity-port']);
  },
  client: async (connector, given, secret) => {
    const { clientCredentials } = await import('./provider-credentials.ts');
    return withForgeries(await clientCredentials(connector, given, secret));
  },
  device: async (connector, given, secret) => {
    const { deviceCredentials } = await import('./provider-credentials.ts');
    return withForgeries(await deviceCredentials(connector, given, secret, (words) => process.stderr.write(words)));
  },
};
