/** One thing that was looked at. */
export interface Line {
  readonly verdict: Verdict;
  readonly text: string;
  /** How to mend it. */
  readonly mend?: string | undefined;
  /** Where: a rule, a JSON pointer. */
  readonly place?: string | undefined;
}

/** notice: nothing is shown otherwise for it here, but it is worth a look. */
export type Verdict = 'ok' | 'problem' | 'notice' | 'unknown';

export const ok = (text: string): Line => ({ verdict: 'ok', text });
export const problem = (text: string, mend?: string, place?: string): Line => ({
  verdict: 'problem',
  text,
  mend,
  place,
});
export const notice = (text: string, mend?: string, place?: string): Line => ({ verdict: 'notice', text, mend, place });
export const unknown = (text: string, mend?: string): Line => ({ verdict: 'unknown', text, mend });

/** The gravest of several. */
export function gravest(lines: readonly Line[]): Verdict {
  return gravity.find((verdict) => lines.some((line) => line.verdict === verdict)) ?? 'ok';
}

const gravity: readonly Verdict[] = ['problem', 'unknown', 'notice', 'ok'];
