/** A connector packed for those who take it on. On standard output what was written, and nothing else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../core/coded-error.ts';
import type { LintFinding } from '../../lint/lint.ts';
import { expectOwnFolder, type Packed, pack, readVerifyReport, writePackedFolder } from '../../pack/pack.ts';
import { printableLine } from '../../report/printable.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { oneConnectorAt } from '../lint/one-connector.ts';
import { readSuppressions } from '../lint/suppressions.ts';
import { versionBefore } from '../lint/version-before.ts';

export const usage = `Out of the door: what a connector's owner hands to Microsoft, to an administrator and to Copilot Studio.

  npm run -s saleskit -- pack PACKAGE --out DIR [options]

  PACKAGE                 folder, definition, zip (solution, certification package), unpacked solution or URL of a connector
  --out DIR               a folder that is new, empty, or was made by pack
  --host HOST             takes the place of the host in the definition
  --version V             of the solutions, such as 1.2.0      (the definition's own)
  --against OLD           tells what changes for users since OLD, the version before: a folder, definition, zip or URL
  --flat-bodies           the connector takes flat bodies as well, so that the agent can call the mail actions
  --registration ID       of the agent in the Teams developer portal
  --verify-report FILE    what verify has found, as JSON; may be given more than once
  --config FILE           saleskit.config.ts, .js or .json with what to pass over   (the one in this folder)

DIR then has
  paconn/                      the folder that paconn makes and updates the connector from
  NAME_solution.zip            an unmanaged Dataverse solution
  NAME_certification.zip       what is handed in for certification
  agent/, NAME_agent.zip       an app for Microsoft 365 whose agent asks the connector
  actions.md                   what to paste into Copilot Studio, to the letter
  checklist.md                 what was measured, and what is left to do

What is packed is opened again and linted. The same package gives the same bytes.
Exit codes: 0 it is packed, 1 lint has an error against it (nothing was written), 2 usage, or a package that is not there.
`;

const text = { type: 'string' } as const;
const options = {
  out: text,
  host: text,
  version: text,
  against: text,
  'verify-report': { ...text, multiple: true },
  'flat-bodies': { type: 'boolean' },
  registration: text,
  config: text,
  help: { type: 'boolean', short: 'h' },
} as const;

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0)
    throw new CodedError('USAGE', 'pack takes one package: a folder, a definition, a zip or a URL. See --help.');
  if (!given.out) throw new CodedError('USAGE', 'Name the folder to write to: --out DIR. See --help.');
  await expectOwnFolder(given.out);
  const connector = await oneConnectorAt(place, 'pack');
  const { suppressor } = await readSuppressions(given.config);
  const packed = await pack(connector, {
    host: given.host,
    version: given.version,
    against: given.against === undefined ? undefined : await versionBefore(given.against),
    verified: await Promise.all((given['verify-report'] ?? []).map(verifyReportAt)),
    flatBodies: given['flat-bodies'],
    registration: given.registration,
    isAccepted: (finding) => suppressor.isSuppressed(connector.location, finding),
  });
  if (packed.errors.length > 0) {
    tell([`${packed.title} is not packed, nothing was written:`, ...packed.errors.map(findingText)]);
    return 1;
  }
  await writePackedFolder(given.out, packed.title, packed.files);
  tell(remarks(packed, join(given.out, 'checklist.md'), connector.isFromSolution === true));
  process.stdout.write(written(packed, given.out));
  return 0;
};

async function verifyReportAt(file: string) {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CodedError('USAGE', `--verify-report: ${file} cannot be read (${cause.code}).`, { cause });
  });
  return readVerifyReport(file, content);
}

function tell(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
}

function findingText({ file, line, rule, message }: LintFinding): string {
  return `${file}:${line}  ${rule}  ${message}`;
}

/** What is worth knowing at once; the checklist has the rest. */
function remarks(
  { warnings, changes, unwritten, unfilled, agent, unconfirmed }: Packed,
  list: string,
  isFromSolution: boolean,
): string[] {
  const breaking = (changes ?? []).filter(({ severity }) => severity !== 'info').length;
  return [
    ...warnings.filter(({ pointer }) => pointer === '/host').map(({ message }) => message),
    ...(isFromSolution
      ? [
          'A solution names no publisher of a connector: it is taken from the contact. Names and ids are not those of that solution.',
        ]
      : []),
    ...(unwritten.length > 0 ? [`intro.md has sections to be written: ${unwritten.join(', ')}.`] : []),
    ...(unfilled.length > 0 ? [`Something is left to be filled in: see ${list}.`] : []),
    ...(agent.some(({ kind }) => kind === 'to-do' || kind === 'left-out')
      ? [`The agent has something left to do, or leaves something out: see ${list}.`]
      : []),
    ...(warnings.length > 0 ? [`${counted(warnings.length, 'warning')} of lint: see ${list}.`] : []),
    ...(breaking > 0 ? [`${counted(breaking, 'change')} for users: see ${list}.`] : []),
    `${counted(unconfirmed.length, 'detail')} of these layouts could not be confirmed: see ${list}.`,
  ];
}

/** Files, and folders in place of what is in them. */
function written({ files }: Packed, folder: string): string {
  const names = new Set([...files.keys()].map((path) => path.replace(/\/.*/, '/')));
  return [...names].map((name) => `${join(folder, name)}\n`).join('');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
