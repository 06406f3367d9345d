/** The known word that a mistyped one is nearest to, or undefined where none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const [first] = byDistance(word, known);
  return first && first.distance <= Math.max(1, Math.floor(lettersOf(word).length / 3)) ? first.each : undefined;
}

/** The known words, the nearest first. */
export function nearestFirst(word: string, known: Iterable<string>): string[] {
  return byDistance(word, known).map(({ each }) => each);
}

/** " Did you mean x?", or which words there are. */
export function didYouMean(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest ? `Did you mean ${nearest}?` : `There are ${known.join(', ')}.`;
}

function byDistance(word: string, known: Iterable<string>) {
  const wanted = lettersOf(word);
  return [...known]
    .map((each) => ({ each, distance: distanceBetween(wanted, lettersOf(each)) }))
    .sort((one, other) => one.distance - other.distance);
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** How many letters have to be put in, left out or changed (Levenshtein); the same letters in another order are one slip. */
function distanceBetween(one: string, other: string): number {
  if (one !== other && sorted(one) === sorted(other)) return 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one.slice(0, 100)].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
