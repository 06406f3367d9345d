/** JUnit XML, as build servers read it. */
import { xmlAttribute, xmlText } from './xml-text.ts';

export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly file?: string | undefined;
  readonly seconds?: number | undefined;
  /** Absent where it passes. */
  readonly outcome?: JunitOutcome | undefined;
  /** What is told of a case whatever its outcome. */
  readonly output?: string | undefined;
}

export interface JunitOutcome {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly type?: string | undefined;
  /** One line. */
  readonly message: string;
  readonly text?: string | undefined;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
  /** ISO time. */
  readonly timestamp?: string | undefined;
}

const counted = { failures: 'failure', errors: 'error', skipped: 'skipped' } as const;

/** The whole document. Counts are told where they are not zero, but for failures. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const texts = suites.map(
    (suite) =>
      `  <testsuite ${suiteAttributes(suite)}>\n${suite.cases.map((each) => `    ${caseXml(each)}\n`).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes({ name })}>\n${texts.join('')}</testsuites>\n`;
}

function suiteAttributes({ name, cases, timestamp }: JunitSuite): string {
  const counts = Object.entries(counted).map(([word, kind]) => {
    const count = cases.filter(({ outcome }) => outcome?.kind === kind).length;
    return [word, count > 0 || word === 'failures' ? count : undefined];
  });
  const times = cases.flatMap(({ seconds }) => seconds ?? []);
  const time = times.length > 0 ? secondsText(times.reduce((sum, each) => sum + each, 0)) : undefined;
  return attributes({ name, tests: cases.length, ...Object.fromEntries(counts), time, timestamp });
}

function caseXml({ name, classname, file, seconds, outcome, output }: JunitCase): string {
  const head = attributes({ name, classname, file, time: seconds === undefined ? undefined : secondsText(seconds) });
  const inner = [
    outcome && outcomeXml(outcome),
    output !== undefined && `<system-out>${xmlText(output)}</system-out>`,
  ].filter((each) => typeof each === 'string');
  return inner.length > 0 ? `<testcase ${head}>${inner.join('')}</testcase>` : `<testcase ${head}/>`;
}

function outcomeXml({ kind, type, message, text }: JunitOutcome): string {
  const head = `${kind} ${attributes({ type, message })}`;
  return text === undefined ? `<${head}/>` : `<${head}>${xmlText(text)}</${kind}>`;
}

function secondsText(seconds: number): string {
  return seconds.toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${xmlAttribute(String(value))}"`)
    .join(' ');
}
