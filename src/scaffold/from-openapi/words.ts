/** Names of an API taken apart into words, so that `created_at`, `createdAt` and `CreatedAt` are one. */

const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/** In lower case, each in the singular. The same names are asked for again and again, so they are remembered. */
export function wordsOf(name: string): readonly string[] {
  const words = known.get(name) ?? wordsIn(name);
  if (known.size >= mostKnown) known.clear();
  known.set(name, words);
  return words;
}

function wordsIn(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(?<=\p{L})['’`](?=\p{L})/gu, '')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .map(singular);
}

/** `activities` gives "activity"; words such as `status` stay. */
export function singular(word: string): string {
  if (/(ss|us|is|series|news)$/.test(word) || word.length < 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, '');
}

/** `activity` gives "activities". */
export function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
