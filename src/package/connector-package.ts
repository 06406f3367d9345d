/** A connector package: a folder with a definition and what belongs to it, a single definition, or one at a URL. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '../core/coded-error.ts';
import type { Finding } from '../report/finding.ts';
import { readSource, type SourceDocument } from './source-document.ts';

export interface ConnectorPackage {
  /** Folder, file or URL, as it was given. */
  readonly location: string;
  /** The definition's title, else the folder's or file's name. */
  readonly title: string;
  readonly definition: SourceDocument;
  readonly properties?: SourceDocument;
  readonly actions?: SourceDocument;
  /** The path of script.csx, where there is one. */
  readonly script?: string;
  readonly icon?: Uint8Array;
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
  script: 'script.csx',
  icon: 'icon.png',
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
const largestDefinition = 10_000_000;

/** The files of a package as texts, where nothing is on a disk: what was dropped on a page. */
export interface PackageTexts {
  /** JSON or YAML. */
  readonly definition: string;
  readonly properties?: string;
  readonly actions?: string;
}

/** A package of texts; `name` is what its definition is called, and tells JSON from YAML where it has an extension. */
export function packageOfTexts(name: string, { definition, properties, actions }: PackageTexts): ConnectorPackage {
  const source = (file: string, text: string | undefined) =>
    text === undefined ? undefined : readSource(file, new TextEncoder().encode(text));
  return packageOf(name, {
    definition: readSource(name, new TextEncoder().encode(definition)),
    properties: source(packageFileNames.properties, properties),
    actions: source(packageFileNames.actions, actions),
  });
}

/** Reads a package. Throws a CodedError PACKAGE_UNREADABLE where nothing is there; what is there but broken are findings. */
export async function readPackage(location: string): Promise<ConnectorPackage> {
  if (/^https?:\/\//i.test(location)) return packageOf(location, { definition: await fetched(location) });
  const kind = await attempt(location, stat);
  return kind.isDirectory() ? readFolder(location) : readBeside(location);
}

async function readFolder(folder: string): Promise<ConnectorPackage> {
  const names = await attempt(folder, (path) => readdir(path));
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  const definitionName = definitionNames
    .map((name) => byLowerCase.get(name.toLowerCase()))
    .find((name) => name !== undefined);
  if (!definitionName) {
    throw unreadable(
      `${folder} has no ${packageFileNames.definition}.`,
      'Give the folder of a connector package, or a definition itself.',
    );
  }
  const path = (name: string) => {
    const found = byLowerCase.get(name.toLowerCase());
    return found && join(folder, found);
  };
  return readFiles(folder, join(folder, definitionName), path);
}

/** A definition given by its file: the files beside it count where they have the names of a package. */
async function readBeside(file: string): Promise<ConnectorPackage> {
  const isPackage = basename(file).toLowerCase() === packageFileNames.definition.toLowerCase();
  const names = isPackage ? await attempt(dirname(file), (path) => readdir(path)) : [];
  const path = (name: string) => (names.includes(name) ? join(dirname(file), name) : undefined);
  return readFiles(file, file, path);
}

type PathOf = (name: string) => string | undefined;

async function readFiles(location: string, definitionPath: string, path: PathOf): Promise<ConnectorPackage> {
  const source = async (name: string) => {
    const file = path(name);
    return file === undefined ? undefined : readSource(file, await bytesOf(file));
  };
  const iconPath = path(packageFileNames.icon);
  const script = path(packageFileNames.script);
  const [definition, properties, actions, icon] = await Promise.all([
    bytesOf(definitionPath).then((bytes) => readSource(definitionPath, bytes)),
    source(packageFileNames.properties),
    source(packageFileNames.actions),
    iconPath === undefined ? undefined : bytesOf(iconPath),
  ]);
  return packageOf(location, { definition, properties, actions, script, icon, watch: location });
}

interface Parts {
  readonly definition: SourceDocument;
  readonly properties?: SourceDocument | undefined;
  readonly actions?: SourceDocument | undefined;
  readonly script?: string | undefined;
  readonly icon?: Uint8Array | undefined;
  readonly watch?: string | undefined;
}

function packageOf(location: string, parts: Parts): ConnectorPackage {
  const { definition, properties, actions } = parts;
  const sources = [definition, properties, actions].filter((source) => source !== undefined);
  const findings = sources.flatMap((source) => [
    ...source.problems.map((problem) => findingOf(source, problem)),
    ...shapeFindings(source),
    ...(source === definition ? versionFindings(source) : []),
  ]);
  const present = Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as unknown as Parts;
  return { ...(present as ConnectorPackage), location, title: titleOf(definition) ?? basename(location), findings };
}

function findingOf(
  { file }: SourceDocument,
  { kind, severity, message, line, column }: SourceDocument['problems'][number],
): Finding {
  return { rule: `file-${kind}`, severity, message, file, pointer: '', line, column };
}

function shapeFindings({ file, value, problems }: SourceDocument): Finding[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [];
  if (problems.length > 0) return [];
  const message = 'The file holds no JSON object at its root.';
  return [{ rule: 'file-no-object', severity: 'error', message, file, pointer: '', line: 1, column: 1 }];
}

/** What is wrong with a definition that is no OpenAPI 2.0. */
function versionFindings({ file, value, problems, locate }: SourceDocument): Finding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { swagger, openapi, paths } = value as { swagger?: unknown; openapi?: unknown; paths?: unknown };
  const say = (rule: string, severity: Finding['severity'], message: string, pointer: string): Finding[] => [
    { rule, severity, message, file, pointer, ...locate(pointer) },
  ];
  if (swagger === undefined && openapi !== undefined)
    return say(
      'definition-version',
      'error',
      `Copilot for Sales reads OpenAPI 2.0 (Swagger); this is OpenAPI ${String(openapi)}: convert it.`,
      '/openapi',
    );
  const isCutOff = problems.some(({ severity }) => severity === 'error');
  if (typeof paths !== 'object' || paths === null)
    return isCutOff
      ? []
      : say(
          'definition-paths',
          'error',
          swagger === undefined
            ? 'This is no OpenAPI definition: it has neither swagger: "2.0" nor paths. Give the definition of a connector.'
            : 'The definition has no paths, so it has no operation. Add them.',
          '',
        );
  if (swagger === '2.0') return [];
  const found = swagger === undefined ? 'no version' : `the version ${JSON.stringify(swagger)}`;
  return say(
    'definition-version',
    'warning',
    `The definition names ${found}; Copilot for Sales reads OpenAPI 2.0. Write swagger: "2.0".`,
    swagger === undefined ? '' : '/swagger',
  );
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
  if (bytes.length > largestDefinition)
    throw unreadable(`${url} has more than 10 MB.`, 'That is no connector definition.');
  return readSource(url, bytes);
}

function bytesOf(file: string): Promise<Uint8Array> {
  return attempt(file, (path) => readFile(path));
}

/** Does something with a path; what the operating system refuses is a CodedError PACKAGE_UNREADABLE. */
async function attempt<Result>(path: string, work: (path: string) => Promise<Result>): Promise<Result> {
  try {
    return await work(path);
  } catch (cause) {
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
