/** What of a back end's answer is believed: facts of the right shape, and of the tenant that was asked for. */
import { ConnectorError } from 'saleskit/connector';
import type { Asker } from '../facts.ts';
import type { Shape } from './shape.ts';

interface Wanted<Fact> {
  readonly shape: Shape<Fact>;
  /** Items asked for. */
  readonly most: number;
  /** What was asked, for the log: no ids stand in it. */
  readonly what: string;
}

/** The object, or SERVICE_UNAVAILABLE; the log says what is wrong with it, and nothing of what is in it. */
export function trustedObject<Fact extends object>(answer: unknown, shape: Shape<Fact>, { tenant }: Asker): Fact {
  const fault = faultIn(answer, shape, tenant);
  if (fault === undefined) return answer as Fact;
  throw notAsItShould(`The back end's answer is wrong at ${fault}.`);
}

/**
 * Those items that can be believed, as many as were asked for; a warning says how many were left out, and where the first
 * is wrong. SERVICE_UNAVAILABLE where there is no list at all.
 */
export function trustedList<Fact extends object>(
  answer: unknown,
  wanted: Wanted<Fact>,
  { tenant, log }: Asker,
): Fact[] {
  const { shape, most, what } = wanted;
  if (!Array.isArray(answer)) throw notAsItShould(`The back end's answer to ${what} is no list.`);
  const asked = answer.slice(0, most);
  const faults = asked.map((item) => faultIn(item, shape, tenant));
  const left = faults.filter((fault) => fault !== undefined);
  if (left.length > 0 || answer.length > most) {
    const [at] = left;
    log.warn({ what, leftOut: answer.length - asked.length + left.length, of: answer.length, at }, 'Facts left out.');
  }
  return asked.filter((_item, index) => faults[index] === undefined);
}

function faultIn(value: unknown, shape: Shape<unknown>, tenant: string): string | undefined {
  const fault = shape.faultOf(value);
  if (fault !== undefined) return fault || '/';
  return (value as { tenant?: unknown }).tenant === tenant ? undefined : '/tenant';
}

function notAsItShould(words: string): ConnectorError {
  const cause = new Error(words);
  return new ConnectorError('SERVICE_UNAVAILABLE', 'The back end does not answer as it should.', { cause });
}
