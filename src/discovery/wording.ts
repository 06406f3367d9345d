/** Descriptions compared as the host compares them, and explained where they differ. */
import { remembered } from './remembered.ts';

/** Without case, runs of white space and a closing full stop. */
export const normalized = remembered((text) => {
  const words = text.trim().replace(/\s{2,}|[^\S ]/g, ' ');
  return (words.endsWith('.') ? words.slice(0, -1).trimEnd() : words).toLowerCase();
});

/** `exact` to the letter, `loose` but for case, white space and full stop; undefined where they differ. */
export function matchOf(text: string, wanted: string): 'exact' | 'loose' | undefined {
  if (text === wanted) return 'exact';
  return normalized(text) === normalized(wanted) ? 'loose' : undefined;
}

/**
 * How alike two texts are, 0 to 1: the share of words that they have in common, in order. Where it must be less than
 * `enough`, it is 0: what the two have in common in any order tells so sooner.
 */
export function similarity(one: string, other: string, enough = 0): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const shareOf = (count: number) => (2 * count) / (a.length + b.length);
  if (shareOf(Math.min(a.length, b.length)) < enough) return 0;
  if (enough > 0 && shareOf(sharedWords(wordCounts(one), wordCounts(other))) < enough) return 0;
  return shareOf(commonWords(a, b).length);
}

/**
 * Which of some texts may have a similarity of `enough` or more to another, by their places: told for all of them in one
 * pass over its words. What is told may have less, what is not told has not.
 */
export function similarAmong(texts: readonly string[]): (text: string, enough: number) => readonly number[] {
  const lengths = texts.map((text) => wordsOf(text).length);
  const counts = new Map<string, { readonly place: number; readonly count: number }[]>();
  texts.forEach((text, place) => {
    wordCounts(text).forEach((count, word) => {
      counts.set(word, [...(counts.get(word) ?? []), { place, count }]);
    });
  });
  return (text, enough) => {
    const shared = lengths.map(() => 0);
    wordCounts(text).forEach((count, word) => {
      counts.get(word)?.forEach((other) => {
        shared[other.place] = (shared[other.place] ?? 0) + Math.min(count, other.count);
      });
    });
    const own = wordsOf(text).length;
    return [...lengths.keys()].filter(
      (place) => 2 * (shared[place] ?? 0) >= enough * (own + (lengths[place] ?? 0)) - 1e-6,
    );
  };
}

/** How many words of one stand in the other, each as often as in both. */
function sharedWords(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  one.forEach((count, word) => {
    shared += Math.min(count, other.get(word) ?? 0);
  });
  return shared;
}

/** How often each word stands in a text, without case. */
const wordCounts = remembered((text): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  return counts;
});

/** Word by word: what stands too much in [-…-], what is missing in {+…+}; in these, signs that cannot be seen are named. */
export function wordDifference(text: string, wanted: string): string {
  const [a, b] = [wordsOf(text), wordsOf(wanted)];
  const common = commonWords(a, b);
  const parts: string[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...common, [a.length, b.length] as const]) {
    if (i < x) parts.push(`[-${seen(a.slice(i, x))}-]`);
    if (j < y) parts.push(`{+${seen(b.slice(j, y))}+}`);
    if (x < a.length) parts.push(a[x] ?? '');
    [i, j] = [x + 1, y + 1];
  }
  return parts.join(' ');
}

/** Words with signs that cannot be seen as <U+200B>. */
function seen(words: readonly string[]): string {
  const named = (sign: string) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  return words.join(' ').replace(/[\p{Cc}\p{Cf}\u115f\u1160\u3164]/gu, named);
}

const englishWords = new Set(
  'the this that of to in for and is are will be by with a an which identifies indicates provides gets shown'.split(
    ' ',
  ),
);

/** Short words of the languages of the localized documentation that English does not have. */
const foreignWords = new Set(
  [
    'der die das und ist wird werden mit von den dem ein eine einen einer zu auf diese dieser im',
    'le les des une est sont dans avec cette qui du et aux ce pour sur',
    'el los las una es con del esta que se y para por en al',
    'il lo gli di della delle dei per che questa con nel',
    'os uma da dos ao pela esta com em um',
    'het een van voor deze wordt met op te naar worden',
    'och att det som av til er denne denna fra til den vil blive',
    'ja joka tai z jest oraz dla przez bir ve bu egy az',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a text is in another language than English: the localized documentation translates what must not be translated. */
export function isTranslated(text: string): boolean {
  if (!isPlain(text) && isMostlyForeignScript(text)) return true;
  const words = wordsOf(text).map((word) => lettersOf(word.toLowerCase()));
  if (words.length < 5) return false;
  const share = (is: (word: string) => boolean) => words.filter(is).length / words.length;
  const english = share((word) => englishWords.has(word));
  const foreign = share((word) => foreignWords.has(word) || /[^a-z]/.test(word));
  return english < 0.12 && foreign >= 0.15;
}

/** More than a fifth of the letters are not Latin. */
function isMostlyForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  return others.length > letters.length / 5;
}

/** The letters of a word in lower case. */
function lettersOf(word: string): string {
  return isPlain(word) ? word.replace(/[^a-z]+/g, '') : word.replace(/[^\p{L}]/gu, '');
}

/** ASCII, which most texts are: what is asked of it is cheaper than what is asked of Unicode. */
function isPlain(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

const mostWords = 400;

const wordsOf = remembered((text): readonly string[] =>
  text.trim().replace(/\.$/, '').split(/\s+/).filter(Boolean).slice(0, mostWords),
);

/** Places of the words that both have, in order: the longest common subsequence. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
  const [lowerA, lowerB] = [a, b].map((words) => words.map((word) => word.toLowerCase())) as [string[], string[]];
  const same = (i: number, j: number) => lowerA[i] === lowerB[j];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (same(i, j)) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}
