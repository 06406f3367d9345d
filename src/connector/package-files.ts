import { packageFilesOf } from '../contract/contract.ts';
import type { Connector } from './connector-options.ts';

/** The files of a connector package, by name, ready to be written. `host` is where the connector will be reached. */
export function packageFiles(connector: Connector, { host }: { host: string }): Record<string, string | Uint8Array> {
  const { options, actions } = connector;
  return packageFilesOf({
    definition: connector.definition({ host, scheme: 'https' }),
    actions,
    connectionParameters: options.auth.connectionParameters ?? {},
    publisher: options.publisher,
    icon: options.icon,
  });
}
