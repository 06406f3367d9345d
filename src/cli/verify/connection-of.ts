import { connectionSettingsOf, providerAddress } from '../../host/host.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';

/** The options that say where tokens come from, in place of what the package says. */
export interface GivenConnection {
  readonly issuer?: string | undefined;
  readonly 'client-id'?: string | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly audience?: string | undefined;
}

export type ConnectionSettings = NonNullable<ReturnType<typeof connectionSettingsOf>>;

/** How tokens for a connector are had: as its package says, under what is given. */
export function connectionOf(connector: ConnectorPackage, given: GivenConnection): ConnectionSettings {
  const { 'client-id': clientId, scope: scopes } = given;
  const issuer = providerAddress(given.issuer, '--issuer');
  const own = { ...(issuer && { issuer }), ...(clientId && { clientId }), ...(scopes && { scopes }) };
  const settings = connectionSettingsOf(connector.definition.value, connector.properties?.value, own);
  return settings ?? { authorizationUrl: '', tokenUrl: '', clientId: '', scopes: [], silent: false, ...own };
}
