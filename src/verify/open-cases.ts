/** Cases that the documentation leaves open: any 4xx will do, and so will an answer. */
import type { Exchange } from './asking/exchange.ts';
import { answerWords, codeProblem, errorCodeOf } from './error-body.ts';
import { type Provocation, provoke } from './provoked.ts';
import type { Subject } from './subject.ts';
import { isVerdict, usualAnswer } from './usual-answer.ts';
import { couldNotRun, fail, pass, type Verdict } from './verdict.ts';

/** Makes the calls until one is answered as it should not be. The error body is judged by error-body. */
export async function judgeOpenCases(
  subject: Subject,
  provocations: readonly Provocation[],
  known?: KnownRefusal,
): Promise<Verdict> {
  const usual = usualAnswer(subject);
  if (isVerdict(usual)) return usual;
  let shown: Exchange | undefined;
  for (const provocation of provocations) {
    const exchange = await provoke(subject, provocation);
    const verdict = verdictOf(provocation.words, exchange);
    if (verdict && known && isAlike(known.exchange, exchange))
      return couldNotRun(`${verdict.message} So it is elsewhere: see ${known.check}.`, exchange);
    if (verdict) return verdict;
    shown ??= exchange.isAnswered ? undefined : exchange;
  }
  return pass(provocations.map(({ words }) => words).join(', '), shown);
}

/** A refusal that another check judges; what is refused alike is its matter. */
interface KnownRefusal {
  readonly exchange: Exchange;
  readonly check: string;
}

function isAlike(one: Exchange, other: Exchange): boolean {
  return one.status === other.status && errorCodeOf(one) === errorCodeOf(other);
}

function verdictOf(words: string, exchange: Exchange): Verdict | undefined {
  const { status, isAnswered, json } = exchange;
  const asked = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  if (isAnswered && json === undefined) return fail(`${asked}: status ${status} without JSON.`, exchange);
  if (isAnswered) return undefined;
  if (status === null || status < 400 || status >= 500) return fail(`${asked}: ${answerWords(exchange)}.`, exchange);
  const problem = codeProblem(exchange);
  return problem ? fail(`${asked}: ${problem}.`, exchange) : undefined;
}
