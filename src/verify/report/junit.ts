/** JUnit XML for build servers. */
import { type JunitCase, type JunitOutcome, junitXml } from '../../report/junit-xml.ts';
import { answerLine, bodyExcerpt } from './excerpt.ts';
import type { CheckResult, VerifyReport } from './verify-report.ts';

const longestAnswer = 2000;

/**
 * A suite an extension point, a case a check. What is not applicable is skipped, as is what could not run, with its
 * reason; where the run is strict that is an error, so that the build server shows why the exit code is 1.
 */
export function verifyJunit(report: VerifyReport, isStrict = false): string {
  const names = [...new Set(report.checks.map(({ extensionPoint }) => extensionPoint))];
  const suites = names.map((name) => ({
    name: name ?? 'connector',
    timestamp: report.startedAt,
    cases: report.checks
      .filter(({ extensionPoint }) => extensionPoint === name)
      .map((result) => caseOf(result, report.connector, isStrict)),
  }));
  return junitXml(`saleskit verify ${report.connector}`, suites);
}

function caseOf(result: CheckResult, connector: string, isStrict: boolean): JunitCase {
  const { id, extensionPoint, durationMs, status, message } = result;
  const isUntold = status === 'pass' || status === 'advice';
  return {
    name: id,
    classname: `${connector}.${extensionPoint ?? 'connector'}`,
    seconds: durationMs / 1000,
    outcome: isUntold ? undefined : outcomeOf(result, isStrict),
    output: isUntold ? (status === 'advice' ? `Advice: ${messageWithRest(result)}` : message) : undefined,
  };
}

function outcomeOf(result: CheckResult, isStrict: boolean): JunitOutcome {
  const { status, message, title } = result;
  if (status === 'fail')
    return { kind: 'failure', type: status, message, text: `${title}: no.\n${messageWithRest(result)}` };
  if (status === 'could-not-run')
    return { kind: isStrict ? 'error' : 'skipped', type: status, message: `Could not run: ${message}` };
  return { kind: 'skipped', type: status, message };
}

function messageWithRest({ message, why, mend, source, curl, response }: CheckResult): string {
  return [
    message,
    why && `Why: ${why}`,
    mend && `Mend: ${mend}`,
    source && `Source: ${source}`,
    curl && `\n${curl}`,
    response && `\n${answerLine(response)}\n${bodyExcerpt(response, longestAnswer)}`,
  ]
    .filter((each) => typeof each === 'string')
    .join('\n');
}
