/** What languages change in answers, and what not. */
import type { Item } from '../host/host.ts';
import type { Subject } from './subject.ts';

/** What people read of items, as a text that is the same where they read the same; of a card all of it. */
export function readOf({ point }: Subject, items: readonly Item[]): string {
  const names = point?.item.filter(({ localized }) => localized).map(({ name }) => name);
  return JSON.stringify(names ? items.map((item) => names.map((name) => item[name] ?? null)) : items);
}

/** The language without region and script: de of de-AT. */
export function baseOf(language: string): string {
  return (language.split(/[-_]/)[0] ?? '').toLowerCase();
}
