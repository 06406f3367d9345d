/** The local identity provider as the commands know it: who may ask it for tokens, and for which API. */
import { randomUUID } from 'node:crypto';
import type { Seller } from '../host/host.ts';
import type { IdentityClient, Resource } from '../identity/identity.ts';

/** The API of the Contoso Hub that runs beside the host. */
export const hubResource: Resource = { audience: 'api://contoso-hub', scopes: ['access_as_user'] };

/** The client that the local identity provider knows, and the scope that it gives tokens for. */
export const hostClient = { clientId: 'saleskit-host', scope: `${hubResource.audience}/access_as_user` } as const;

/** The client of verify: it may have tokens that connectors must refuse. */
export const examinerClientId = 'saleskit-verify';

/** All clients that the provider has. */
export const localClients: readonly IdentityClient[] = [
  { clientId: hostClient.clientId, redirectUris: ['http://127.0.0.1/connected'] },
  { clientId: examinerClientId, redirectUris: [], isExaminer: true },
];

/** A seller of the host's world as the provider knows them; Logan Hill's tokens lack every scope. */
export function identityOf({ id, name, email, tenant }: Seller, objectId: string = randomUUID()) {
  return { objectId, tenantId: tenant, name, userName: email, ...(id === 'logan' && { scopes: [] }) };
}
