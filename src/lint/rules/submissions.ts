/** The layout of what is handed in for certification: a text, and a package of solutions. */
import { posix } from 'node:path';
import type { Archive } from '../../package/archive.ts';
import { declaredConnectors, everyConnectorIn, isExtra, kindOf, levelsOf } from '../../package/solution.ts';
import type { Problem, Rule, SampleArchive } from '../rule.ts';
import { customizationsXml, sampleConnector } from '../sample-archive.ts';
import { levelsOfKind, named } from './archives.ts';
import { isXmlBroken, rolesOf } from './solutions.ts';

const policy = (numbers: string) => `Fix certification policy errors (Microsoft Learn), ${numbers}`;
const validator = 'ConnectorPackageValidator.ps1 of microsoft/PowerPlatformConnectors';
const { solution, connectorXml, workflowXml, name } = sampleConnector;

interface SubmissionRule extends Omit<Rule, 'group' | 'scope' | 'check' | 'good' | 'bad'> {
  readonly good?: SampleArchive;
  readonly bad: SampleArchive;
  check(archive: Archive): Problem[];
}

const problem = (archive: Archive, message: string, file: string = archive.path): Problem => ({
  message,
  pointer: '',
  role: 'archive',
  file,
});

const declared: readonly SubmissionRule[] = [
  {
    id: 'submission-root',
    severity: 'error',
    title: 'The archive that is handed in holds one text and one package, and no folder',
    why: 'Certification takes exactly one .md (intro.md) and one .zip (the package) at the root; everything else is refused.',
    source: `${policy('5000.1.1.5, 5000.1.1.11')}; ${validator}`,
    bad: { 'notes.md': '# Notes' },
    check: (archive) =>
      levelsOfKind(archive, 'submission').flatMap((level) => {
        const root = [...level.files.keys(), ...level.archives.keys(), ...level.unread].filter(
          (each) => !isExtra(each),
        );
        const texts = root.filter((each) => /^[^/]+\.md$/i.test(each));
        const packages = root.filter((each) => /^[^/]+\.zip$/i.test(each));
        const folders = [...new Set(root.filter((each) => each.includes('/')).map((each) => `${each.split('/')[0]}/`))];
        return [
          countProblem(texts, 'text (.md)', 'Add intro.md.'),
          countProblem(packages, 'package (.zip)', 'Put all solutions into one package, in a folder PkgAssets.'),
          folders.length > 0 ? `Folders are not allowed here: ${named(folders)}. Put their content at the root.` : '',
        ]
          .filter((message) => message !== '')
          .map((message) => problem(level, message));
      }),
  },
  {
    id: 'submission-package-folder',
    severity: 'error',
    title: 'The package holds one folder with the solutions',
    why: 'The solutions are looked for in the one folder of the package, ideally named PkgAssets.',
    source: `${policy('5000.1.1.12')}; ${validator}`,
    good: { 'package.zip': { 'package.dll': 'a file of the Package Deployer' } },
    bad: { 'package.zip': { 'Other/readme.txt': 'x' } },
    check: (archive) =>
      packagesIn(archive).flatMap((level) => {
        const folders = foldersOf(level, '');
        if (folders.length === 1) return [];
        const found = folders.length === 0 ? 'none' : named(folders);
        return [problem(level, `The package needs one folder, PkgAssets, with the solutions in it; it has ${found}.`)];
      }),
  },
  {
    id: 'submission-solutions',
    severity: 'error',
    title: 'The folder of a package holds the solution of the connector and the one of a flow',
    why: 'Certification takes exactly two solutions, or three with the one of an AI plugin, and no folder beside them.',
    source: `${policy('5000.1.1.6, 5000.1.1.13')}; ${validator}`,
    bad: { 'package.zip': { 'PkgAssets/FlowSolution.zip': null } },
    check: (archive) =>
      packagesIn(archive).flatMap((level) => {
        const [folder, ...others] = foldersOf(level, '');
        if (folder === undefined || others.length > 0) return [];
        const solutions = [...level.archives].filter(([each]) => each.startsWith(folder));
        const most = solutions.some(([, each]) => rolesOf(each).hasPlugin) ? 3 : 2;
        const inner = foldersOf(level, folder);
        return [
          solutions.length === most
            ? ''
            : `${folder} holds ${solutions.length === 1 ? 'one solution' : `${solutions.length} solutions`}; it needs ${most}: of the connector${most === 3 ? ', of a flow and of the plugin' : ' and of a flow that uses it'}.`,
          inner.length > 0 ? `${folder} holds folders (${named(inner)}), which are not allowed there.` : '',
        ]
          .filter((message) => message !== '')
          .map((message) => problem(level, message));
      }),
  },
  {
    id: 'submission-roles',
    severity: 'error',
    title: 'One solution has the connector alone, one has a flow with it',
    why: 'The solution of the connector has nothing but the connector; the one of the flow has both; the one of the plugin has connector and plugin, and no flow.',
    source: `${policy('5000.1.1.7, 5000.1.1.8')}; ${validator}`,
    bad: solution({ 'customizations.xml': customizationsXml(connectorXml, workflowXml) }),
    check: (archive) =>
      packagesIn(archive).flatMap((level) => {
        const solutions = [...level.archives.values()].filter((each) => kindOf(each) === 'solution');
        if (solutions.length < 2 || solutions.some(isXmlBroken)) return [];
        const roles = solutions.map(rolesOf);
        const isThere = (hasWorkflows: boolean) =>
          roles.some((each) => each.hasConnector && !each.hasPlugin && each.hasWorkflows === hasWorkflows);
        return [
          isThere(false) ? '' : 'No solution has the connector and nothing else. Export one with the connector alone.',
          isThere(true) ? '' : 'No solution has both the connector and a flow. Export one with a flow that uses it.',
        ]
          .filter((message) => message !== '')
          .map((message) => problem(level, message));
      }),
  },
  {
    id: 'submission-definitions-differ',
    severity: 'warning',
    title: 'All solutions carry the same definition of a connector',
    why: 'Which one is taken depends on the order of the import.',
    source: 'Reports of publishers: definitions of one package are held against each other',
    bad: solution({ [`Connector/${name}_openapidefinition.json`]: '{ "swagger": "2.0", "paths": {} }' }),
    check: (archive) => {
      const first = new Map<string, { path: string; value: string }>();
      return everyConnectorIn(archive).flatMap(({ definition, isFromSolution }): Problem[] => {
        const own = posix.basename(definition.file);
        const value = JSON.stringify(definition.value) ?? '';
        const known = first.get(own);
        if (!isFromSolution || !known) {
          first.set(own, { path: definition.file, value });
          return [];
        }
        const message = `This definition differs from the one in ${known.path}. Export both solutions anew, in one state.`;
        return known.value === value ? [] : [problem(archive, message, definition.file)];
      });
    },
  },
  {
    id: 'submission-custom-properties',
    severity: 'warning',
    isAssumed: true,
    title: 'Several kinds of authentication come with customProperties.json',
    why: 'Certification asks for the file where a connector has connection parameter sets; its format stands on no public page.',
    source: policy('5000.1.1.5'),
    good: {
      'customProperties.json': '{}',
      ...solution({
        'customizations.xml': customizationsXml(withSets()),
        [`Connector/${name}_connectionparametersets.json`]: '{}',
      }),
    },
    bad: solution({
      'customizations.xml': customizationsXml(withSets()),
      [`Connector/${name}_connectionparametersets.json`]: '{}',
    }),
    check: (archive) => {
      const levels = levelsOf(archive);
      if (levelsOfKind(archive, 'submission').length === 0) return [];
      const hasSets = levels.some((level) =>
        declaredConnectors(level).some(({ element }) =>
          element.children.some((child) => child.name.toLowerCase() === 'connectionparametersets'),
        ),
      );
      const hasFile = levels.some(({ files }) =>
        [...files.keys()].some((each) => /customProperties\.json$/i.test(each)),
      );
      return hasSets && !hasFile
        ? [problem(archive, 'The connector has connection parameter sets, and customProperties.json is nowhere in it.')]
        : [];
    },
  },
  {
    id: 'intro-sections',
    severity: 'warning',
    title: 'The text for certification has its sections, and no list of operations',
    why: 'It becomes the connector’s page: prerequisites, credentials, first steps, known issues, common errors and questions. The operations are added from the definition.',
    source: `${policy('5000.1.1.2')}; Submit for certification (Microsoft Learn), the template of intro.md`,
    bad: { 'intro.md': '# Fabrikam Quotes\n\n## Prerequisites\n\n## Supported Operations\n' },
    check: (archive) =>
      levelsOfKind(archive, 'submission').flatMap((level) =>
        [...level.files]
          .filter(([each]) => /^[^/]+\.md$/i.test(each))
          .flatMap(([each, bytes]) => introProblems(level, each, new TextDecoder().decode(bytes))),
      ),
  },
];

export const submissionRules: readonly Rule[] = declared.map(({ good = {}, bad, check, ...rule }) => ({
  ...rule,
  group: 'package',
  scope: 'archive',
  good: { archive: good },
  bad: { archive: bad },
  check: ({ connector: { archive } }) => (archive ? check(archive) : []),
}));

/** The sections of the text that is handed in for certification, each with how its heading is known. */
export const introSections: readonly (readonly [name: string, heading: RegExp])[] = [
  ['Prerequisites', /prerequisite/i],
  ['How to get credentials', /credential/i],
  ['Get started with your connector', /get(?:ting)? started/i],
  ['Known issues and limitations', /known issue|limitation/i],
  ['Common errors and remedies', /common error/i],
  ['FAQ', /\bfaq\b|frequently asked/i],
];

function introProblems(level: Archive, file: string, text: string): Problem[] {
  const headings = headingsOf(text);
  const missing = introSections
    .filter(([, heading]) => !headings.some((each) => heading.test(each)))
    .map(([each]) => each);
  const operations = headings.find((each) => /supported operations|^(?:actions|triggers)$/i.test(each));
  const path = `${level.path}!${file}`;
  return [
    ...(missing.length > 0 ? [problem(level, `Sections are missing: ${missing.join(', ')}.`, path)] : []),
    ...(operations
      ? [problem(level, `The section “${operations}” lists what the definition says already. Take it out.`, path)]
      : []),
  ];
}

/** The headings of a Markdown text, without their signs. */
export function headingsOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => {
    const found = /^ {0,3}#{1,6}\s+(.{1,200})/.exec(line);
    return found?.[1] ? [found[1].replace(/[\s#]+$/, '')] : [];
  });
}

function countProblem(names: readonly string[], what: string, mend: string): string {
  if (names.length === 1) return '';
  return names.length === 0
    ? `The ${what} is missing. ${mend}`
    : `There is more than one ${what}: ${named(names)}. Keep one.`;
}

/** The archives that hold solutions: those of the layout, and the one in a submission that has none in a folder. */
function packagesIn(archive: Archive): Archive[] {
  return levelsOf(archive).filter(
    (level) =>
      kindOf(level) === 'deployment' ||
      (level.path.includes('!') &&
        levelsOfKind(archive, 'submission').some((outer) => isDirectly(outer, level)) &&
        kindOf(level) === 'unknown'),
  );
}

function isDirectly(outer: Archive, inner: Archive): boolean {
  return [...outer.archives.values()].includes(inner);
}

/** The folders directly in a folder of an archive, each with a slash at its end. */
function foldersOf({ files, archives }: Archive, folder: string): string[] {
  const names = [...files.keys(), ...archives.keys()].filter((each) => each.startsWith(folder) && !isExtra(each));
  const inner = names.map((each) => each.slice(folder.length)).filter((each) => each.includes('/'));
  return [...new Set(inner.map((each) => `${folder}${each.split('/')[0]}/`))];
}

function withSets(): string {
  const element = `<connectionparametersets>/Connector/${name}_connectionparametersets.json</connectionparametersets>`;
  return connectorXml.replace('</Connector>', `${element}</Connector>`);
}
