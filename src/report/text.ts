import { styleText } from 'node:util';
import type { Severity } from './finding.ts';
import { printable, printableLine } from './printable.ts';
import { type Report, type ReportedAction, type ReportedFinding, type ReportedPackage, summaryOf } from './report.ts';

export interface TextOptions {
  readonly isColoured: boolean;
  /** The text of a line of a file, for excerpts. */
  readonly lineOf: (file: string, line: number) => string | undefined;
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
};
const longestExcerpt = 120;

/** For people: the verdict of each action, then the findings with the lines that they stand in, then the sum. */
export function textReport(report: Report, { isColoured, lineOf }: TextOptions): string {
  const paint: Paint = (format, text) => (isColoured ? styleText(format, text, { validateStream: false }) : text);
  const { errors, warnings, infos } = summaryOf(report);
  const count = (number: number, name: string) => `${number} ${name}${number === 1 ? '' : 's'}`;
  const { severities = ['error', 'warning', 'info'] } = report;
  const counts = [
    ['error', errors],
    ['warning', warnings],
    ['info', infos],
  ] as const;
  const told = counts
    .filter(([severity]) => severities.includes(severity))
    .map(([name, number]) => count(number, name));
  const sum = `${count(report.packages.length, 'package')}: ${told.join(', ')}`;
  const fixable = report.packages.flatMap(({ findings }) => findings).filter((finding) => finding.fixable).length;
  return [
    ...report.packages.map((each) => packageText(each, paint, lineOf)),
    paint(errors > 0 ? 'red' : 'green', sum) + (fixable > 0 ? ` (--fix mends ${fixable})` : ''),
    '',
  ].join('\n');
}

function packageText(
  { path, title, actions, findings }: ReportedPackage,
  paint: Paint,
  lineOf: TextOptions['lineOf'],
): string {
  return [
    `${paint('bold', printableLine(title))}  ${paint('dim', printableLine(path))}`,
    ...actions.map((action) => actionText(action, paint)),
    ...(actions.length > 0 && findings.length > 0 ? [''] : []),
    ...groupsOf(findings).flatMap((group) => groupText(group, paint, lineOf)),
    '',
  ].join('\n');
}

function actionText(
  { operationId, extensionPoint, matchedBy, invocable, reasons, pointer }: ReportedAction,
  paint: Paint,
): string {
  const name = printableLine(operationId ?? pointer);
  if (extensionPoint === null && !invocable) return paint('dim', `  – ${name}: no extension point and no chat skill`);
  const what = extensionPoint ?? 'a chat skill';
  if (invocable)
    return `  ${paint('green', '✓')} ${name}: would be invoked as ${what}${matchedBy === 'operationId' ? ' (known by its operationId only)' : ''}`;
  const why = reasons.map(({ code }) => code).join(', ');
  return `  ${paint('red', '✗')} ${name}: would not be invoked as ${what} (${why})`;
}

/** The worst first; information by rule and by what its last sentence advises, since nobody has to act on each. */
function groupsOf(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity);
  const single = [...of('error'), ...of('warning')].map((finding) => [finding]);
  return [
    ...single,
    ...Map.groupBy(of('info'), ({ rule, message }) => `${rule} ${message.split(/[.:] /).at(-1)}`).values(),
  ];
}

/** The first in full, of the others the places. */
function groupText(
  [first, ...others]: readonly ReportedFinding[],
  paint: Paint,
  lineOf: TextOptions['lineOf'],
): string[] {
  if (!first) return [];
  const places = others.map((finding) => placeOf(finding, first.file));
  const more = `    And ${others.length} more like it: ${places.join(', ')}`;
  return [...findingText(first, paint, lineOf), ...(others.length > 0 ? [paint('dim', more)] : [])];
}

/** FILE:LINE:COLUMN, without the file that is told already. */
function placeOf({ file = '', line, column }: ReportedFinding, told?: string): string {
  const place = [file === told ? '' : printableLine(file), line, column];
  return place.filter((each) => each !== undefined && each !== '').join(':');
}

function findingText(finding: ReportedFinding, paint: Paint, lineOf: TextOptions['lineOf']): string[] {
  const { rule, severity, message, file = '', line, column } = finding;
  const head = `  ${placeOf(finding)}  ${paint(colours[severity], severity)}  ${rule}`;
  const text = line === undefined ? undefined : lineOf(file, line);
  const excerpt = text === undefined ? [] : excerptOf(text, line ?? 1, column ?? 1, paint);
  return [head, `    ${printableLine(message)}`, ...excerpt];
}

function excerptOf(text: string, line: number, column: number, paint: Paint): string[] {
  const start = Math.max(0, Math.min(column - 1 - 20, text.length - longestExcerpt));
  const shownText = (from: number, to: number) => printable(text.slice(from, to).replaceAll('\t', ' '));
  const before = shownText(start, column - 1);
  const shown = before + shownText(column - 1, start + longestExcerpt);
  if (shown.trim() === '') return [];
  const indent = `    ${paint('dim', `${line} |`)} `;
  const marker = `${' '.repeat(`    ${line} | `.length + before.length)}${paint('dim', '^')}`;
  return [`${indent}${shown}`, marker];
}
