/** How calls with a token that is none of theirs are refused. */
import { askedOnce } from './asked-once.ts';
import type { Bearer } from './asking/credentials.ts';
import type { Exchange } from './asking/exchange.ts';
import { answerWords, errorCodeOf } from './error-body.ts';
import { promisesTokens } from './promised-authentication.ts';
import { provoke, withoutToken } from './provoked.ts';
import type { Subject } from './subject.ts';
import { isVerdict, usualAnswer } from './usual-answer.ts';
import { couldNotRun, fail, notApplicable, pass, type Verdict } from './verdict.ts';

/** Why calls with other tokens cannot be judged; undefined where they can. */
export function untried(subject: Subject): Verdict | undefined {
  if (!promisesTokens(subject)) return notApplicable('The package promises no authentication by tokens.');
  if (subject.options.credentials.kind === 'none') return couldNotRun('The run is without a token: give --auth.');
  const usual = usualAnswer(subject);
  return isVerdict(usual) ? usual : undefined;
}

/** The usual call with such a token. Throws NotAsked where the run has none. */
export function askedAs(subject: Subject, bearer: Bearer): Promise<Exchange> {
  return bearer === 'none'
    ? provoke(subject, withoutToken)
    : askedOnce(subject, `with the token ${bearer}`, { bearer });
}

interface Expected {
  readonly bearer: Bearer;
  /** What is told of a call with such a token. */
  readonly words: string;
  /** The documented refusals: each status with its code. */
  readonly refusals: Readonly<Record<number, string>>;
  /** A fault that these calls share is the matter of the check before. */
  readonly before: { readonly bearer: Bearer; readonly check: string; readonly ifAnswered: string };
}

/** Judges the call with the token: refused as documented, and not for what another check tells already. */
export async function judgeRefusal(subject: Subject, expected: Expected): Promise<Verdict> {
  const why = untried(subject);
  if (why) return why;
  const { bearer, words, refusals, before } = expected;
  const exchange = await askedAs(subject, bearer);
  const { status, isAnswered } = exchange;
  const code = errorCodeOf(exchange);
  const wanted = refusals[status ?? 0];
  if (wanted !== undefined && (code === undefined || code === wanted)) return pass(answerWords(exchange), exchange);
  if (bearer === before.bearer)
    return isAnswered
      ? couldNotRun(`Calls without a token are answered: see ${before.ifAnswered}.`, exchange)
      : fail(`${words}: ${answerWords(exchange)}, not ${refusalWords(refusals)}.`, exchange);
  const earlier = await askedAs(subject, before.bearer);
  if (earlier.status === status && errorCodeOf(earlier) === code)
    return couldNotRun(`So it is with other tokens: see ${isAnswered ? before.ifAnswered : before.check}.`, exchange);
  return fail(
    isAnswered ? `${words}: it is answered.` : `${words}: ${answerWords(exchange)}, not ${refusalWords(refusals)}.`,
    exchange,
  );
}

function refusalWords(refusals: Expected['refusals']): string {
  return Object.entries(refusals)
    .map(([status, code]) => `${status} ${code}`)
    .join(' or ');
}
