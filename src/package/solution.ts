/** What an archive holds, by its layout: connectors in folders, a Dataverse solution, or solutions packed for certification. */
import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { pathIn } from './archive-path.ts';
import { composedProperties } from './composed-properties.ts';
import {
  type ConnectorPackage,
  definitionNameIn,
  packageFileNames,
  packageOf,
  packageOfFiles,
} from './connector-package.ts';
import { readSource } from './source-document.ts';
import { readText, type TextFile } from './text-file.ts';
import { childText, elementsNamed, readXml, type XmlDocument, type XmlElement } from './xml.ts';

export { pathIn } from './archive-path.ts';

/** submission: what is handed in, a text and a package; deployment: the package, solutions in a folder; folders: packages as paconn has them. */
export type ArchiveKind = 'submission' | 'deployment' | 'solution' | 'folders' | 'unknown';

export function kindOf(archive: Archive): ArchiveKind {
  if (isSolution(archive)) return 'solution';
  if (foldersWithDefinition(archive).length > 0) return 'folders';
  const inner = [...archive.archives].map(([name, each]) => ({ name, kind: kindOf(each) }));
  const hasText = [...archive.files.keys()].some((name) => /^[^/]+\.md$/i.test(name));
  const solutions = inner.filter(({ kind }) => kind === 'solution');
  if (solutions.some(({ name }) => name.includes('/') || !hasText)) return 'deployment';
  if (inner.length > 0 && (hasText || inner.some(({ kind }) => kind === 'deployment'))) return 'submission';
  return 'unknown';
}

function isSolution({ files }: Archive): boolean {
  return [...files.keys()].some((name) => solutionFile.test(name) || connectorFile.test(name));
}

/** An archive and those within it, the outermost first. */
export function levelsOf(archive: Archive): Archive[] {
  return [archive, ...[...archive.archives.values()].flatMap(levelsOf)];
}

/**
 * Every connector in an archive, and in those within it. One that several solutions carry, the same in all, is given once.
 * Those of a submission have its text.
 */
export function connectorsIn(archive: Archive): ConnectorPackage[] {
  const intro = submittedText(archive);
  return distinctConnectorsIn(archive).map((connector) => (intro ? { intro, ...connector } : connector));
}

/** The one text of a submission, or the one called as it should be. */
function submittedText(archive: Archive): TextFile | undefined {
  if (kindOf(archive) !== 'submission') return undefined;
  const texts = [...archive.files].filter(([name]) => /^[^/]+\.md$/i.test(name));
  const [name, bytes] =
    texts.find(([each]) => each.toLowerCase() === packageFileNames.intro) ??
    (texts.length === 1 ? texts[0] : undefined) ??
    [];
  return name !== undefined && bytes ? readText(pathIn(archive, name), bytes) : undefined;
}

function distinctConnectorsIn(archive: Archive): ConnectorPackage[] {
  const seen = new Set<string>();
  return everyConnectorIn(archive).filter(({ location, isFromSolution, ...connector }) => {
    if (!isFromSolution) return true;
    const { definition, properties, script } = connector;
    const parts = [location.split('!').at(-1), definition.text, properties?.value, script?.text];
    const key = JSON.stringify(parts);
    return !seen.has(key) && seen.add(key);
  });
}

/** Every connector of every solution and folder, the same one as often as it is there. */
export function everyConnectorIn(archive: Archive): ConnectorPackage[] {
  const own = isSolution(archive) ? solutionConnectors(archive) : folderConnectors(archive);
  return [...own, ...[...archive.archives.values()].flatMap(everyConnectorIn)];
}

function foldersWithDefinition({ files }: Archive): { folder: string; definition: string; names: string[] }[] {
  const byFolder = new Map<string, string[]>();
  for (const path of files.keys()) {
    if (isExtra(path)) continue;
    const { dir, base } = posix.parse(path);
    const names = byFolder.get(dir) ?? [];
    names.push(base);
    byFolder.set(dir, names);
  }
  return [...byFolder].flatMap(([folder, names]) => {
    const definition = definitionNameIn(names);
    return definition === undefined ? [] : [{ folder, definition, names }];
  });
}

/** What file managers add to archives. */
export function isExtra(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

function folderConnectors(archive: Archive): ConnectorPackage[] {
  return foldersWithDefinition(archive).map(({ folder, definition, names }) => {
    const pathOf = (name: string) => posix.join(folder, name);
    const files = names.map((name) => [name, archive.files.get(pathOf(name)) ?? new Uint8Array()] as const);
    return packageOfFiles(pathIn(archive, pathOf(definition)), new Map(files), {
      definitionName: definition,
      fileOf: (name) => pathIn(archive, pathOf(name)),
      isWhole: true,
      unread: [...archive.unread]
        .filter((path) => posix.dirname(path) === (folder || '.'))
        .map((path) => posix.basename(path)),
    });
  });
}

/** The files of a connector by the elements that name them, as they are called in an export. */
export const connectorFileKinds = {
  openapidefinition: 'json',
  connectionparameters: 'json',
  connectionparametersets: 'json',
  policytemplateinstances: 'json',
  customcodeblobcontent: 'csx',
  iconblob: 'Png',
} as const;
type ConnectorFileKind = keyof typeof connectorFileKinds;

const connectorFile = /^Connectors?\/(.+)_openapidefinition\.json$/i;

/** A connector as customizations.xml, or a file of its own, declares it. */
export interface DeclaredConnector {
  readonly element: XmlElement;
  /** The XML file that it stands in. */
  readonly file: string;
  readonly name: string;
}

/** Unpacked, they stand in a folder of their own. */
const solutionFile = /^(?:Other\/)?(?:solution|customizations)\.xml$/i;

/** Every rule asks anew; a file is read once. */
const xmlRead = new WeakMap<Uint8Array, XmlDocument>();

/** An XML file of an archive, read; undefined where there is none. Names count in any case; unpacked it stands in Other. */
export function xmlOf({ files }: Archive, wanted: string): { name: string; document: XmlDocument } | undefined {
  const places = [wanted, `Other/${wanted}`].map((each) => each.toLowerCase());
  const name = [...files.keys()].find((each) => places.includes(each.toLowerCase()));
  const bytes = name === undefined ? undefined : files.get(name);
  if (name === undefined || bytes === undefined) return undefined;
  const document = xmlRead.get(bytes) ?? readXml(bytes);
  xmlRead.set(bytes, document);
  return { name, document };
}

/** The connectors that a solution declares: in customizations.xml, or unpacked in files of their own. */
export function declaredConnectors(archive: Archive): DeclaredConnector[] {
  const xmls = [...archive.files.keys()].filter((name) =>
    /^(?:(?:Other\/)?customizations|Connectors?\/[^/]+)\.xml$/i.test(name),
  );
  return xmls.flatMap((file) =>
    connectorElements(xmlOf(archive, file)?.document.root).map((element) => ({
      element,
      file,
      name: childText(element, 'name') ?? '',
    })),
  );
}

function connectorElements(root: XmlElement | undefined): XmlElement[] {
  const all = [...(root?.name.toLowerCase() === 'connector' ? [root] : []), ...elementsNamed(root, 'Connector')];
  return all.filter(({ children }) => children.length > 0);
}

/** The path in the archive that an element names with a leading slash. */
export function pathNamed(text: string): string {
  return text.replace(/^\//, '');
}

function solutionConnectors(archive: Archive): ConnectorPackage[] {
  const declared = declaredConnectors(archive);
  const definitionOf = ({ element, name }: DeclaredConnector) =>
    existing(archive, childText(element, 'openapidefinition')) ?? conventional(archive, name, 'openapidefinition');
  const told = declared.flatMap((each) => {
    const definition = definitionOf(each);
    return definition === undefined ? [] : [solutionConnector(archive, definition, each)];
  });
  const known = new Set(declared.map(definitionOf));
  const untold = [...archive.files.keys()]
    .filter((path) => connectorFile.test(path) && !known.has(path))
    .map((path) => solutionConnector(archive, path, undefined));
  return [...told, ...untold];
}

/** The file that an element names, where it is there; unpacked it lies in Connectors, not Connector. */
export function existing({ files }: Archive, text: string | undefined): string | undefined {
  if (!text) return undefined;
  const path = pathNamed(text);
  return [path, path.replace(/^Connector\//, 'Connectors/')].find((each) => files.has(each));
}

function conventional({ files }: Archive, name: string, kind: ConnectorFileKind): string | undefined {
  const wanted = ['Connector', 'Connectors'].map((folder) =>
    `${folder}/${name}_${kind}.${connectorFileKinds[kind]}`.toLowerCase(),
  );
  return [...files.keys()].find((path) => wanted.includes(path.toLowerCase()));
}

function solutionConnector(
  archive: Archive,
  definition: string,
  declared: DeclaredConnector | undefined,
): ConnectorPackage {
  const name = connectorFile.exec(definition)?.[1] ?? declared?.name ?? '';
  const file = (kind: ConnectorFileKind) => {
    const path =
      (declared && existing(archive, childText(declared.element, kind))) ?? conventional(archive, name, kind);
    const bytes = path === undefined ? undefined : archive.files.get(path);
    return path !== undefined && bytes ? ([pathIn(archive, path), bytes] as const) : undefined;
  };
  const source = (kind: ConnectorFileKind) => {
    const found = file(kind);
    return found && readSource(found[0], found[1], 'json');
  };
  const script = file('customcodeblobcontent');
  const icon = file('iconblob');
  const bytes = archive.files.get(definition) ?? new Uint8Array();
  return packageOf(pathIn(archive, definition), {
    definition: readSource(pathIn(archive, definition), bytes, 'json'),
    properties: composedProperties(archive, {
      connectionParameters: source('connectionparameters'),
      connectionParameterSets: source('connectionparametersets'),
      policyTemplateInstances: source('policytemplateinstances'),
      declared,
    }),
    script: script && readText(...script),
    icon: icon?.[1],
    iconFile: icon?.[0],
    isFromSolution: true,
  });
}

/** What archives are told by: the package that stands for one itself, which has no connector. */
export function archivePackage(archive: Archive): ConnectorPackage {
  const definition = readSource(archive.path, new TextEncoder().encode('{}'), 'json');
  return { location: archive.path, title: posix.basename(archive.path), definition, findings: [], archive };
}
