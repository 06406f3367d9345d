/** The first calls of a run: what each action answers about each situation, one call at a time. */

import { CodedError } from '../core/coded-error.ts';
import type { Asker } from './asking/asker.ts';
import { NotAsked } from './asking/not-asked.ts';
import { askerOf, type Subject, type Surveyed, type Unsurveyed } from './subject.ts';

/** Asks about every situation. Throws UNREACHABLE where nobody listens at the address; who goes away later is told of by checks. */
export async function survey(
  asker: Asker,
  subject: Omit<Unsurveyed, 'ask' | 'surveyed' | 'unasked' | 'values'>,
): Promise<Subject> {
  const ask = askerOf(asker, subject, {}, 'survey');
  const surveyed: Surveyed[] = [];
  let unasked: string | undefined;
  for (const situation of subject.situations) {
    const exchange = await ask({ values: situation.values }).catch((error: unknown) => {
      if (!(error instanceof NotAsked)) throw error;
      unasked = error.message;
      return error.exchange;
    });
    if (!exchange) break;
    if (!asker.isReached()) throw new CodedError('UNREACHABLE', `${exchange.answer.problem} Give another with --url.`);
    surveyed.push({ ...situation, exchange, items: subject.itemsOf(exchange) });
    if (unasked) break;
  }
  const [best] = surveyed.toSorted((one, other) => other.items.length - one.items.length);
  const values = best?.values ?? subject.situations[0]?.values ?? {};
  return { ...subject, surveyed, unasked, values, ask: askerOf(asker, subject, values, 'survey') };
}
