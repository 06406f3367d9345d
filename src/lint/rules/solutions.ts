/** The layout of solutions: what an import, or the packaging for certification, refuses. */
import type { Archive } from '../../package/archive.ts';
import {
  connectorFileKinds,
  type DeclaredConnector,
  declaredConnectors,
  existing,
  pathIn,
  pathNamed,
  xmlOf,
} from '../../package/solution.ts';
import { childText, elementsNamed } from '../../package/xml.ts';
import type { Problem, Rule, SampleArchive } from '../rule.ts';
import { customizationsXml, sampleConnector, solutionXml } from '../sample-archive.ts';
import { levelsOfKind } from './archives.ts';

const policy = (numbers: string) => `Fix certification policy errors (Microsoft Learn), ${numbers}`;
const exported = 'Solutions as the Power Platform exports them (custom connectors in solutions, Microsoft Learn)';
const { solution, flowSolution, connectorXml, rootComponent, name } = sampleConnector;

const rootFiles = ['[Content_Types].xml', 'solution.xml', 'customizations.xml'];
/** Of a solution that was unpacked (pac solution unpack). */
const unpackedFiles = ['Other/Solution.xml', 'Other/Customizations.xml'];

/** A rule that is checked on every solution. */
interface SolutionRule extends Omit<Rule, 'group' | 'scope' | 'check' | 'good' | 'bad'> {
  readonly good?: SampleArchive;
  readonly bad: SampleArchive;
  check(archive: Archive): Problem[];
}

const problem = (archive: Archive, message: string, file?: string, place?: Problem['place']): Problem => ({
  message,
  pointer: '',
  role: 'archive',
  file: file === undefined ? archive.path : pathIn(archive, file),
  ...(place && { place }),
});

const declared: readonly SolutionRule[] = [
  {
    id: 'solution-files',
    severity: 'error',
    title: 'A solution has its three XML files at the root',
    why: 'Without [Content_Types].xml, solution.xml and customizations.xml, by exactly these names, the import fails.',
    source: policy('5000.1.1.10'),
    bad: solution({ '[Content_Types].xml': null }),
    check: (archive) => {
      const names = [...archive.files.keys(), ...archive.unread];
      const isUnpacked = names.some((each) => /^Other\/(?:solution|customizations)\.xml$/i.test(each));
      return (isUnpacked ? unpackedFiles : rootFiles)
        .filter((each) => !names.includes(each))
        .map((missing) => {
          const other = names.find((each) => each.toLowerCase().endsWith(missing.toLowerCase()));
          const hint = other ? `${other} is there: is it meant?` : 'Export the solution anew.';
          return problem(
            archive,
            `${missing} is missing ${isUnpacked ? 'in' : 'at the root of'} the solution. ${hint}`,
          );
        });
    },
  },
  {
    id: 'solution-xml-invalid',
    severity: 'error',
    title: 'The XML of a solution is well-formed',
    why: 'The import reads nothing else. What stands in such a file was not checked.',
    source: exported,
    bad: solution({ 'solution.xml': '<ImportExportXml><SolutionManifest></ImportExportXml>' }),
    check: (archive) =>
      [...archive.files.keys()]
        .filter((each) => /\.xml$/i.test(each))
        .flatMap((each) => {
          const broken = xmlOf(archive, each)?.document.problem;
          return broken ? [problem(archive, `This is no well-formed XML: ${broken.message}.`, each, broken)] : [];
        }),
  },
  {
    id: 'solution-folders',
    severity: 'error',
    title: 'A solution has the folders of what it declares',
    why: 'customizations.xml declares components whose files are looked for in folders of these names: Connector, Workflows, aiplugins and aipluginoperations.',
    source: policy('5000.1.1.14, 5000.1.1.17'),
    bad: flowSolution({
      'Workflows/Quotes-00000000-0000-4000-8000-00000000000d.json': null,
      'Flows/Quotes-00000000-0000-4000-8000-00000000000d.json': '{}',
    }),
    check: (archive) => {
      const folders = new Set([...archive.files.keys()].map((each) => each.split('/')[0]));
      const { hasConnector, hasWorkflows, hasPlugin } = rolesOf(archive);
      const isUnpacked = folders.has('Connectors');
      const wanted = [
        ...(hasConnector && !isUnpacked ? ['Connector'] : []),
        ...(hasWorkflows ? ['Workflows'] : []),
        ...(hasPlugin ? ['aiplugins', 'aipluginoperations'] : []),
      ];
      return wanted
        .filter((folder) => !folders.has(folder))
        .map((folder) =>
          problem(
            archive,
            `The solution declares what belongs into the folder ${folder}, which is missing. Export the solution anew.`,
          ),
        );
    },
  },
  {
    id: 'solution-path-missing',
    severity: 'error',
    title: 'Every file that a solution names is in it',
    why: 'A connector or a flow whose file is missing cannot be imported.',
    source: policy('5000.1.1.15, 5000.1.1.16'),
    bad: solution({ [`Connector/${name}_connectionparameters.json`]: null }),
    check: (archive) =>
      namedPaths(archive)
        .filter(({ path }) => existing(archive, path) === undefined && !archive.unread.has(path))
        .map(({ path, element, file, place }) =>
          problem(
            archive,
            `${element} names ${path}, which is not in the solution. Export the solution anew.`,
            file,
            place,
          ),
        ),
  },
  {
    id: 'solution-connector-undeclared',
    severity: 'error',
    title: 'Every definition in a solution belongs to a connector that it declares',
    why: 'Files that no <Connector> names are not imported.',
    source: exported,
    bad: solution({ 'Connector/other_openapidefinition.json': '{ "swagger": "2.0", "paths": {} }' }),
    check: (archive) => {
      if (isXmlBroken(archive)) return [];
      const known = new Set(namedPaths(archive).map(({ path }) => existing(archive, path)));
      return [...archive.files.keys()]
        .filter((path) => /^Connectors?\/.+_openapidefinition\.json$/i.test(path) && !known.has(path))
        .map((path) =>
          problem(archive, 'No <Connector> in customizations.xml names this definition, so it is not imported.', path),
        );
    },
  },
  {
    id: 'solution-managed',
    severity: 'warning',
    isAssumed: true,
    title: 'A solution for certification is unmanaged',
    why: 'Certification builds on the unmanaged export; a managed one was refused (one publisher’s report).',
    source: 'Reports of publishers; <Managed> of solution.xml',
    bad: solution({ 'solution.xml': solutionXml(rootComponent, 1) }),
    check: (archive) =>
      manifest(archive, 'Managed')
        .filter(({ element }) => element.text === '1')
        .map(({ file, element }) =>
          problem(archive, '<Managed> is 1. Export the solution as unmanaged.', file, element.place),
        ),
  },
  {
    id: 'solution-root-component',
    severity: 'warning',
    title: 'solution.xml lists every connector as a root component',
    why: 'What is no root component (of type 372) is not part of the solution after the import.',
    source: exported,
    bad: solution({ 'solution.xml': solutionXml(rootComponent.replace('372', '371')) }),
    check: (archive) => {
      const components = manifest(archive, 'RootComponent').filter(
        ({ element }) => element.attributes.get('type') === '372',
      );
      const keys = components.flatMap(({ element }) =>
        ['schemaName', 'id'].map((each) => idText(element.attributes.get(each))),
      );
      const isRead = xmlOf(archive, 'solution.xml')?.document.root !== undefined;
      const { hasWorkflows } = rolesOf(archive);
      return declaredConnectors(archive)
        .filter((each) => isRead && !hasWorkflows && !keysOf(each).some((key) => keys.includes(key)))
        .map((each) =>
          problem(
            archive,
            `solution.xml has no <RootComponent type="372"> for ${each.name}. Add the connector to the solution and export it anew.`,
            each.file,
            each.element.place,
          ),
        );
    },
  },
  {
    id: 'solution-policies-empty',
    severity: 'info',
    isAssumed: true,
    title: 'A file of policies holds policies',
    why: 'An empty list that is named all the same was refused (one publisher’s report).',
    source: 'Reports of publishers; policytemplateinstances of a connector',
    bad: solution({ [`Connector/${name}_policytemplateinstances.json`]: '[]' }),
    check: (archive) =>
      namedPaths(archive)
        .filter(({ element, path }) => element === 'policytemplateinstances' && textOf(archive, path)?.trim() === '[]')
        .map(({ path, element }) =>
          problem(archive, `<${element}> names an empty list. Take element and file out.`, path),
        ),
  },
  {
    id: 'solution-field-length',
    severity: 'error',
    title: 'The fields of a connector fit into Dataverse',
    why: 'Longer texts are refused by the import: name 500, display name 200, description 1,000, brand colour 100 characters.',
    source: 'Table connector of Dataverse (Microsoft Learn), MaxLength',
    bad: solution({
      'customizations.xml': customizationsXml(
        connectorXml.replace('Quotes in the sales work.', 'Quotes in the sales work. '.repeat(50)),
      ),
    }),
    check: (archive) =>
      declaredConnectors(archive).flatMap(({ element, file }) =>
        Object.entries(fieldLengths).flatMap(([field, most]) => {
          const length = childText(element, field)?.length ?? 0;
          return length > most
            ? [problem(archive, `<${field}> has ${length} characters; Dataverse takes ${most}.`, file, element.place)]
            : [];
        }),
      ),
  },
];

export const solutionRules: readonly Rule[] = declared.map(({ good = {}, bad, check, ...rule }) => ({
  ...rule,
  group: 'package',
  scope: 'archive',
  good: { archive: good },
  bad: { archive: bad },
  check: ({ connector: { archive } }) => levelsOfKind(archive, 'solution').flatMap(check),
}));

const fieldLengths = { name: 500, displayname: 200, description: 1_000, iconbrandcolor: 100 };

/** What a solution declares: that tells a connector’s solution from a flow’s and a plugin’s. */
export function rolesOf(archive: Archive) {
  const root = xmlOf(archive, 'customizations.xml')?.document.root;
  const declares = (element: string) =>
    elementsNamed(root, element).some(({ children, attributes }) => children.length > 0 || attributes.size > 0);
  return {
    hasConnector: declares('Connector') || declaredConnectors(archive).length > 0,
    hasWorkflows: declares('Workflows'),
    hasPlugin: declares('aicopilot_aiplugin'),
  };
}

/** Every path that customizations.xml names, with the element that names it. */
function namedPaths(archive: Archive) {
  const ofConnectors = declaredConnectors(archive).flatMap(({ element, file }) =>
    element.children
      .filter(({ name: kind, text }) => Object.hasOwn(connectorFileKinds, kind.toLowerCase()) && text.startsWith('/'))
      .map((child) => ({ path: pathNamed(child.text), element: child.name.toLowerCase(), file, place: child.place })),
  );
  const customizations = xmlOf(archive, 'customizations.xml');
  const ofFlows = elementsNamed(customizations?.document.root, 'JsonFileName').map((element) => ({
    path: pathNamed(element.text),
    element: element.name,
    file: customizations?.name ?? '',
    place: element.place,
  }));
  return [...ofConnectors, ...ofFlows];
}

/** Whether a manifest that is there cannot be read, as XML or at all: what it declares is not known. */
export function isXmlBroken(archive: Archive): boolean {
  const isXml = (name: string) => /\.xml$/i.test(name);
  return (
    [...archive.unread].some(isXml) ||
    [...archive.files.keys()].filter(isXml).some((name) => xmlOf(archive, name)?.document.problem !== undefined)
  );
}

function manifest(archive: Archive, wanted: string) {
  const xml = xmlOf(archive, 'solution.xml');
  return elementsNamed(xml?.document.root, wanted).map((element) => ({ file: xml?.name ?? '', element }));
}

function keysOf({ element, name: own }: DeclaredConnector): string[] {
  return [own, childText(element, 'connectorid')].map(idText).filter((each) => each !== '');
}

function idText(text: string | undefined): string {
  return (text ?? '').replace(/[{}]/g, '').toLowerCase();
}

function textOf(archive: Archive, path: string): string | undefined {
  const bytes = archive.files.get(existing(archive, path) ?? path);
  return bytes && new TextDecoder().decode(bytes);
}
