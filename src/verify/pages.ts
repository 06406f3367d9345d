/** The pages of a list, as top and skip bring them. */
import { checkShown } from '../host/host.ts';
import { askedOnce, repeatedCalls } from './asked-once.ts';
import type { Exchange } from './asking/exchange.ts';
import { answerWords } from './error-body.ts';
import { listOf, whyUnseen } from './seen-answers.ts';
import { type Subject, takes } from './subject.ts';
import { couldNotRun, fail, notApplicable, type Verdict } from './verdict.ts';

export interface Page {
  readonly top: number | undefined;
  readonly skip: number;
  readonly exchange: Exchange;
  /** Each item as a text that is the same where the item is; undefined where the answer has no list. */
  readonly items: readonly string[] | undefined;
  readonly hasMore: unknown;
}

/** A list whose pages can be compared. */
export interface Pages {
  readonly first: Page & { readonly items: readonly string[] };
  /** Pages of what the first has. */
  readonly parts: readonly Page[];
  /** What comes after the first. */
  readonly next: Page;
}

/** Whether the action pages; undefined where it does. */
export function unpaged(subject: Subject): Verdict | undefined {
  const absent = ['top', 'skip'].filter((name) => !takes(subject, name));
  return absent.length > 0 ? notApplicable(`The action takes no ${absent.join(' and no ')}.`) : undefined;
}

/** The page of these numbers, asked once in a run. */
export async function pageAt(subject: Subject, numbers: { readonly top?: number; readonly skip?: number }) {
  const inputs = Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [inputNamed(subject, name), number]),
  );
  const exchange = await askedOnce(subject, `page ${JSON.stringify(numbers)}`, { inputs });
  return pageOf(subject, exchange, numbers);
}

/** The usual call, as the survey made it. */
export function firstPage(subject: Subject): Page | undefined {
  const usual = subject.surveyed.find(({ values }) => values === subject.values);
  const top = subject.values[inputNamed(subject, 'top')];
  return usual && pageOf(subject, usual.exchange, typeof top === 'number' ? { top } : {});
}

/** The pages of the usual list, or why they cannot be judged. */
export async function pagesOf(subject: Subject): Promise<Pages | Verdict> {
  const because = unpaged(subject);
  if (because) return because;
  const first = firstPage(subject);
  if (!first?.items || first.items.length === 0) return whyUnseen(subject);
  const count = first.items.length;
  if (count < 2)
    return couldNotRun('The list has one item only: name a record with several by --record.', first.exchange);
  const single = await pageAt(subject, { top: 1, skip: 0 });
  if (single.items && single.items.length > 1)
    return couldNotRun('Of top=1 more than one item came: see answer-limits.', single.exchange);
  const parts = [single, await pageAt(subject, { top: 1, skip: 1 })];
  if (count > 2) parts.push(await pageAt(subject, { top: 2, skip: count - 2 }));
  return { first: { ...first, items: first.items }, parts, next: await pageAt(subject, { skip: count }) };
}

/** Why the order of the list cannot be relied on; undefined where it can. */
export async function unstable(subject: Subject, { first }: Pages): Promise<Verdict | undefined> {
  for (const exchange of await repeatedCalls(subject)) {
    const { items } = pageOf(subject, exchange, {});
    if (!items) return couldNotRun('The same question was not answered with a list each time.', exchange);
    if (items.toSorted().join() !== first.items.toSorted().join())
      return couldNotRun('The same question brings other items each time: see consistent-answers.', exchange);
    if (items.join() !== first.items.join())
      return fail('The same question brings the same items in another order.', exchange);
  }
  return undefined;
}

/** How the pages do not fit together; undefined where they do. */
export function misfit({ first, parts, next }: Pages): Verdict | undefined {
  for (const page of [...parts, next]) {
    const { top, skip, items, exchange } = page;
    const asked = `${top === undefined ? '' : `top=${top} and `}skip=${skip}`;
    if (!items) return fail(`With ${asked} no list came: ${answerWords(exchange)}.`, exchange);
    const expected = top === undefined ? undefined : first.items.slice(skip, skip + top);
    if (expected && expected.join() !== items.join())
      return fail(`With ${asked} ${difference(first.items, expected, items)}`, exchange);
    const again = expected ? undefined : items.find((item) => first.items.includes(item));
    if (again)
      return fail(`With ${asked} item ${first.items.indexOf(again) + 1} of the page before comes again.`, exchange);
  }
  return undefined;
}

function difference(all: readonly string[], expected: readonly string[], items: readonly string[]): string {
  const placeOf = (item: string) => (all.includes(item) ? `item ${all.indexOf(item) + 1}` : 'one that was not there');
  const listed = (each: readonly string[]) => each.map(placeOf).join(' and ') || 'nothing';
  return `${listed(expected)} of the whole list should come; ${listed(items)} came.`;
}

function pageOf(
  subject: Subject,
  exchange: Exchange,
  { top, skip = 0 }: { readonly top?: number; readonly skip?: number },
): Page {
  const items = listOf(subject.action, exchange)?.list.map((item) => JSON.stringify(sorted(item)));
  const hasMore = items && moreOf(subject, exchange);
  return { top, skip, exchange, items, hasMore };
}

/** True, false, undefined where it is absent; null where it is something else. */
function moreOf({ action }: Subject, { json }: Exchange): boolean | null | undefined {
  const { hasMoreResults, findings } = checkShown(action, json);
  return findings.some(({ rule }) => rule === 'answer-has-more') ? null : hasMoreResults;
}

/** With the names of its properties in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, sorted(each)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The name that the point, or the chat skill, has for it: the former version writes Top. */
function inputNamed({ action: { point, operation } }: Subject, name: string): string {
  const named = (point?.inputs ?? operation.inputs).find((input) => input.name.toLowerCase() === name);
  return named?.name ?? name;
}
