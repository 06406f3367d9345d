import type { Exchange } from '../asking/exchange.ts';
import { actionCheck } from '../check.ts';
import { listOf, whyUnseen } from '../seen-answers.ts';
import { type Subject, takes } from '../subject.ts';
import { couldNotRun, fail, notApplicable, pass, type Verdict } from '../verdict.ts';

const hour = 3_600_000;

/** Milliseconds since 1970. */
interface Window {
  readonly start: number;
  readonly end: number;
}

export const answerTimeWindow = actionCheck({
  id: 'answer-time-window',
  group: 'answers',
  title: 'Items lie between startDateTime and endDateTime',
  why: 'The summary speaks of a span of time; what lies outside it tells a seller old news as new.',
  source: 'extend-record-summary.md, Parameters (startDateTime, endDateTime)',
  mend: 'Leave out what happened before startDateTime or after endDateTime.',
  async run(subject) {
    if (!takes(subject, 'startDateTime') || !takes(subject, 'endDateTime'))
      return notApplicable('The action takes no startDateTime and endDateTime.');
    const usual = subject.surveyed.find(({ values }) => values === subject.values)?.exchange;
    const times = usual ? timesOf(subject, usual).toSorted((one, other) => one - other) : [];
    const [oldest] = times;
    const newest = times.at(-1);
    if (!usual || oldest === undefined || newest === undefined) {
      const reason = whyUnseen(subject);
      return usual && listOf(subject.action, usual)?.list.length
        ? couldNotRun('No item has a time that can be read: see answer-times.', usual)
        : reason;
    }
    const asked = windowOf(subject);
    const second = times.find((time) => time > oldest) ?? oldest + 2 * hour;
    const last = times.findLast((time) => time < newest) ?? newest - 2 * hour;
    const later = { start: between(oldest, second), end: Math.max(asked?.end ?? 0, newest + hour) };
    const earlier = { start: Math.min(asked?.start ?? oldest, oldest - hour), end: between(last, newest) };
    return (
      (asked && outside(times, asked, usual)) ??
      (await misjudged(subject, times, later)) ??
      (await misjudged(subject, times, earlier)) ??
      pass(`${times.length} items; both ends cut`, usual)
    );
  },
});

/** Asks with a window that leaves out something known. */
async function misjudged(subject: Subject, known: readonly number[], window: Window): Promise<Verdict | undefined> {
  const [startDateTime, endDateTime] = [window.start, window.end].map((time) => new Date(time).toISOString());
  const exchange = await subject.ask({ inputs: { startDateTime, endDateTime } });
  if (!exchange.isAnswered || !listOf(subject.action, exchange))
    return couldNotRun(`From ${startDateTime} to ${endDateTime} no list was answered.`, exchange);
  const times = timesOf(subject, exchange);
  const isWithin = (time: number) => time >= window.start && time <= window.end;
  const lost = known.filter(isWithin).length;
  if (times.length === 0 && lost > 0)
    return fail(
      `From ${startDateTime} to ${endDateTime} nothing comes, though ${lost} known items lie within.`,
      exchange,
    );
  return outside(times, window, exchange);
}

function outside(times: readonly number[], { start, end }: Window, exchange: Exchange): Verdict | undefined {
  // Connectors may keep whole seconds only.
  const odd = times.find((time) => time < start - 1000 || time > end + 1000);
  if (odd === undefined) return undefined;
  const [from, to, at] = [start, end, odd].map((time) => new Date(time).toISOString());
  return fail(`From ${from} to ${to} were asked for; an item of ${at} came.`, exchange);
}

function timesOf(subject: Subject, exchange: Exchange): number[] {
  return subject
    .itemsOf(exchange)
    .map(({ dateTime }) => (isMoment(dateTime) ? Date.parse(dateTime) : Number.NaN))
    .filter((time) => !Number.isNaN(time));
}

/** A time without a zone says nothing of when it was; answer-times tells of that. */
function isMoment(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/i.test(text);
}

/** What the usual call asks for. */
function windowOf({ values }: Subject): Window | undefined {
  const [start, end] = [values.startDateTime, values.endDateTime].map((time) => Date.parse(String(time)));
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

function between(one: number, other: number): number {
  return Math.round((one + other) / 2);
}
