import { CodedError } from '../../core/coded-error.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { oneConnectorAt } from './one-connector.ts';

/** The package that is compared with; what cannot be read cannot be compared. */
export async function versionBefore(location: string): Promise<ConnectorPackage> {
  const connector = await oneConnectorAt(location, '--against');
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
