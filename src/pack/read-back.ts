/** What was packed, opened again and linted: nothing is handed on that lint would refuse. */
import { type LintFinding, lintPackage } from '../lint/lint.ts';
import { readArchive } from '../package/archive.ts';
import { type ConnectorPackage, packageOfFiles } from '../package/connector-package.ts';
import { archivePackage, connectorsIn } from '../package/solution.ts';
import { bytesOf } from '../package/write-zip.ts';
import type { Parts } from './parts.ts';

/** What lint says of the folder and of the zips, and of every connector in them. */
export async function readBack({ paconn, zips }: Pick<Parts, 'paconn' | 'zips'>): Promise<readonly LintFinding[]> {
  const files = new Map([...paconn].map(([path, content]) => [path, bytesOf(content)]));
  const folder = packageOfFiles('paconn', files, { isWhole: true, fileOf: (file) => `paconn/${file}` });
  const archives = await Promise.all([...zips].map(([name, bytes]) => readArchive(name, bytes)));
  const opened = archives.flatMap((archive): ConnectorPackage[] => [archivePackage(archive), ...connectorsIn(archive)]);
  return [folder, ...opened].flatMap((connector) => lintPackage(connector).findings);
}
