/** The folder of a package: what is missing, misnamed or too large. */
import { hasName, packageFileNames } from '../../package/connector-package.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { FileRole, Problem, Rule } from '../rule.ts';

const layout = 'paconn and the pipelines of microsoft/PowerPlatformConnectors look for files by these names';
const limits = 'Limits of custom connectors (Microsoft Learn, FAQ); table connector of Dataverse, MaxLength 500,000';
const megabyte = 1_048_576;
const longest = 500_000;

export const folderRules: readonly Rule[] = [
  {
    id: 'definition-misnamed',
    group: 'package',
    severity: 'error',
    title: 'The definition is called apiDefinition.swagger.json',
    why: 'Under another name it is never validated: three published connectors were passed over for years.',
    source: layout,
    good: { name: packageFileNames.definition },
    bad: { name: 'swagger.json' },
    check: ({ connector: { names, definition } }) => {
      const own = baseName(definition.file);
      return names && own !== packageFileNames.definition
        ? [{ message: `The definition is called ${own}. Rename it to ${packageFileNames.definition}.`, pointer: '' }]
        : [];
    },
  },
  {
    id: 'file-misnamed',
    group: 'package',
    severity: 'warning',
    title: 'Files of a package have the names that are looked for',
    why: 'A misspelled file is passed over without a word; another case works on some machines only.',
    source: `${layout}; published packages have script.cs, scripts.csx and readme in seven spellings`,
    good: { files: { 'CHANGELOG.md': '', 'actions.json': '{ "actions": [] }' } },
    bad: { files: { 'scripts.csx': 'public class Script : ScriptBase {}' } },
    check: (model) => misnamed(model),
  },
  {
    id: 'properties-missing',
    group: 'package',
    severity: 'error',
    title: 'The package has apiProperties.json',
    why: 'paconn and certification take no package without it: authentication, brand colour and publisher stand there.',
    source: 'paconn; Fix certification policy errors (Microsoft Learn), 5000.1.1.3',
    good: {},
    bad: { properties: null },
    check: ({ connector: { names, properties, isFromSolution } }) =>
      names && !properties && !isFromSolution && !hasName(names, packageFileNames.properties)
        ? [{ message: `There is no ${packageFileNames.properties} beside the definition. Add it.`, pointer: '' }]
        : [],
  },
  {
    id: 'definition-too-large',
    group: 'package',
    severity: 'warning',
    title: 'The definition is at most 1 MB',
    why: 'Larger ones are refused when the connector is made. 1 of 1,012 published definitions is larger.',
    source: limits,
    good: {},
    bad: { definition: { info: { 'x-ms-keywords': 'x'.repeat(megabyte) } } },
    check: ({ connector: { definition } }) => {
      const bytes = Buffer.byteLength(definition.text);
      return bytes > megabyte
        ? [
            {
              message: `The definition has ${bytes} bytes; the platform takes ${megabyte}. Split the connector.`,
              pointer: '',
            },
          ]
        : [];
    },
  },
  {
    id: 'file-too-long-for-solution',
    group: 'package',
    severity: 'warning',
    title: 'Definition, script and properties fit into a solution',
    why: 'Dataverse keeps 500,000 characters of each. 23 of 1,012 published definitions are longer, 2 without their white space.',
    source: limits,
    good: { definition: { info: { 'x-ms-keywords': 'x'.repeat(longest / 2) } } },
    bad: { definition: { info: { 'x-ms-keywords': 'x'.repeat(longest) } } },
    check: (model) => tooLong(model),
  },
  {
    id: 'file-not-ascii',
    group: 'package',
    severity: 'info',
    title: 'Definition and properties are ASCII, or uploaded with care',
    why: 'paconn create and update read files in the encoding of the machine: on Windows letters beyond ASCII arrive garbled. 121 of 1,012 published definitions have some.',
    source: 'paconn (microsoft/PowerPlatformConnectors, tools/paconn-cli): open() without an encoding',
    good: { definition: { info: { 'x-ms-keywords': ['Angebote fuer Haendler'] } } },
    bad: { definition: { info: { 'x-ms-keywords': ['Angebote für Händler'] } } },
    check: ({ connector }) =>
      (['definition', 'properties'] as const).flatMap((role): Problem[] => {
        const text = connector[role]?.text ?? '';
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII.
        const offset = text.search(/[^\u0000-\u007f]/);
        if (offset < 0) return [];
        const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
        const message = `“${character}” is beyond ASCII. With paconn on Windows set PYTHONUTF8=1, or write it as \\u…`;
        return [{ message, pointer: '', role, place: placeIn(text, offset) }];
      }),
  },
];

function baseName(path: string): string {
  return path.split(/[\\/!]/).at(-1) ?? path;
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Files by the names they should have: those that stand for them misspelled. */
const misspellings: readonly (readonly [file: string, spelled: RegExp])[] = [
  [packageFileNames.definition, /^api[-_. ]?defin?a?i?tion[-_. ]?s?(?:[-_. ]?swagger)?\.jso?n$/i],
  [packageFileNames.properties, /^api[-_. ]?propert(?:y|ies|eis|is)\.jso?n$/i],
  [packageFileNames.actions, /^actions?\.json$/i],
  [packageFileNames.settings, /^settings?\.json$/i],
  [packageFileNames.script, /^scripts?\.csx?$/i],
  [packageFileNames.icon, /^(?:icons?|logo)\.(?:png|jpe?g|svg|gif)$/i],
  [packageFileNames.readme, /^read[-_ ]?me(?:\.(?:md|markdown|txt))?$/i],
];

function misnamed({ connector: { names = [], definition } }: PackageModel): Problem[] {
  const own = baseName(definition.file);
  return names.flatMap((name) => {
    const [wanted] = misspellings.find(([, spelled]) => spelled.test(name)) ?? [];
    if (wanted === undefined || name === wanted || name === own) return [];
    const isReadme = wanted === packageFileNames.readme;
    // Readmes are shown under any spelling of the case.
    if (isReadme && /\.md$/i.test(name)) return [];
    const twin = names.includes(wanted) ? ` ${wanted} is there too: remove one.` : '';
    const mend = twin || ` Rename it to ${wanted}.`;
    return [{ message: `${name} is not looked at: the name is ${wanted}.${mend}`, pointer: '' }];
  });
}

function tooLong({ connector }: PackageModel): Problem[] {
  const documents = (['definition', 'properties'] as const).map(
    (role) => [role, connector[role]?.text ?? '', connector[role]?.value] as const,
  );
  const script = connector.script?.text ?? '';
  return [
    ...documents.flatMap(([role, text, value]) => {
      if (text.length <= longest) return [];
      const minified = (JSON.stringify(value) ?? '').length;
      return minified > longest
        ? [lengthProblem(role, minified, 'without white space, and does not fit into a solution. Split the connector.')]
        : [
            {
              ...lengthProblem(role, text.length, 'and fits into a solution only without its white space.'),
              severity: 'info' as const,
            },
          ];
    }),
    ...(script.length > longest
      ? [lengthProblem('script', script.length, 'and does not fit into a solution. Shorten it.')]
      : []),
  ];
}

function lengthProblem(role: FileRole, length: number, what: string): Problem {
  return { message: `It has ${length} characters (500,000 are kept) ${what}`, pointer: '', role };
}
