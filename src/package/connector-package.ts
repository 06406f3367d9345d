/** A connector package: a folder with a definition and what belongs to it, a single definition, or one at a URL. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import type { Finding } from '../report/finding.ts';
import type { Archive } from './archive.ts';
import { sourceFindings, textFindings, versionFindings } from './package-findings.ts';
import { readSource, type SourceDocument } from './source-document.ts';
import { readText, type TextFile } from './text-file.ts';

export interface ConnectorPackage {
  /** Folder, file or URL, as it was given. */
  readonly location: string;
  /** The definition's title, else the folder's or file's name. */
  readonly title: string;
  readonly definition: SourceDocument;
  readonly properties?: SourceDocument;
  readonly actions?: SourceDocument;
  readonly settings?: SourceDocument;
  readonly script?: TextFile;
  readonly icon?: Uint8Array;
  /** The path of the icon. */
  readonly iconFile?: string;
  readonly readme?: TextFile;
  /** The text that is handed in with it for certification. */
  readonly intro?: TextFile;
  /** The names of everything in the folder, where it is one; what could not be read is told elsewhere. */
  readonly names?: readonly string[];
  /** It stands in a Dataverse solution: properties are put together of its files; publisher, readme and settings have no place there. */
  readonly isFromSolution?: boolean;
  /** Of what stands for an archive itself: what the archive holds. There is no connector then. */
  readonly archive?: Archive;
  /** The properties alone were given: nothing is known of the definition. */
  readonly isPropertiesOnly?: boolean;
  /** What is wrong with the files as such. */
  readonly findings: readonly Finding[];
  /** Folder or file to watch; none for a URL. */
  readonly watch?: string;
}

/** The files of a package, by the names that they should have. */
export const packageFileNames = {
  definition: 'apiDefinition.swagger.json',
  properties: 'apiProperties.json',
  actions: 'actions.json',
  settings: 'settings.json',
  script: 'script.csx',
  icon: 'icon.png',
  readme: 'readme.md',
  intro: 'intro.md',
} as const;

const definitionNames = [
  packageFileNames.definition,
  'apiDefinition.json',
  'swagger.json',
  'openapi.json',
  'openapi.yaml',
  'openapi.yml',
];
const fetchTimeout = 5_000;
const largestFile = 10_000_000;

/** The files of a package as texts, where nothing is on a disk: what was dropped on a page. */
export interface PackageTexts {
  /** JSON or YAML. */
  readonly definition: string;
  readonly properties?: string;
  readonly actions?: string;
}

/** A package of texts; `name` is what its definition is called, and tells JSON from YAML where it has an extension. */
export function packageOfTexts(name: string, { definition, properties, actions }: PackageTexts): ConnectorPackage {
  const texts = [
    [name, definition],
    [packageFileNames.properties, properties],
    [packageFileNames.actions, actions],
  ] as const;
  const files = texts.flatMap(([file, text]) =>
    text === undefined ? [] : [[file, new TextEncoder().encode(text)] as const],
  );
  return packageOfFiles(name, new Map(files), { definitionName: name });
}

/** A folder of files in memory. */
export interface FilesInMemory {
  /** The definition's name; the usual one where absent. */
  readonly definitionName?: string;
  /** The path that a file is told by; its name where absent. */
  readonly fileOf?: (name: string) => string;
  /** They are all that the folder has: what is missing is missing. */
  readonly isWhole?: boolean;
  /** Names of what is there besides and could not be read. */
  readonly unread?: readonly string[];
}

/** A package of files in memory by their names, in any case: of an archive, of texts. */
export function packageOfFiles(
  location: string,
  files: ReadonlyMap<string, Uint8Array>,
  {
    definitionName = packageFileNames.definition,
    fileOf = (name) => name,
    isWhole = false,
    unread = [],
  }: FilesInMemory = {},
): ConnectorPackage {
  const nameOf = namesIn([...files.keys()]);
  const file = (wanted: string) => {
    const name = nameOf(wanted);
    const bytes = name === undefined ? undefined : files.get(name);
    return name === undefined || bytes === undefined ? undefined : ([fileOf(name), bytes] as const);
  };
  const definition = file(definitionName) ?? ([fileOf(definitionName), new Uint8Array()] as const);
  const connector = packageOf(location, { definition: readSource(...definition), ...partsOf(file) });
  return isWhole ? { ...connector, names: [...files.keys(), ...unread] } : connector;
}

/** The name of the definition among the names of a folder; undefined where there is none. */
export function definitionNameIn(names: readonly string[]): string | undefined {
  const nameOf = namesIn(names);
  return definitionNames.map(nameOf).find((name) => name !== undefined);
}

/** Whether a name is among those of a folder, in any case: a file that is there may be one that could not be read. */
export function hasName(names: readonly string[], wanted: string): boolean {
  return namesIn(names)(wanted) !== undefined;
}

/** Names by how they are spelled in lower case; the one spelled as asked for comes first. */
function namesIn(names: readonly string[]): (wanted: string) => string | undefined {
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  const exact = new Set(names);
  return (wanted) => (exact.has(wanted) ? wanted : byLowerCase.get(wanted.toLowerCase()));
}

type FileContent = readonly [file: string, bytes: Uint8Array];

/** What belongs to a definition, read. */
function partsOf(file: (name: string) => FileContent | undefined): Omit<Parts, 'definition'> {
  const source = (name: string) => {
    const found = file(name);
    return found && readSource(...found);
  };
  const text = (name: string) => {
    const found = file(name);
    return found && readText(...found);
  };
  const icon = file(packageFileNames.icon);
  return {
    properties: source(packageFileNames.properties),
    actions: source(packageFileNames.actions),
    settings: source(packageFileNames.settings),
    script: text(packageFileNames.script),
    readme: text(packageFileNames.readme),
    intro: text(packageFileNames.intro),
    icon: icon?.[1],
    iconFile: icon?.[0],
  };
}

/** Reads a package. Throws a CodedError PACKAGE_UNREADABLE where nothing is there; what is there but broken are findings. */
export async function readPackage(location: string): Promise<ConnectorPackage> {
  if (/^https?:\/\//i.test(location)) return packageOf(location, { definition: await fetched(location) });
  const kind = attempt(location, (path) => statSync(path));
  return kind.isDirectory() ? readFolder(location) : readPackageFile(location, bytesOf(location));
}

function readFolder(folder: string): ConnectorPackage {
  const names = attempt(folder, (path) => readdirSync(path));
  const definitionName = definitionNameIn(names);
  if (!definitionName) {
    const below = join(folder, 'package');
    const isProject = definitionNameIn(namesBelow(below)) !== undefined;
    throw unreadable(
      `${folder} has no ${packageFileNames.definition}.`,
      isProject ? `Give ${below}, which has.` : 'Give the folder of a connector package, or a definition itself.',
    );
  }
  const nameOf = namesIn(names);
  const path = (name: string) => {
    const found = nameOf(name);
    return found && join(folder, found);
  };
  return { ...readFiles(folder, join(folder, definitionName), path), names };
}

/** None where it is no folder. */
function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The package of a file that was read, a definition or properties: the files beside it count where they have the names of a package. */
export function readPackageFile(file: string, bytes: Uint8Array): ConnectorPackage {
  refuseLarge(file, bytes.length);
  const isNamed = (name: string) => basename(file).toLowerCase() === name.toLowerCase();
  if (isNamed(packageFileNames.properties)) return readProperties(file, bytes);
  const isPackage = isNamed(packageFileNames.definition);
  const names = isPackage ? attempt(dirname(file), (path) => readdirSync(path)) : [];
  const path = (name: string) => (names.includes(name) ? join(dirname(file), name) : undefined);
  return readFiles(file, file, path, { file, bytes });
}

/** Properties given by their file: with the definition beside them, where there is one. */
function readProperties(file: string, bytes: Uint8Array): ConnectorPackage {
  const names = attempt(dirname(file), (path) => readdirSync(path));
  const definitionName = definitionNameIn(names);
  if (definitionName) {
    const nameOf = namesIn(names);
    const path = (name: string) => {
      const found = name === packageFileNames.properties ? basename(file) : nameOf(name);
      return found && join(dirname(file), found);
    };
    return readFiles(file, join(dirname(file), definitionName), path, { file, bytes });
  }
  const properties = readSource(file, bytes);
  const definition = readSource(dirname(file), new TextEncoder().encode('{}'), 'json');
  const connector = packageOf(file, { definition, properties, watch: file });
  const findings = connector.findings.filter((finding) => finding.file === file);
  return { ...connector, findings, isPropertiesOnly: true };
}

type PathOf = (name: string) => string | undefined;

/** A file that was read already. */
interface KnownFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** In one go: to wait for each of a few small files takes longer than to read it. */
function readFiles(location: string, definitionPath: string, path: PathOf, known?: KnownFile): ConnectorPackage {
  const read = (file: string) => (file === known?.file ? known.bytes : bytesOf(file));
  const definition = readSource(definitionPath, read(definitionPath));
  const content = (name: string): FileContent | undefined => {
    const file = path(name);
    return file === undefined ? undefined : [file, read(file)];
  };
  return packageOf(location, { definition, ...partsOf(content), watch: location });
}

/** What a package is made of. */
export interface Parts {
  readonly definition: SourceDocument;
  readonly properties?: SourceDocument | undefined;
  readonly actions?: SourceDocument | undefined;
  readonly settings?: SourceDocument | undefined;
  readonly readme?: TextFile | undefined;
  readonly intro?: TextFile | undefined;
  readonly script?: TextFile | undefined;
  readonly icon?: Uint8Array | undefined;
  readonly iconFile?: string | undefined;
  readonly isFromSolution?: boolean | undefined;
  readonly watch?: string | undefined;
}

/** A package of its parts, with what is wrong with them as files. */
export function packageOf(location: string, parts: Parts): ConnectorPackage {
  const { definition, properties, actions, settings, script, readme, intro } = parts;
  const sources = [definition, properties, actions, settings].filter((source) => source !== undefined);
  const findings = [
    ...sources.flatMap(sourceFindings),
    ...versionFindings(definition),
    ...[script, readme, intro].flatMap((source) => (source ? textFindings(source) : [])),
  ];
  const present = Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as unknown as Parts;
  return { ...(present as ConnectorPackage), location, title: titleOf(definition) ?? basename(location), findings };
}

function titleOf({ value }: SourceDocument): string | undefined {
  const title = (value as { info?: { title?: unknown } } | null | undefined)?.info?.title;
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

async function fetched(url: string): Promise<SourceDocument> {
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchTimeout) }).catch((cause: Error) => {
    const reason = (cause.cause as Error | undefined)?.message;
    if (reason === 'bad port')
      throw unreadable(
        `${url} is at port ${new URL(url).port}, which web requests may not go to (the Fetch standard blocks it).`,
        'Serve it at another port.',
        cause,
      );
    throw unreadable(`${url} does not answer (${reason ?? cause.message}).`, 'Is the server running?', cause);
  });
  if (!response.ok)
    throw unreadable(`${url} answers with status ${response.status}.`, 'Give the address of an OpenAPI definition.');
  const bytes = await response.bytes().catch((cause: Error) => {
    throw unreadable(`${url} breaks off before its answer is whole.`, 'Try again.', cause);
  });
  if (bytes.length > largestFile) throw unreadable(`${url} has more than 10 MB.`, 'That is no connector definition.');
  return readSource(url, bytes);
}

function bytesOf(file: string): Uint8Array {
  return attempt(file, (path) => {
    const kind = statSync(path);
    if (!kind.isFile() && !kind.isDirectory())
      throw unreadable(`${path} is a pipe or a device, which is not read.`, 'Put a file in its place.');
    refuseLarge(path, kind.size);
    return readFileSync(path);
  });
}

function refuseLarge(path: string, size: number): void {
  if (size > largestFile) throw unreadable(`${path} has more than 10 MB.`, 'That is no file of a connector package.');
}

/** Does something with a path; what the operating system refuses is a CodedError PACKAGE_UNREADABLE. */
function attempt<Result>(path: string, work: (path: string) => Result): Result {
  try {
    return work(path);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const [what, mend] = refusals[code] ?? [`cannot be read (${code || message}).`, 'Give another place.'];
    throw unreadable(`${path} ${what}`, mend, cause);
  }
}

/** By the operating system's codes, what is wrong and how to mend it. */
const refusals: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  ENOENT: ['is not there.', 'Give a folder, a definition or a URL.'],
  ENOTDIR: ['is not there: a part of its path is a file.', 'Give a folder, a definition or a URL.'],
  EISDIR: ['is a folder where a file is expected.', 'Put the file in its place, or give the package itself.'],
  EACCES: ['may not be read by you.', 'Give yourself the right to read it.'],
  EPERM: ['may not be read by you.', 'Give yourself the right to read it.'],
  ELOOP: ['is a link that leads to itself.', 'Link it to the file that is meant.'],
  ENAMETOOLONG: ['has too long a name.', 'Give a folder, a definition or a URL.'],
};

function unreadable(what: string, mend: string, cause?: unknown): CodedError {
  return new CodedError('PACKAGE_UNREADABLE', `${what} ${mend}`, { cause });
}
