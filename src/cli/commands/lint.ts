/** What can be known of packages without running them: verdicts, findings, and how to mend them. */
import { globSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { CodedError } from '../../core/coded-error.ts';
import { allRules, chosenRules, type LintedPackage, lintPackage, ruleGroups, withoutSecrets } from '../../lint/lint.ts';
import { type ConnectorPackage, packageOfTexts, readPackage } from '../../package/connector-package.ts';
import type { Severity } from '../../report/finding.ts';
import { githubReport } from '../../report/github.ts';
import { jsonReport } from '../../report/json.ts';
import { junitReport } from '../../report/junit.ts';
import type { Report } from '../../report/report.ts';
import { sarifReport } from '../../report/sarif.ts';
import { textReport } from '../../report/text.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { version } from '../version.ts';

export const usage = `Will Copilot for Sales invoke it, will certification take it? Nothing is run, nothing is sent.

  npm run -s saleskit -- lint PATH… [options]

  PATH                  folder, definition or URL of a connector package, or a pattern of them; - reads a definition from
                        standard input
  --format F            text (the default), json, sarif, junit or github
  --rules NAME,…        these groups and rules only (${ruleGroups.join(', ')})
  --severity LEVEL      findings of this level and above: error, warning or info (the default)
  --against OLD         what the package (one) breaks of OLD, its version before: a folder, definition or URL

Exit codes: 0 no error, 1 an error was found, 2 usage or a package that is not there.
`;

const options = {
  format: { type: 'string' },
  rules: { type: 'string' },
  severity: { type: 'string' },
  against: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const formats: Readonly<Record<string, (report: Report, packages: readonly ConnectorPackage[]) => string>> = {
  text: (report, packages) =>
    textReport(report, {
      isColoured: process.stdout.isTTY === true && !process.env.NO_COLOR,
      lineOf: linesOf(packages),
    }),
  json: jsonReport,
  sarif: (report) => sarifReport(report, allRules),
  junit: junitReport,
  github: githubReport,
};
const levels: readonly Severity[] = ['error', 'warning', 'info'];

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (positionals.length === 0) throw new CodedError('USAGE', 'Give at least one package. See --help.');
  const format = formats[oneOf('format', given.format ?? 'text', Object.keys(formats))] ?? jsonReport;
  const level = levels.indexOf(oneOf('severity', given.severity ?? 'info', levels) as Severity);
  const rules = chosenRules(namesOf(given.rules));
  const locations = positionals.flatMap(expanded);
  const old = given.against === undefined ? undefined : await versionBefore(given.against, locations.length);
  const packages: ConnectorPackage[] = [];
  const linted: LintedPackage[] = [];
  for (const location of locations) {
    const connector =
      location === '-'
        ? packageOfTexts('standard input', { definition: await text(process.stdin) })
        : await readPackage(location);
    packages.push(connector);
    const { findings, ...rest } = lintPackage(connector, rules, old);
    linted.push({ ...rest, findings: findings.filter(({ severity }) => levels.indexOf(severity) <= level) });
  }
  process.stdout.write(format({ tool: 'saleskit lint', version, packages: linted }, packages));
  return linted.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
};

/** The package that is compared with; what cannot be read cannot be compared. */
async function versionBefore(location: string, count: number): Promise<ConnectorPackage> {
  if (count > 1) throw new CodedError('USAGE', `--against compares one package, not ${count}.`);
  const connector = await readPackage(location);
  const { definition, properties } = connector;
  const broken = [definition, properties].find((source) =>
    source?.problems.some(({ severity }) => severity === 'error'),
  );
  const isReadable = typeof definition.value === 'object' && definition.value !== null;
  if (broken || !isReadable) {
    const mend = 'Give a version that can be read, or lint it alone to see what is wrong with it.';
    throw new CodedError('USAGE', `--against: ${broken?.file ?? location} cannot be read in full. ${mend}`);
  }
  return connector;
}

function oneOf(option: string, value: string, choices: readonly string[]): string {
  if (choices.includes(value)) return value;
  throw new CodedError('USAGE', `--${option} is one of ${choices.join(', ')}, not "${value}".`);
}

function namesOf(text: string | undefined): string[] | undefined {
  const names = text
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const known = new Set<string>([...ruleGroups, ...allRules.map(({ id }) => id.toLowerCase())]);
  const unknown = names?.find((name) => !known.has(name.toLowerCase()));
  if (unknown)
    throw new CodedError(
      'USAGE',
      `There is no rule and no group "${unknown}". Groups: ${ruleGroups.join(', ')}; rules: saleskit explain.`,
    );
  return names;
}

/** What a pattern means; a path that is none stays as it is. */
function expanded(location: string): string[] {
  if (!/[*?[\]{}]/.test(location) || /^https?:/.test(location)) return [location];
  const found = globSync(location).sort();
  return found.length > 0 ? found : [location];
}

function linesOf(packages: readonly ConnectorPackage[]): (file: string, line: number) => string | undefined {
  const texts = new Map(
    packages.flatMap(({ definition, properties, actions, settings }) =>
      [definition, properties, actions, settings].flatMap((source) =>
        source ? [[source.file, source.text] as const] : [],
      ),
    ),
  );
  const lines = new Map<string, readonly string[]>();
  return (file, line) => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const all = lines.get(file) ?? text.split(/\r\n|\n|\r/);
    lines.set(file, all);
    return withoutSecrets(all[line - 1] ?? '');
  };
}
