import { readdirSync, readFileSync, statSync } from 'node:fs';
import { CodedError } from '../../core/coded-error.ts';
import {
  type ConnectorPackage,
  definitionNameIn,
  packageOfFiles,
  readPackage,
  readPackageFile,
} from '../../package/connector-package.ts';
import { isSolutionFolder, readSolutionFolder } from '../../package/solution-folder.ts';
import { isUrl } from './locations.ts';

const largestFile = 200_000_000;
const standardInput = 'standard input';

/** The packages at one location: itself, or of an archive or unpacked solution what stands for it and every connector in it. */
export async function readLocation(location: string): Promise<readonly ConnectorPackage[]> {
  if (location === '-') {
    const bytes = await standardInputBytes();
    if (beginsLikeZip(bytes)) return archived(standardInput, bytes);
    return [packageOfFiles(standardInput, new Map([[standardInput, bytes]]), { definitionName: standardInput })];
  }
  if (isUrl(location)) return [await readPackage(location)];
  const bytes = fileBytes(location);
  if (bytes && (/\.zip$/i.test(location) || beginsLikeZip(bytes))) return archived(location, bytes);
  if (bytes) return [readPackageFile(location, bytes)];
  return (await isUnpacked(location)) ? unpacked(location) : [await readPackage(location)];
}

async function standardInputBytes(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestFile) throw tooLarge(standardInput);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string): CodedError {
  return new CodedError('PACKAGE_UNREADABLE', `${path} has more than 200 MB. That is no connector package.`);
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

async function isUnpacked(location: string): Promise<boolean> {
  const names = attempt(() => readdirSync(location));
  return names !== undefined && definitionNameIn(names) === undefined && isSolutionFolder(location);
}

async function unpacked(location: string): Promise<readonly ConnectorPackage[]> {
  const [{ archiveLimits }, { archivePackage, connectorsIn }] = await Promise.all([
    import('../../package/archive.ts'),
    import('../../package/solution.ts'),
  ]);
  const archive = await readSolutionFolder(location, archiveLimits);
  return [archivePackage(archive), ...connectorsIn(archive)];
}

/** The bytes of a file; undefined where it is none, or cannot be read. */
function fileBytes(path: string): Uint8Array | undefined {
  const kind = attempt(() => statSync(path));
  if (!kind?.isFile()) return undefined;
  if (kind.size > largestFile) throw tooLarge(path);
  return attempt(() => readFileSync(path));
}

/** What cannot be read is told by who reads it whole. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function beginsLikeZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
}
