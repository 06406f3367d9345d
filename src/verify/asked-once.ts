/** Calls that several checks look at are made once in a run. */
import { limits } from '../contract/contract.ts';
import type { Exchange } from './asking/exchange.ts';
import type { Asking, Subject, Surveyed } from './subject.ts';

const made = new WeakMap<readonly Surveyed[], Map<string, Promise<Exchange>>>();

/** The answer to the call of this name: asked by the check that wants it first. Throws NotAsked, each time. */
export function askedOnce({ surveyed, ask }: Subject, name: string, asking: Asking): Promise<Exchange> {
  const calls = made.get(surveyed) ?? new Map<string, Promise<Exchange>>();
  made.set(surveyed, calls);
  const call = calls.get(name) ?? ask(asking);
  calls.set(name, call);
  return call;
}

const repeats = 4;

/** The usual call again and again, one at a time, until one uses up half of its time. Throws NotAsked. */
export async function repeatedCalls(subject: Subject): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const isSlow = () => (exchanges.at(-1)?.answer.durationMs ?? 0) > limits.deadline / 2;
  for (let number = 0; number < repeats && !isSlow() && exchanges.at(-1)?.answer.failure !== 'timeout'; number++)
    exchanges.push(await askedOnce(subject, `again ${number}`, {}));
  return exchanges;
}

/** The usual call in another language. Throws NotAsked. */
export function askedIn(subject: Subject, language: string): Promise<Exchange> {
  return askedOnce(subject, `in ${language}`, { language });
}
