/** What is wrong with archives as such, as the room package reads them. */
import type { ArchiveProblemKind } from '../../package/archive.ts';
import { connectorsIn, isExtra, kindOf, levelsOf } from '../../package/solution.ts';
import type { Problem, Rule } from '../rule.ts';

const reading =
  'Hazards of archives: names that leave the folder, and archives that unpack without end, harm whoever unpacks them';

type Declared = Pick<Rule, 'title' | 'why'> & { readonly id: ArchiveProblemKind };

/** Told by the reader: bytes that show each are made in test/lint/hazards.test.ts. */
const told: readonly Declared[] = [
  {
    id: 'archive-unreadable',
    title: 'An archive can be read',
    why: 'What cannot be unpacked cannot be imported, and nothing of it could be checked.',
  },
  {
    id: 'archive-entry-unreadable',
    title: 'Every file of an archive can be unpacked',
    why: 'A file that is encrypted, cut off or other than its checksum says arrives broken, or not at all; it was not checked.',
  },
  {
    id: 'archive-entry-name',
    title: 'Names in an archive stay in the folder that it is unpacked to',
    why: 'Names with .., with back-slashes or from the root on are refused by careful readers, and write elsewhere with others. Such files were not read.',
  },
  {
    id: 'archive-entry-twice',
    title: 'A name stands once in an archive',
    why: 'Which of two files of one name is taken differs from reader to reader: what was checked may not be what is imported.',
  },
  {
    id: 'archive-too-large',
    title: 'An archive unpacks to a size that can be handled',
    why: 'Archives that unpack to many times their size are a known attack. What is beyond the limits was not read.',
  },
  {
    id: 'archive-too-deep',
    title: 'Archives are nested as deep as a certification package, no deeper',
    why: 'A certification package has three archives within each other. What is nested deeper was not read.',
  },
];

const readingRules = told.map(
  (rule): Rule => ({
    ...rule,
    group: 'package',
    scope: 'archive',
    severity: 'error',
    source: reading,
    good: { archive: {} },
    bad: { archive: {}, archiveProblem: rule.id },
    check: ({ connector: { archive } }) =>
      (archive?.problems ?? [])
        .filter(({ kind }) => kind === rule.id)
        .map(({ message, path }): Problem => ({ message, pointer: '', role: 'archive', file: path })),
  }),
);

const others: readonly Rule[] = [
  {
    id: 'archive-without-connector',
    group: 'package',
    scope: 'archive',
    severity: 'error',
    title: 'An archive holds a connector',
    why: 'There is nothing to check: neither a connector package, nor a solution with a connector.',
    source: 'Formats of connector packages: paconn folder, Dataverse solution, certification package',
    good: { archive: {} },
    bad: { archive: { 'package.zip': null } },
    check: ({ connector: { archive } }) =>
      archive && archive.problems.length === 0 && connectorsIn(archive).length === 0
        ? [
            {
              message: `No connector is in it: neither apiDefinition.swagger.json, nor a solution with Connector/…_openapidefinition.json. ${contentText([...archive.files.keys(), ...archive.archives.keys()])}`,
              pointer: '',
              role: 'archive',
            },
          ]
        : [],
  },
  {
    id: 'archive-extra-files',
    group: 'package',
    scope: 'archive',
    severity: 'warning',
    title: 'An archive holds nothing that a file manager added',
    why: 'Folders such as __MACOSX count as folders of the package and break its layout.',
    source: 'Submit for certification (Microsoft Learn): remove what macOS adds to archives',
    good: { archive: {} },
    bad: { archive: { '__MACOSX/._intro.md': 'x' } },
    check: ({ connector: { archive } }) =>
      (archive ? levelsOf(archive) : []).flatMap(({ path, files }): Problem[] => {
        const extra = [...files.keys()].filter(isExtra);
        if (extra.length === 0) return [];
        const message = `${named(extra)} ${extra.length === 1 ? 'was' : 'were'} added by a file manager. Make the archive without (zip -x '__MACOSX/*' '*.DS_Store').`;
        return [{ message, pointer: '', role: 'archive', file: path }];
      }),
  },
];

export const archiveRules: readonly Rule[] = [...readingRules, ...others];

/** The archives of a kind within the one that is linted, itself included. */
export function levelsOfKind(archive: Parameters<typeof levelsOf>[0] | undefined, kind: ReturnType<typeof kindOf>) {
  return (archive ? levelsOf(archive) : []).filter((level) => kindOf(level) === kind);
}

function contentText(names: readonly string[]): string {
  return names.length === 0 ? 'It is empty.' : `It holds ${named(names)}.`;
}

/** Some names, and how many more. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
