import { hash } from 'node:crypto';

/** A UUID of its own for each request, the same in each run of a seed. */
export function requestIdOf(seed: number, name: string, number: number): string {
  const hex = hash('sha1', `${seed} ${name} ${number}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
