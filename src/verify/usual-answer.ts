import type { Exchange } from './asking/exchange.ts';
import type { Subject } from './subject.ts';
import { couldNotRun, type Verdict } from './verdict.ts';

/** The answer to the usual call, or why nothing can be told without one. */
export function usualAnswer(subject: Subject): Exchange | Verdict {
  const { surveyed, values } = subject;
  const usual = surveyed.find((each) => each.values === values) ?? surveyed[0];
  if (!usual) return unaskedVerdict(subject);
  const { exchange } = usual;
  if (!exchange.isAnswered) return couldNotRun('The usual call is not answered: see answer-status.', exchange);
  if (exchange.json === undefined)
    return couldNotRun('The usual answer is no JSON: see answer-content-type.', exchange);
  return exchange;
}

/** Of an action that was not asked about anything. */
export function unaskedVerdict({ unasked }: Subject): Verdict {
  return couldNotRun(`No call could be made: ${unasked ?? 'there is nothing to ask about'}.`);
}

/** Tells a verdict from an exchange. */
export function isVerdict(value: Exchange | Verdict): value is Verdict {
  return 'message' in value;
}
