/** What can be known of packages without running them: verdicts, findings, and how to mend them. */
import { CodedError } from '../../core/coded-error.ts';
import { allRules, chosenRules, explainedRules, type LintFinding, ruleGroups } from '../../lint/lint.ts';
import type { Severity } from '../../report/finding.ts';
import { githubReport } from '../../report/github.ts';
import { jsonReport } from '../../report/json.ts';
import { junitReport } from '../../report/junit.ts';
import { printableLine } from '../../report/printable.ts';
import type { Report } from '../../report/report.ts';
import { sarifReport } from '../../report/sarif.ts';
import { textReport } from '../../report/text.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { createExcerpts, type Excerpts } from '../lint/excerpts.ts';
import { lintAll } from '../lint/lint-all.ts';
import { expectShortProcess } from '../lint/short-process.ts';
import { readSuppressions } from '../lint/suppressions.ts';
import { watching } from '../lint/watch.ts';
import { version } from '../version.ts';

export const usage = `Will Copilot for Sales invoke it, will certification take it? Nothing is run, nothing is sent.

  npm run -s saleskit -- lint PATH… [options]

  PATH                  folder, definition, apiProperties.json, zip (solution, certification package), unpacked solution or
                        URL of a connector package, a folder with packages in it, or a pattern of them; - reads a
                        definition or a zip from standard input
  --format F            text (the default), json, sarif, junit or github
  --rules NAME,…        these groups and rules only (${ruleGroups.join(', ')})
  --severity LEVEL      findings of this level and above: error, warning or info (the default)
  --against OLD         what the package (one) breaks of OLD, its version before: a folder, definition, zip or URL
  --fix                 mends what is safe to mend in the JSON files, of this level and above, then tells what is left
  --watch               lints again whenever a file changes
  --config FILE         saleskit.config.ts, .js or .json with what to pass over   (the one in this folder)

Exit codes: 0 no error, 1 an error was found, 2 usage or a package that is not there (the others are linted all the same).
What a rule is about: npm run -s saleskit -- explain RULE
`;

const options = {
  format: { type: 'string' },
  rules: { type: 'string' },
  severity: { type: 'string' },
  against: { type: 'string' },
  fix: { type: 'boolean' },
  watch: { type: 'boolean' },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const formats: Readonly<Record<string, (report: Report, excerpts: Excerpts) => string>> = {
  text: (report, { lineOf }) =>
    textReport(report, {
      isColoured: process.stdout.isTTY === true && !process.env.NO_COLOR,
      lineOf,
    }),
  json: jsonReport,
  sarif: (report) => sarifReport(report, explainedRules),
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
  const formatName = oneOf('format', given.format ?? 'text', Object.keys(formats));
  const format = formats[formatName] ?? jsonReport;
  const level = levels.indexOf(oneOf('severity', given.severity ?? 'info', levels) as Severity);
  const severities = levels.slice(0, level + 1);
  const rules = chosenRules(namesOf(given.rules));
  if (!given.watch) expectShortProcess();
  const work = async () => {
    const suppressions = await readSuppressions(given.config);
    const isShown = ({ severity }: LintFinding) => severities.includes(severity);
    const excerpts = createExcerpts();
    const onLinted = formatName === 'text' ? excerpts.keep : () => {};
    const run = { rules, suppressions, isShown, isFixing: given.fix === true, against: given.against, onLinted };
    const result = await lintAll(positionals, run);
    if (result.linted.length > 0 || result.failures.length === 0)
      process.stdout.write(format({ tool: 'saleskit lint', version, severities, packages: result.linted }, excerpts));
    for (const message of result.failures) process.stderr.write(`${printableLine(message)}\n`);
    if (result.failures.length > 0) return 2;
    return result.linted.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
  };
  return given.watch ? watching([...positionals, ...(given.config ? [given.config] : [])], work) : work();
};

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
