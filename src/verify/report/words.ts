/** How reports speak of what a run found. */
import type { Status } from '../verdict.ts';
import type { Shown, ShownVerdict } from './shown.ts';

/** Of the count of a status: 3 failed. */
export const countWords: Readonly<Record<Status, string>> = {
  fail: 'failed',
  advice: 'advice',
  'could-not-run': 'could not run',
  pass: 'passed',
  'not-applicable': 'not applicable',
};

export const verdictWords: Readonly<Record<ShownVerdict, string>> = {
  shown: 'would be shown',
  'partly-shown': 'would be shown, but not always',
  'not-shown': 'would not be shown',
  'not-seen': 'nothing was seen',
};

/** "would not be shown: The connector answered 500." */
export function verdictText({ verdict, why }: Shown): string {
  return why === null ? verdictWords[verdict] : `${verdictWords[verdict]}: ${why}`;
}

/** How many extension points and chat skills would be shown, in a sentence. */
export function shownSentence(shown: readonly Shown[]): string {
  const all = shown.length;
  const count = (verdict: ShownVerdict) => shown.filter((each) => each.verdict === verdict).length;
  const rest = (['partly-shown', 'not-shown', 'not-seen'] as const)
    .map((verdict) => ({ verdict, number: count(verdict) }))
    .filter(({ number }) => number > 0)
    .map(({ verdict, number }) => `${number} ${restWords[verdict]}`);
  const what = all === 1 ? '1 action' : `${all} actions`;
  if (all === 0) return 'No action was examined.';
  if (rest.length === 0) return all === 1 ? 'Its 1 action would be shown.' : `All ${all} actions would be shown.`;
  return `Of ${what}, ${[`${count('shown')} would be shown`, ...rest].join(', ')}.`;
}

const restWords = {
  'partly-shown': 'not always',
  'not-shown': 'would not',
  'not-seen': 'brought nothing to see',
} as const;

/** 0.4 ms, 12 ms, 1 s, 1.2 s. */
export function timeText(milliseconds: number): string {
  if (milliseconds >= 1000) return `${Math.round(milliseconds / 100) / 10} s`;
  return milliseconds < 10 ? `${milliseconds} ms` : `${Math.round(milliseconds)} ms`;
}
