/** The answers of the survey, as far as something can be seen in them. */
import type { DiscoveredAction } from '../discovery/discovery.ts';
import { checkShown } from '../host/host.ts';
import type { Exchange } from './asking/exchange.ts';
import type { Subject } from './subject.ts';
import { unaskedVerdict } from './usual-answer.ts';
import { couldNotRun, fail, type Verdict } from './verdict.ts';

/** An answer of 2xx with its list of items. */
export interface SeenAnswer {
  readonly about: string;
  readonly exchange: Exchange;
  /** As they came. */
  readonly list: readonly unknown[];
  /** Where the list stands in the body, as a JSON pointer. */
  readonly pointer: string;
  readonly checked: ReturnType<typeof checkShown>;
}

/** The list of an answer as it came; undefined where there is none. */
export function listOf(
  action: DiscoveredAction,
  { isAnswered, json }: Exchange,
): Pick<SeenAnswer, 'list' | 'pointer'> | undefined {
  if (!isAnswered || json === undefined) return undefined;
  const { cut, findings, items } = checkShown(action, json, { isAsked: true, most: 0 });
  if (findings.some(({ rule }) => rule === 'answer-envelope')) return undefined;
  if (!cut) return { list: action.point || items.length === 0 ? [] : [json], pointer: '' };
  const list = cut.path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], json) as unknown[];
  return { list, pointer: cut.path.map((step) => `/${step}`).join('') };
}

/** The survey's answers that have a list, whether or not anything is in it. */
export function seenAnswers({ action, surveyed }: Subject): readonly SeenAnswer[] {
  return surveyed.flatMap(({ about, exchange }) => {
    const found = listOf(action, exchange);
    return found ? [{ about, exchange, ...found, checked: checkShown(action, exchange.json) }] : [];
  });
}

/** Why there is no item to look at, and what would give one. */
export function whyUnseen(subject: Subject): Verdict {
  const { surveyed, action } = subject;
  const [first] = surveyed;
  if (!first) return unaskedVerdict(subject);
  const answered = surveyed.find(({ exchange }) => exchange.isAnswered)?.exchange;
  if (surveyed.every(({ exchange }) => exchange.answer.failure === 'timeout'))
    return couldNotRun('No usual call was answered in time: see time-within-budget.', first.exchange);
  if (!answered) return couldNotRun('No usual call was answered with 200: see answer-status.', first.exchange);
  const read = surveyed.find(({ exchange }) => exchange.isAnswered && exchange.json !== undefined)?.exchange;
  if (!read) return couldNotRun('No answer is JSON: see answer-content-type.', answered);
  const listed = surveyed.find(({ exchange }) => listOf(action, exchange))?.exchange;
  if (!listed) return couldNotRun('No answer has the list of items: see answer-envelope.', read);
  const isMail = action.operation.inputs.some(({ in: place }) => place === 'body');
  const how = isMail ? '--mail or --record' : '--record';
  return couldNotRun(`No answer has an item: name something that the connector has items for by ${how}.`, listed);
}

/** Whether a usual call was answered without the list; answer-envelope tells of it. */
export function isListMissed({ surveyed, action }: Subject): boolean {
  return surveyed.some(
    ({ exchange }) => exchange.isAnswered && exchange.json !== undefined && !listOf(action, exchange),
  );
}

/** Fails with what is wrong with the first answer that has something wrong; `passed` where none has, if any has an item. */
export function judgeItems(
  subject: Subject,
  problemsOf: (answer: SeenAnswer) => readonly string[],
  passed: (answers: readonly SeenAnswer[]) => Verdict,
): Verdict {
  const seen = seenAnswers(subject).filter(({ list }) => list.length > 0);
  for (const answer of seen) {
    const problems = [...new Set(problemsOf(answer))];
    if (problems.length > 0) return fail(`${told(problems)} Asked about ${answer.about}.`, answer.exchange);
  }
  return seen.length > 0 ? passed(seen) : whyUnseen(subject);
}

/** The first of several problems, and how many there are besides. */
export function told([first = '', ...more]: readonly string[]): string {
  return more.length > 0 ? `${first} And ${more.length} more.` : first;
}

/** Messages of the host's findings of a rule; where the type is wrong already, nothing else is said. */
export function findingsOf({ checked }: SeenAnswer, ...rules: readonly string[]): string[] {
  const mistyped = new Set(checked.findings.filter(({ rule }) => rule === 'item-type').map(({ pointer }) => pointer));
  return checked.findings
    .filter(({ rule, pointer }) => rules.includes(rule) && (rule === 'item-type' || !mistyped.has(pointer)))
    .map(({ message, pointer }) => `${pointer}: ${message}`);
}

/** How many items, in words. */
export function itemsIn(answers: readonly SeenAnswer[]): string {
  const count = answers.reduce((sum, { list }) => sum + list.length, 0);
  return `${count} ${count === 1 ? 'item' : 'items'} of ${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}`;
}
