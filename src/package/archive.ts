/** Zip archives read in memory, archives in them included, within limits. Nothing is written to a disk. */
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';

/** What an archive may hold, those in it included. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of everything together when unpacked. */
  readonly totalSize: number;
  /** How many times its packed size a file above a megabyte may have. */
  readonly ratio: number;
  /** Archives within archives. */
  readonly levels: number;
  /** Archives of all levels together. */
  readonly archives: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 5_000,
  totalSize: 100_000_000,
  ratio: 200,
  levels: 4,
  archives: 100,
};

export type ArchiveProblemKind =
  | 'archive-unreadable'
  | 'archive-entry-unreadable'
  | 'archive-entry-name'
  | 'archive-entry-twice'
  | 'archive-too-large'
  | 'archive-too-deep';

export interface ArchiveProblem {
  readonly kind: ArchiveProblemKind;
  readonly message: string;
  /** The archive that it is told of: any.zip!package.zip */
  readonly path: string;
}

export interface Archive {
  /** any.zip, or any.zip!package.zip of one within it; a folder, of a solution that is unpacked. */
  readonly path: string;
  readonly isFolder?: boolean;
  /** Contents by name, in the archive's order; names use /. Archives within it are left out. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of files that are there and could not be read. */
  readonly unread: ReadonlySet<string>;
  /** Archives within it by name. */
  readonly archives: ReadonlyMap<string, Archive>;
  /** Those of archives within it included. */
  readonly problems: readonly ArchiveProblem[];
}

/** Whether a file is an archive: by its name, or by how its bytes begin. */
export function isArchive(name: string, bytes: Uint8Array): boolean {
  const [first, second, third = 0, fourth = 0] = bytes;
  const isZip = first === 0x50 && second === 0x4b && [0x0304, 0x0506].includes(third * 256 + fourth);
  return isArchiveName(name) || (isZip && !/\.\w+$/.test(basename(name)));
}

export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Reads an archive; never throws: what cannot be read is a problem. */
export async function readArchive(
  path: string,
  bytes: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): Promise<Archive> {
  return readLevel(path, bytes, { limits, entries: 0, size: 0, archives: 0 }, 1);
}

/** What has been read so far of all levels. */
interface Budget {
  readonly limits: ArchiveLimits;
  entries: number;
  size: number;
  archives: number;
}

async function readLevel(path: string, bytes: Uint8Array, budget: Budget, level: number): Promise<Archive> {
  const files = new Map<string, Uint8Array>();
  const unread = new Set<string>();
  const archives = new Map<string, Archive>();
  const problems: ArchiveProblem[] = [];
  const say = (kind: ArchiveProblemKind, message: string) => void problems.push({ kind, message, path });
  const archive: Archive = { path, files, unread, archives, problems };
  if (level > budget.limits.levels) {
    say('archive-too-deep', `Archives within archives are read ${budget.limits.levels} deep, and this one is deeper.`);
    return archive;
  }
  const seen = new Map<string, string>();
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      if (++budget.entries > budget.limits.entries) {
        say('archive-too-large', `It holds more than ${budget.limits.entries} entries; the others are not read.`);
        break;
      }
      const name = nameOf(entry);
      const refused = refusal(name);
      const twin = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), name);
      if (refused) say('archive-entry-name', `The entry ${quoted(name)} is not read: ${refused}`);
      else if (twin !== undefined) say('archive-entry-twice', twiceText(name, twin));
      else if (!name.endsWith('/')) {
        if (isArchiveName(name) && ++budget.archives > budget.limits.archives) {
          unread.add(name);
          if (budget.archives === budget.limits.archives + 1)
            say('archive-too-large', `It holds more than ${budget.limits.archives} archives; the others are not read.`);
          continue;
        }
        const content = await contentOf(zip, entry, name, budget, say);
        if (content && isArchiveName(name)) {
          const inner = await readLevel(`${path}!${name}`, content, budget, level + 1);
          archives.set(name, inner);
          problems.push(...inner.problems);
        } else if (content) files.set(name, content);
        else unread.add(name);
      }
    }
  } catch (error) {
    say('archive-unreadable', `It is no zip archive that can be read (${causeOf(error)}). Make it anew.`);
  } finally {
    zip?.close();
  }
  return archive;
}

/** The unpacked bytes of an entry; undefined where they are refused or broken, which is said. */
async function contentOf(
  zip: ZipFile,
  entry: Entry,
  name: string,
  budget: Budget,
  say: (kind: ArchiveProblemKind, message: string) => void,
): Promise<Uint8Array | undefined> {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  const { limits } = budget;
  if (budget.size + size > limits.totalSize) {
    say('archive-too-large', `${quoted(name)} is not read: unpacked it all has more than ${limits.totalSize} bytes.`);
    return undefined;
  }
  if (size > 1_000_000 && size > packed * limits.ratio) {
    say(
      'archive-too-large',
      `${quoted(name)} is not read: unpacked it has more than ${limits.ratio} times its packed size.`,
    );
    return undefined;
  }
  try {
    const chunks: Uint8Array[] = [];
    // The stream ends with an error where there is more or less than the entry says.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
    const content = Buffer.concat(chunks);
    budget.size += content.length;
    if (crc32(content) !== entry.crc32) throw new Error('its checksum is another');
    return content;
  } catch (error) {
    say('archive-entry-unreadable', `${quoted(name)} cannot be read (${causeOf(error)}). Make the archive anew.`);
    return undefined;
  }
}

function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
}

/** Why an entry of this name is not read. */
function refusal(name: string): string | undefined {
  if (name === '' || name === '/') return 'it has no name.';
  if (name.includes('\\')) return 'names of entries have / between their parts, no back-slash. Make the archive anew.';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'the name is an absolute path. Make it relative.';
  if (name.split('/').includes('..')) return 'the name leads out of the archive (..). Remove it.';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'the name has control characters. Remove them.';
  return undefined;
}

function twiceText(name: string, twin: string): string {
  const which = name === twin ? 'stands twice in it' : `differs from ${quoted(twin)} in case only`;
  return `The entry ${quoted(name)} ${which}; readers differ in which one they take, the first is read here. Remove one.`;
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name);
}

/** What libraries say of archives, in words of ours. */
const causes: readonly (readonly [said: RegExp, words: string])[] = [
  [/encrypt/i, 'it is encrypted'],
  [/unsupported compression method/i, 'it is packed by a method that is not read here'],
  [/too many bytes in the stream/i, 'it unpacks to more than is told of it'],
  [/not enough bytes in the stream/i, 'it unpacks to less than is told of it'],
  [/checksum/i, 'its checksum is another'],
  [/central directory record signature not found/i, 'its end is not that of a zip archive'],
  [/multi-?disk/i, 'it is a part of several'],
];

function causeOf(error: unknown): string {
  const { message } = error as Error;
  return causes.find(([said]) => said.test(message))?.[1] ?? 'its bytes are broken';
}
