/** How each outcome of a call reads to a developer, how grave it is, and how to mend it. */
import type { Outcome, Trace } from '../../../host/api/api-types.ts';

/** good: shown. neutral: rightly nothing. halted: nothing was sent, or only a part shown. failed: sent in vain. */
export type Tone = 'good' | 'neutral' | 'halted' | 'failed';

export interface OutcomeWords {
  readonly tone: Tone;
  readonly words: string;
  readonly mend?: string;
}

/** By outcome: plain data, for the pane and for the reference. */
export const outcomes: Readonly<Record<Outcome, OutcomeWords>> = {
  shown: { tone: 'good', words: 'Shown' },
  'nothing-to-show': {
    tone: 'neutral',
    words: 'Nothing to show',
    mend: 'The connector answered well and has nothing here. Open a record or mail that it knows of.',
  },
  'no-action': {
    tone: 'halted',
    words: 'Not sent: no action',
    mend: 'Give an operation the description of the extension point, to the letter, in English.',
  },
  'switched-off': {
    tone: 'halted',
    words: 'Not sent: switched off',
    mend: 'Switch the action on, on the page Connectors.',
  },
  'missing-input': {
    tone: 'halted',
    words: 'Not sent: an input has no value',
    mend: 'Open the record or mail that it is taken from, or send again with a value of your own.',
  },
  'not-invocable': {
    tone: 'halted',
    words: 'Not sent: the host would not invoke it',
    mend: 'Mend in the definition what the reasons of the action name.',
  },
  'not-confirmed': {
    tone: 'halted',
    words: 'Not sent: not confirmed',
    mend: 'The skill changes something. Confirm it in the chat, or send again and confirm.',
  },
  'rewritten-by-gateway': {
    tone: 'halted',
    words: 'Not sent: rewritten by the gateway',
    mend: 'Give the address that the policy or script calls: --url, or the page Connectors.',
  },
  'throttled-by-gateway': {
    tone: 'halted',
    words: 'Not sent: throttled by the gateway',
    mend: 'Wait a minute. If real use meets this, call less often: answer from what is cached, ask for fewer pages.',
  },
  'too-large-for-gateway': {
    tone: 'halted',
    words: 'Not sent: too large for the gateway',
    mend: 'Send less: a shorter mail thread.',
  },
  timeout: {
    tone: 'failed',
    words: 'Timed out',
    mend: 'Answer within five seconds: fetch less, cache, ask several sources at the same time.',
  },
  unreachable: {
    tone: 'failed',
    words: 'Unreachable',
    mend: 'Start the connector, or give the address where it answers: --url, or the page Connectors.',
  },
  reset: {
    tone: 'failed',
    words: 'Connection broke off',
    mend: 'Look into the log of the connector, and of what stands before it, for the request id of this call.',
  },
  'error-answer': { tone: 'failed', words: 'Error answer' },
  'unreadable-answer': {
    tone: 'failed',
    words: 'Unreadable answer',
    mend: 'Answer JSON with the list and the required properties of the extension point.',
  },
};

/** How a call reads: by its outcome, but a warning where a part of the answer was dropped. */
export function wordsOfCall({ outcome, items, dropped }: Pick<Trace, 'outcome' | 'items' | 'dropped'>): OutcomeWords {
  const usual = wordsOf(outcome);
  if (dropped.length === 0 || outcome !== 'shown') return usual;
  return { ...usual, tone: 'halted', words: `Shown (${items.length}), dropped (${dropped.length})` };
}

/** The words for an outcome; one that this page does not know stands for itself. */
export function wordsOf(outcome: string): OutcomeWords {
  return (
    (outcomes as Readonly<Record<string, OutcomeWords | undefined>>)[outcome] ?? { tone: 'failed', words: outcome }
  );
}
