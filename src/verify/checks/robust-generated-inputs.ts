import fc from 'fast-check';
import { checkShown } from '../../host/host.ts';
import type { Exchange } from '../asking/exchange.ts';
import { NotAsked } from '../asking/not-asked.ts';
import { actionCheck } from '../check.ts';
import { answerWords, errorBodyProblem } from '../error-body.ts';
import { type Values, valuesArbitrary } from '../generated/input-arbitrary.ts';
import { refusals } from '../provoked.ts';
import type { Subject } from '../subject.ts';
import { couldNotRun, fail, notApplicable, pass } from '../verdict.ts';

const mostShrinks = 60;

export const robustGeneratedInputs = actionCheck({
  id: 'robust-generated-inputs',
  group: 'robustness',
  title: 'Whatever is sent, it is answered, or refused with the error body',
  why: 'What sellers and mails hold is in no test plan: an answer of 5xx is a page in the logs and nothing in the pane.',
  source: 'api-error-responses, documented body; guideline G8',
  mend: 'Check inputs before they are used, and answer 400 with errorCode and errorMessage. The request fails again with the same seed.',
  turn: 'load',
  async run(subject) {
    const { action, options, values, discovery } = subject;
    const share = Math.ceil(options.requests / Math.max(1, options.actions.length));
    if (share === 0) return notApplicable('No generated inputs are asked for (--requests 0).');
    const usual = subject.surveyed.map(({ exchange }) => exchange);
    const problemOf = judgeOf(subject, await hasOddBodies(subject));
    if (usual.length > 0 && usual.every(problemOf))
      return couldNotRun('The usual calls are not answered as documented either: see the checks of answers.', usual[0]);
    const arbitrary = valuesArbitrary(action, values);
    const seed = options.seed;
    const generated = fc.sample(arbitrary, { seed, numRuns: share });
    const found = await firstFailure(subject, generated, problemOf);
    if (found.failed === undefined) {
      return found.asked < share
        ? couldNotRun(`${found.asked} of ${share} generated inputs were sent: ${found.why}.`)
        : pass(`${share} generated inputs`);
    }
    const { exchange, problem, unshrunk } = await shrunk(subject, arbitrary, found, problemOf);
    const which = unshrunk ? `not made smaller: ${unshrunk}` : 'the smallest that fails';
    return fail(
      `${problem} One of ${share} generated inputs, ${which}. (${discovery.connector.title}, seed ${seed}.)`,
      exchange,
    );
  },
});

interface Failure {
  readonly exchange: Exchange;
  readonly problem: string;
}

interface Found {
  /** How many were asked before the failure, or before the run could go no further. */
  readonly asked: number;
  readonly failed: (Failure & { readonly index: number }) | undefined;
  readonly why: string;
}

async function firstFailure(subject: Subject, generated: readonly Values[], problemOf: Judge): Promise<Found> {
  const failures: (Failure & { index: number })[] = [];
  let next = 0;
  let asked = 0;
  let why = '';
  const worker = async () => {
    while (next < generated.length && failures.length === 0 && why === '') {
      const index = next++;
      const values = generated[index] ?? {};
      try {
        const exchange = await subject.ask({ values });
        asked++;
        const problem = problemOf(exchange);
        if (problem) failures.push({ index, exchange, problem });
      } catch (error) {
        if (!(error instanceof NotAsked)) throw error;
        why = error.message;
      }
    }
  };
  await Promise.all(Array.from({ length: subject.options.concurrency }, worker));
  return { asked, failed: failures.toSorted((one, other) => one.index - other.index)[0], why };
}

/** The smallest input of that kind that fails, as far as it can be found in a few tries; `unshrunk` says why it was not looked for. */
async function shrunk(
  subject: Subject,
  arbitrary: fc.Arbitrary<Values>,
  { failed }: Found,
  problemOf: Judge,
): Promise<Failure & { readonly unshrunk: string | undefined }> {
  const first = failed as NonNullable<typeof failed>;
  let smallest: Failure = first;
  if (first.exchange.answer.failure === 'timeout') return { ...first, unshrunk: 'that would take long' };
  let unshrunk: string | undefined;
  let tries = 0;
  await fc.check(
    fc.asyncProperty(arbitrary, async (values) => {
      if (unshrunk || tries++ >= mostShrinks) return true;
      const exchange = await subject.ask({ values }).catch((error: unknown) => {
        if (!(error instanceof NotAsked)) throw error;
        unshrunk = error.message;
        return undefined;
      });
      const problem = exchange && problemOf(exchange);
      if (!exchange || !problem) return true;
      smallest = { exchange, problem };
      return false;
    }),
    { seed: subject.options.seed, path: String(first.index), numRuns: first.index + 1 },
  );
  return { ...smallest, unshrunk };
}

/** Why an answer is not as documented; undefined where it is, or where that is another check's matter. */
type Judge = (exchange: Exchange) => string | undefined;

/** Odd bodies of errors are the matter of error-body where it sees them. */
function judgeOf({ action }: Subject, areBodiesOdd: boolean): Judge {
  return (exchange) => {
    const { answer, status, isAnswered } = exchange;
    if (answer.failure) return `${answerWords(exchange)}.`;
    if (status === null || status >= 500) return `It was answered with ${status}.`;
    if (!isAnswered) return areBodiesOdd ? undefined : errorBodyProblem(exchange);
    if (exchange.json === undefined) return `It was answered with ${status} and no JSON.`;
    const isOdd =
      action.point && checkShown(action, exchange.json).findings.some(({ rule }) => rule === 'answer-envelope');
    return isOdd ? 'The answer has no list.' : undefined;
  };
}

/** Errors have not the documented body where it is easily seen: error-body tells of that. */
async function hasOddBodies(subject: Subject): Promise<boolean> {
  const refused = await refusals(subject);
  return refused.some(({ exchange }) => (exchange.status ?? 0) < 500 && errorBodyProblem(exchange) !== undefined);
}
