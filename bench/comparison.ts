/** Programs compared side by side: the speed of a machine varies within minutes, the ratio of two programs hardly does. */
import { isDeepStrictEqual } from 'node:util';
import { type LoadResult, load } from './load.ts';

export interface Contender {
  readonly address: string;
  readonly nextRequest: () => string;
}

const rounds = 20;
const secondsARound = 0.5;
const secondsToWarmUp = 5;

/**
 * The requests a second of each contender, round by round. Each is warmed up; then they take turns in short rounds, in
 * the opposite order in every other one, so that what slows the machine slows all of them.
 */
export async function alternate<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  progress: (words: string) => void,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (const name of names) {
    progress(`Warming up: ${name}`);
    await load({ ...contenders[name], seconds: secondsToWarmUp });
  }
  for (let round = 0; round < rounds; round++) {
    progress(`${names.join(', ')}: round ${round + 1} of ${rounds}`);
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const { requestsPerSecond }: LoadResult = await load({ ...contenders[name], seconds: secondsARound });
      rates[name].push(requestsPerSecond);
    }
  }
  return rates;
}

/** The middle value; the mean of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The median of the ratios, each of two rates of the same round. */
export function medianRatio(rates: readonly number[], others: readonly number[]): number {
  if (rates.length !== others.length) throw new TypeError('Rates of the same rounds are needed.');
  return median(rates.map((rate, round) => rate / (others[round] ?? Number.NaN)));
}

/** Throws unless all these addresses give the same JSON as the first does, for the path. */
export async function mustAnswerAlike(
  addresses: readonly string[],
  path: string,
  headers: Readonly<Record<string, string>>,
) {
  const answers = await Promise.all(addresses.map((address) => answerOf(address + path, headers)));
  const other = answers.findIndex((answer) => !isDeepStrictEqual(answer, answers[0]));
  if (other > 0) {
    const [first, second] = [answers[0], answers[other]].map((answer) => JSON.stringify(answer));
    throw new Error(`The servers do not answer alike to ${path}:\n${first}\n${second}`);
  }
}

async function answerOf(url: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(url, { headers });
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  return response.json();
}
