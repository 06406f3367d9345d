import { CodedError } from '../../core/coded-error.ts';
import { type ConnectorPackage, readPackage } from '../../package/connector-package.ts';
import { readLocation } from './read-location.ts';

/** The package that is compared with; what cannot be read cannot be compared. */
export async function versionBefore(location: string): Promise<ConnectorPackage> {
  const connector = await packageAt(location);
  const { definition, properties } = connector;
  const broken = [definition, properties].find((source) =>
    source?.problems.some(({ severity }) => severity === 'error'),
  );
  const isReadable = typeof definition.value === 'object' && definition.value !== null;
  if (broken || !isReadable) {
    const mend = 'Give a version that can be read, or lint it alone to see what is wrong with it.';
    throw new CodedError('USAGE', `--against: ${broken?.file ?? location} cannot be read in full. ${mend}`);
  }
  return connector;
}

/** The one connector there, or in the archive there. Standard input is for what is linted. */
async function packageAt(location: string): Promise<ConnectorPackage> {
  if (location === '-') return readPackage(location);
  const connectors = (await readLocation(location)).filter(({ archive }) => !archive);
  const [connector] = connectors;
  if (connector && connectors.length === 1) return connector;
  const found = connectors.length === 0 ? 'no connector' : `${connectors.length} connectors`;
  throw new CodedError('USAGE', `--against: ${location} has ${found}. Give a place that has one.`);
}
