/** For people at a terminal. */
import { styleText } from 'node:util';
import { printable } from '../../report/printable.ts';
import type { Status } from '../verdict.ts';
import { byCheck, byReason, type CheckGroupResults } from './by-check.ts';
import { answerLine, bodyExcerpt } from './excerpt.ts';
import type { ShownVerdict } from './shown.ts';
import type { CheckResult, VerifyReport } from './verify-report.ts';
import { countWords, timeText, verdictText } from './words.ts';

type Colour = 'green' | 'red' | 'yellow' | 'gray' | 'magenta';
type Mark = readonly [mark: string, colour: Colour];
type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

const marks: Readonly<Record<Status, Mark>> = {
  pass: ['✓', 'green'],
  fail: ['✗', 'red'],
  advice: ['!', 'yellow'],
  'not-applicable': ['–', 'gray'],
  'could-not-run': ['?', 'magenta'],
};
const verdictMarks: Readonly<Record<ShownVerdict, Mark>> = {
  shown: marks.pass,
  'partly-shown': marks.advice,
  'not-shown': marks.fail,
  'not-seen': marks['could-not-run'],
};
const longestAnswer = 300;
const longestRequestLine = 500;

/**
 * The verdict of each extension point first; then failures with request, answer, why and mend; advice; what could not
 * run, and why; then the sum.
 */
export function verifyText(report: VerifyReport, isColoured: boolean): string {
  const paint: Paint = (format, text) => (isColoured ? styleText(format, text, { validateStream: false }) : text);
  const { connector, url, checks } = report;
  return [
    `${paint('bold', line(connector))}  ${paint('dim', line(url))}`,
    '',
    ...verdictLines(report, paint),
    ...byCheck(checks, 'fail').flatMap((group) => ['', ...findingLines(group, paint)]),
    ...byCheck(checks, 'advice').flatMap((group) => ['', ...findingLines(group, paint)]),
    ...unseenLines(report, paint),
    '',
    ...sumLines(report, paint),
    '',
  ].join('\n');
}

function verdictLines({ shown, latency }: VerifyReport, paint: Paint): string[] {
  const width = Math.max(0, ...Object.keys(shown).map((name) => name.length));
  return Object.entries(shown).map(([name, each]) => {
    const [mark, colour] = verdictMarks[each.verdict];
    const median = latency[name]?.median;
    const time = median === undefined || each.verdict !== 'shown' ? '' : paint('dim', `  median ${timeText(median)}`);
    return `  ${paint(colour, mark)} ${line(name).padEnd(width)}  ${line(verdictText(each))}${time}`;
  });
}

function findingLines({ check, results }: CheckGroupResults, paint: Paint): string[] {
  const [mark, colour] = marks[results[0]?.status ?? 'fail'];
  return [
    `${paint(colour, `${mark} ${check.id}`)}  ${check.title}`,
    ...results.flatMap((result) => resultLines(result, paint)),
    `  ${paint('dim', 'why ')}  ${line(check.why ?? '')}`,
    `  ${paint('dim', 'mend')}  ${line(check.mend ?? '')}`,
  ];
}

function resultLines({ extensionPoint, status, message, curl, response }: CheckResult, paint: Paint): string[] {
  const head = `  ${paint('bold', line(extensionPoint ?? 'the connector'))}  ${line(message)}`;
  if (status !== 'fail') return [head];
  const answer = response && [answerLine(response), bodyExcerpt(response, longestAnswer, 0)].join('  ').trim();
  const request = curl?.split('\n').map((each) => `      ${paint('dim', cut(printable(each)))}`) ?? [];
  return [head, ...request, ...(answer ? [`      ${line(answer)}`] : [])];
}

/** A mail in a body would fill the terminal. */
function cut(text: string): string {
  if (text.length <= longestRequestLine) return text;
  return `${text.slice(0, longestRequestLine)}… (${text.length} characters; whole with --format html or json)`;
}

function unseenLines(report: VerifyReport, paint: Paint): string[] {
  const reasons = byReason(report, 'could-not-run');
  if (reasons.length === 0) return [];
  const [mark, colour] = marks['could-not-run'];
  return [
    '',
    paint(colour, `${mark} Could not run`),
    ...reasons.flatMap(({ message, about }) => [
      `  ${line(message)}`,
      ...about.map(({ ids, names }) => `      ${paint('dim', line(`${names}: ${ids}`))}`),
    ]),
  ];
}

function sumLines({ summary, requests, durationMs, seed, isStopped }: VerifyReport, paint: Paint): string[] {
  const counts = countedStatuses.filter((status) => summary[status] > 0);
  const words = counts.map((status) => paint(marks[status][1], `${summary[status]} ${countWords[status]}`));
  const throttled = requests.throttled > 0 ? `, ${requests.throttled} of them answered 429` : '';
  return [
    ...(isStopped ? [paint('yellow', 'The run was stopped: the rest was not seen.')] : []),
    words.join(', ') || 'Nothing was checked.',
    paint('dim', `${requests.requests} requests${throttled}, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}`),
  ];
}

const countedStatuses = ['fail', 'advice', 'could-not-run', 'pass', 'not-applicable'] as const;

/** On one line, with nothing that a terminal would obey. */
function line(text: string): string {
  return printable(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
