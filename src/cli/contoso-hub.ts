/** Contoso Hub with authentication, and the local identity provider that it trusts. */
import { readCommand, type ServeSettings } from '../../contoso-hub/command-line.ts';
import { serve } from '../../contoso-hub/serve.ts';
import { CodedError } from '../core/coded-error.ts';
import type { ConnectionOverride, Seller } from '../host/host.ts';
import { type Resource, startIdentity } from '../identity/identity.ts';
import { hostClient, hubResource, identityOf, localClients } from './local-identity.ts';

export interface RunningContosoHub {
  readonly address: string;
  readonly issuer: string;
  /** How the host connects to it. */
  readonly connection: ConnectionOverride;
  /** Lets other sellers sign in; those who are signed in stay so. */
  replaceSellers(sellers: readonly Seller[]): void;
  close(): Promise<void>;
}

/** A port that cannot be had is told with the option that chooses another. */
function portNamed(option: string, error: Error & { code?: string }): Error {
  if (error.code !== 'USAGE') return error;
  return new CodedError('USAGE', error.message.replace(/ Choose another.*$/, ` Choose another with --${option}.`));
}

/** Starts both; sellers of the world can sign in, Logan Hill among them without the scope that is needed. `others` are further APIs that tokens are made for. */
export async function startContosoHub(
  ports: { readonly hub: number; readonly identity: number },
  sellers: readonly Seller[],
  others: readonly Resource[] = [],
): Promise<RunningContosoHub> {
  // The identity provider looks a seller up at every sign-in: the list is changed, not replaced.
  const known = sellers.map((seller) => identityOf(seller));
  const identity = await startIdentity({
    port: ports.identity,
    clients: localClients,
    resources: [hubResource, ...others.filter(({ audience }) => audience !== hubResource.audience)],
    sellers: known,
  }).catch((error) => {
    throw portNamed('identity-port', error);
  });
  const args = [
    'serve',
    '--port',
    String(ports.hub),
    '--auth',
    'entra',
    '--issuer',
    identity.issuer,
    '--audience',
    hubResource.audience,
    '--log-level',
    'warn',
  ];
  const running = await serve(readCommand(args, {}) as ServeSettings).catch(async (error) => {
    await identity.close();
    throw portNamed('contoso-hub-port', error);
  });
  return {
    address: running.address,
    issuer: identity.issuer,
    connection: {
      issuer: identity.issuer,
      clientId: hostClient.clientId,
      scopes: ['openid', 'profile', 'offline_access', hostClient.scope],
    },
    replaceSellers(next) {
      const objectIds = new Map(known.map(({ userName, objectId }) => [userName, objectId]));
      known.splice(0, known.length, ...next.map((seller) => identityOf(seller, objectIds.get(seller.email))));
    },
    async close() {
      await running.close();
      await identity.close();
    },
  };
}
