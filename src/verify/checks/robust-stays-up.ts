import type { Exchange } from '../asking/exchange.ts';
import { NotAsked } from '../asking/not-asked.ts';
import { connectorCheck } from '../check.ts';
import { answerWords } from '../error-body.ts';
import type { Subject } from '../subject.ts';
import { couldNotRun, fail, pass } from '../verdict.ts';

export const robustStaysUp = connectorCheck({
  id: 'robust-stays-up',
  group: 'robustness',
  title: 'The connector listens until the end of the run',
  why: 'A request that ends the program ends it for every seller.',
  source: 'guideline G8: what does not listen does not answer in time',
  mend: 'Send the request again and read the log. Catch whatever one request can throw, and answer 500 with the error body; let the program be started again where it ends all the same.',
  turn: 'end',
  async run({ subjects, lost }) {
    const now = await askedAtLast(subjects);
    const last = lost();
    if (last) {
      const back = typeof now === 'string' ? 'any more' : 'for a while';
      return fail(
        `After request ${last.number} nobody listened ${back}. It is the last that came through: ${answerWords(last.exchange)}.`,
        last.exchange,
      );
    }
    if (typeof now === 'string') return couldNotRun(`Not run: ${now}.`);
    return now.answer.failure
      ? couldNotRun(`The last call was not answered: ${answerWords(now)}.`, now)
      : pass(answerWords(now), now);
  },
});

/** A usual call of the first action that may still be asked; in words why there is none. */
async function askedAtLast(subjects: readonly Subject[]): Promise<Exchange | string> {
  let why = 'there is nothing to ask about';
  for (const subject of subjects) {
    try {
      return await subject.ask({ isThrottleWanted: true });
    } catch (error) {
      if (!(error instanceof NotAsked)) throw error;
      why = error.message;
    }
  }
  return why;
}
