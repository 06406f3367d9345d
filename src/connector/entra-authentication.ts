import { entraSignIn } from '../contract/contract.ts';
import type { Authentication } from './authentication.ts';
import { bearerAuthentication } from './bearer-authentication.ts';

/** The two app registrations: the one that secures the API, and the connector’s. */
export interface EntraOptions {
  /** The tenant's id, or `organizations` for every tenant of Entra ID. */
  readonly tenant: string;
  /** The application id of the app registration that secures this connector. */
  readonly clientId: string;
  /** The application id of the connector's own app registration, which asks for tokens; goes into apiProperties.json. */
  readonly connectorClientId?: string | undefined;
  /** The application id URI; api://<clientId> where absent. */
  readonly resource?: string | undefined;
  /** The scope that the app registration exposes. */
  readonly scope?: string | undefined;
  /** Tenants let in where `tenant` is `organizations`. */
  readonly tenants?: readonly string[] | undefined;
  /** For a stand-in of Entra ID: its issuer and keys. */
  readonly issuer?: string | undefined;
  readonly jwksUri?: string | undefined;
}

const login = 'https://login.microsoftonline.com';

/**
 * Microsoft Entra ID, single-tenant or multi-tenant, with silent connections by on-behalf-of login. Tokens of version
 * 2.0 (set accessTokenAcceptedVersion to 2 in the app registration).
 * Source: Microsoft identity platform, access tokens; apiProperties of certified connectors.
 */
export function entraAuthentication(options: EntraOptions): Authentication {
  const { tenant, clientId } = options;
  const resource = options.resource ?? `api://${clientId}`;
  const scope = options.scope ?? 'access_as_user';
  const single = tenant !== 'organizations' && tenant !== 'common';
  const bearer = bearerAuthentication({
    issuer: options.issuer ?? `${login}/${single ? tenant : '{tenantid}'}/v2.0`,
    audience: [clientId, resource],
    scope,
    tenants: single ? [tenant] : options.tenants,
    jwksUri:
      options.jwksUri ?? (options.issuer ? undefined : `${login}/${single ? tenant : 'common'}/discovery/v2.0/keys`),
  });
  const authority = single ? tenant : 'common';
  return {
    ...bearer,
    ...entraSignIn({ authority, clientId: options.connectorClientId ?? clientId, resource, scope }),
  };
}
