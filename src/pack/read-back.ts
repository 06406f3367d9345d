/** What was packed, opened again and linted: nothing is handed on that lint would refuse. */
import { allRules, type LintFinding, lintPackage } from '../lint/lint.ts';
import { readArchive } from '../package/archive.ts';
import { type ConnectorPackage, packageOfFiles } from '../package/connector-package.ts';
import { archivePackage, connectorsIn } from '../package/solution.ts';
import { bytesOf, type PackedFiles } from '../package/write-zip.ts';

/** What lint says of a folder in memory. */
export function lintFolder(name: string, files: PackedFiles): readonly LintFinding[] {
  const inMemory = new Map([...files].map(([path, content]) => [path, bytesOf(content)]));
  return findingsOf([packageOfFiles(name, inMemory, { isWhole: true, fileOf: (file) => `${name}/${file}` })]);
}

/** What lint says of an archive, and of every connector in it. */
export async function lintArchive(name: string, bytes: Uint8Array): Promise<readonly LintFinding[]> {
  const archive = await readArchive(name, bytes);
  return findingsOf([archivePackage(archive), ...connectorsIn(archive)]);
}

function findingsOf(connectors: readonly ConnectorPackage[]): readonly LintFinding[] {
  return connectors.flatMap((connector) => lintPackage(connector, allRules).findings);
}
