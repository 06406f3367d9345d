/** A sequence of numbers that a seed decides, for data that is the same at every run. Not for secrets. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  one<Item>(items: readonly Item[]): Item;
}

/** A linear congruential generator with the constants of Numerical Recipes. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { next, below, one: (items) => items[below(items.length)] as (typeof items)[number] };
}
