/** What of an answer a seller sees, and in words why nothing of it. */
import type { ExtensionPoint } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import { type AskedFor, withoutRest } from './asked-for.ts';
import { type CheckedAnswer, checkAnswer } from './check-answer.ts';
import { checkChatAnswer } from './check-chat-answer.ts';
import { maskedHeaders, maskedText, maskedWithin } from './hide-secrets.ts';
import type { Answer } from './send.ts';
import type { Outcome, Trace } from './trace.ts';

type Judged = Pick<Trace, 'outcome' | 'explanation' | 'response' | 'items' | 'hasMoreResults' | 'dropped' | 'findings'>;

const byteOrderMark = '\ufeff';

/** Judges an answer; the findings that were there before come first. Secrets are masked wherever they are sent back. */
export function judgeAnswer(
  action: DiscoveredAction,
  answer: Answer,
  before: readonly Finding[],
  secrets: readonly string[],
  asked: AskedFor,
): Judged {
  const hasMark = answer.body.startsWith(byteOrderMark);
  const body = hasMark ? answer.body.slice(1) : answer.body;
  const text = maskedText(body, secrets);
  const { cut, ...judged } = maskedWithin(judgedBody(action, { ...answer, body }, asked), body, secrets);
  const parsed = parsedJson(text);
  const response = {
    status: answer.status,
    durationMs: Math.round(answer.durationMs * 10) / 10,
    firstByteMs: answer.firstByteMs === null ? null : Math.round(answer.firstByteMs * 10) / 10,
    headers: maskedHeaders(answer.headers, secrets),
    body: (cut ? withoutRest(parsed, cut) : parsed) ?? text.slice(0, 20_000),
    ...(cut && { leftOut: cut.came - cut.kept }),
  };
  const findings = [...before, ...(hasMark ? [markFinding] : []), ...bodyFindings(answer)];
  return { ...nothing, ...judged, response, findings: [...findings, ...(judged.findings ?? [])] };
}

function bodyFindings({ bodyProblem }: Answer): Finding[] {
  return bodyProblem ? [{ rule: 'answer-body-encoding', severity: 'warning', message: bodyProblem, pointer: '' }] : [];
}

const markFinding: Finding = {
  rule: 'answer-byte-order-mark',
  severity: 'warning',
  message:
    'The answer begins with a byte order mark, at which JSON readers may break (RFC 8259). Send UTF-8 without it.',
  pointer: '',
};

const nothing = { items: [], hasMoreResults: null, dropped: [] };

function judgedBody(
  action: DiscoveredAction,
  answer: Answer,
  asked: AskedFor,
): Pick<Judged, 'outcome' | 'explanation'> & Partial<Judged> & Pick<CheckedAnswer, 'cut'> {
  const { failure, problem, status } = answer;
  if (failure === 'too-large') return { outcome: 'unreadable-answer', explanation: problem ?? '' };
  if (failure === 'unreachable')
    return { outcome: failure, explanation: `${problem} Give another with --url, or --mock to see examples.` };
  if (failure) return { outcome: failure, explanation: problem ?? '' };
  const parsed = parsedJson(answer.body);
  if (status === null || status < 200 || status > 299)
    return {
      outcome: 'error-answer',
      explanation: errorWords(answer, parsed),
      findings: errorFindings(answer, parsed),
    };
  if (parsed === undefined) return { outcome: 'unreadable-answer', explanation: unreadableWords(answer) };
  const checked = checkShown(action, parsed, asked);
  const { items, dropped, findings, hasMoreResults, cut } = checked;
  const isBroken = dropped.length > 0 || findings.some(({ rule }) => rule === 'answer-envelope');
  const outcome: Outcome = items.length > 0 ? 'shown' : isBroken ? 'unreadable-answer' : 'nothing-to-show';
  const explanations: Partial<Record<Outcome, string>> = {
    'nothing-to-show': 'The connector has nothing for this.',
    'unreadable-answer': `Nothing of the answer can be shown: ${[...dropped.map(({ index, why }) => `item ${index + 1}: ${why}`), ...findings.map(({ message }) => message)][0] ?? ''}`,
  };
  return {
    items,
    hasMoreResults: hasMoreResults ?? null,
    dropped,
    findings,
    cut,
    outcome,
    explanation: explanations[outcome] ?? '',
  };
}

/** What of a body is shown, and what there is to say of it. */
export function checkShown(action: DiscoveredAction, body: unknown, asked: AskedFor = notAsked): CheckedAnswer {
  return action.point
    ? checkAnswer(action.point as ExtensionPoint, action.operation.outputs, body, asked)
    : checkChatAnswer(body, asked);
}

const notAsked: AskedFor = { isAsked: false, most: Number.POSITIVE_INFINITY };

/** Levels of lists and objects within each other; other readers of JSON end sooner (System.Text.Json at 64). */
const deepest = 200;

/** The value of a JSON text; undefined where it is none, or is nested so deeply that readers break at it (RFC 8259, 9). */
export function parsedJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isTooDeep(value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= deepest) return true;
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isHtml({ headers, body }: Answer): boolean {
  return /^(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '') || /^\s*</.test(body);
}

function unreadableWords(answer: Answer): string {
  if (answer.bodyProblem) return answer.bodyProblem;
  if (isHtml(answer)) return 'The answer is an HTML page, not JSON: a sign-in or error page?';
  if (answer.body.trim() === '')
    return 'The answer is empty, not JSON: where there is nothing to show, send an empty list.';
  if (isJson(answer.body)) return `The answer is nested more than ${deepest} levels deep.`;
  return `The answer is no JSON; it begins ${JSON.stringify(answer.body.trim().slice(0, 40))}.`;
}

function errorWords(answer: Answer, body: unknown): string {
  const { status, headers, problem } = answer;
  if (problem) return problem;
  if (isRedirect(status ?? 0))
    return headers.location
      ? `The connector redirects to ${headers.location}, where the host does not follow it.`
      : `The connector answered ${status} without the address to go to (Location).`;
  const { errorCode, errorMessage } = (body ?? {}) as { errorCode?: unknown; errorMessage?: unknown };
  if (body === undefined && isHtml(answer))
    return `The connector answered ${status} with an HTML page: an error page of what stands before it, or a wrong address?`;
  const words =
    typeof errorCode === 'string' ? ` ${errorCode}${typeof errorMessage === 'string' ? `: ${errorMessage}` : ''}` : '';
  return `The connector answered ${status}${words}.`.replace(/\.\.$/, '.');
}

function isRedirect(status: number): boolean {
  return status >= 300 && status <= 399;
}

function errorFindings({ status }: Answer, body: unknown): Finding[] {
  if (isRedirect(status ?? 0)) return [];
  const { errorCode } = (body ?? {}) as { errorCode?: unknown };
  if (typeof errorCode === 'string') return [];
  const message = 'The error has not the documented body { errorCode, errorMessage, activityId, details }.';
  return [{ rule: 'answer-error-body', severity: 'warning', message }];
}
