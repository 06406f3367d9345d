/** Descriptions compared as the host compares them, and explained where they differ. */

/** Without case, runs of white space and a closing full stop. */
export function normalized(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s*\.$/, '')
    .toLowerCase();
}

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
  const most = enough > 0 ? sharedWords(a, b) : Math.min(a.length, b.length);
  if ((2 * most) / (a.length + b.length) < enough) return 0;
  return (2 * commonWords(a, b).length) / (a.length + b.length);
}

/** How many words of one stand in the other, each as often as in both. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word.toLowerCase(), (left.get(word.toLowerCase()) ?? 0) + 1);
  return b.filter((word) => {
    const count = left.get(word.toLowerCase()) ?? 0;
    left.set(word.toLowerCase(), count - 1);
    return count > 0;
  }).length;
}

/** Word by word: what stands too much in [-…-], what is missing in {+…+}. */
export function wordDifference(text: string, wanted: string): string {
  const [a, b] = [wordsOf(text), wordsOf(wanted)];
  const common = commonWords(a, b);
  const parts: string[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...common, [a.length, b.length] as const]) {
    if (i < x) parts.push(`[-${a.slice(i, x).join(' ')}-]`);
    if (j < y) parts.push(`{+${b.slice(j, y).join(' ')}+}`);
    if (x < a.length) parts.push(a[x] ?? '');
    [i, j] = [x + 1, y + 1];
  }
  return parts.join(' ');
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
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (others.length > letters.length / 5) return true;
  const words = wordsOf(text.toLowerCase()).map((word) => word.replace(/[^\p{L}]/gu, ''));
  if (words.length < 5) return false;
  const share = (is: (word: string) => boolean) => words.filter(is).length / words.length;
  const english = share((word) => englishWords.has(word));
  const foreign = share((word) => foreignWords.has(word) || /[^a-z]/.test(word));
  return english < 0.12 && foreign >= 0.15;
}

const mostWords = 400;

function wordsOf(text: string): string[] {
  return text.trim().replace(/\.$/, '').split(/\s+/).filter(Boolean).slice(0, mostWords);
}

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
