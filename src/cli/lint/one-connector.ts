import { CodedError } from '../../core/coded-error.ts';
import { type ConnectorPackage, readPackage } from '../../package/connector-package.ts';
import { readLocation } from './read-location.ts';

/** The one connector at a place, or in the archive there; `what` asks for it. Standard input is for what is linted. */
export async function oneConnectorAt(location: string, what: string): Promise<ConnectorPackage> {
  if (location === '-') return readPackage(location);
  const connectors = (await readLocation(location)).filter(({ archive }) => !archive);
  const [connector] = connectors;
  if (connector && connectors.length === 1) return connector;
  const found = connectors.length === 0 ? 'no connector' : `${connectors.length} connectors`;
  throw new CodedError('USAGE', `${what}: ${location} has ${found}. Give a place that has one.`);
}
