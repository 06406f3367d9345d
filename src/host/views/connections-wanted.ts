import { type Connections, connectionKey, connectsSilently } from '../connections/connections.ts';
import type { Host } from '../create-host.ts';
import type { Seller } from '../world/seller.ts';

/** The cards "Connect to … to see more information": connectors that need a connection which the seller has not. */
export function connectionsWanted(
  { host, connections }: { host: Host; connections: Connections },
  seller: Seller,
): { connector: string; title: string }[] {
  return host.connectors().flatMap((connector) => {
    const settings = host.settingsOf(connector);
    const isSilentHere = connectsSilently(settings, connector.entry.connection);
    if (!settings || connector.entry.isMock) return [];
    const { status, isSignedOut } = connections.state(connectionKey(connector.key, seller.id), settings);
    return status === 'none' && (isSignedOut || !isSilentHere)
      ? [{ connector: connector.key, title: connector.discovery.connector.title }]
      : [];
  });
}
