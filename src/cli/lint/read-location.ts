import { open, readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CodedError } from '../../core/coded-error.ts';
import { type ConnectorPackage, packageOfFiles, readPackage } from '../../package/connector-package.ts';
import { isUrl } from './locations.ts';

const largestFile = 200_000_000;
const standardInput = 'standard input';

/** The packages at one location: itself, or of an archive what stands for it and every connector in it. */
export async function readLocation(location: string): Promise<readonly ConnectorPackage[]> {
  if (location === '-') {
    const bytes = await buffer(process.stdin);
    if (beginsLikeZip(bytes)) return archived(standardInput, bytes);
    return [packageOfFiles(standardInput, new Map([[standardInput, bytes]]), { definitionName: standardInput })];
  }
  if (isUrl(location)) return [await readPackage(location)];
  return (await isArchiveFile(location)) ? archived(location, await readFile(location)) : [await readPackage(location)];
}

/** Loaded when used: most runs have no archive. */
async function archived(location: string, bytes: Uint8Array): Promise<readonly ConnectorPackage[]> {
  const [{ readArchive }, { archivePackage, connectorsIn }] = await Promise.all([
    import('../../package/archive.ts'),
    import('../../package/solution.ts'),
  ]);
  const archive = await readArchive(location, bytes);
  return [archivePackage(archive), ...connectorsIn(archive)];
}

async function isArchiveFile(path: string): Promise<boolean> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind?.isFile()) return false;
  if (kind.size > largestFile)
    throw new CodedError('PACKAGE_UNREADABLE', `${path} has more than 200 MB. That is no connector package.`);
  if (/\.zip$/i.test(path)) return true;
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer: first } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return beginsLikeZip(first);
  } finally {
    await file.close();
  }
}

function beginsLikeZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
}
