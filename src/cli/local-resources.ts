import { connectionSettingsOf, type HostedConnector } from '../host/host.ts';
import type { Resource } from '../identity/identity.ts';
import { apiOf } from './verify/api-of.ts';

const loopback = /^http:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?\/?$/;

/** The APIs of connectors whose sellers sign in at an issuer on this machine: the provider makes tokens for them, too. */
export function localResources(connectors: readonly Pick<HostedConnector, 'entry' | 'discovery'>[]): Resource[] {
  const resources = new Map<string, Resource>();
  for (const { entry, discovery } of connectors) {
    if (!loopback.test(entry.connection?.issuer ?? '')) continue;
    const { definition, properties } = discovery.connector;
    const settings = connectionSettingsOf(definition.value, properties?.value, entry.connection);
    const api = settings && apiOf(settings);
    const audience = settings?.resource ?? api?.audience;
    if (!api || audience === undefined || !URL.canParse(audience)) continue;
    const scopes = api.scopes
      .map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
      .filter((name) => name !== '.default');
    resources.set(audience, { audience, scopes: scopes.length > 0 ? scopes : ['access_as_user'] });
  }
  return [...resources.values()];
}
