/** Where things stand in the text of valid JSON, looked up among the values that were scanned. */
import { segmentsOf } from './json-pointer.ts';
import type { Part } from './parsed.ts';
import { entryWidth, nameAt, type ScannedValues } from './scan-json.ts';

/** Tells offsets by pointers: of what is not there, that of the nearest parent. Names are read when first asked for. */
export function jsonPlaces(text: string, values: ScannedValues): (pointer: string, part: Part) => number {
  const known = new Map<number, ReadonlyMap<string, number>>();
  const childrenOf = (entry: number) => {
    const before = known.get(entry);
    if (before) return before;
    const children = childrenIn(text, values, entry);
    known.set(entry, children);
    return children;
  };
  /** Entries by the pointers of what others stand in; of what is not there, the nearest parent's, as a number below zero. */
  const holders = new Map<string, number>();
  const holderAt = (pointer: string) => {
    const before = holders.get(pointer);
    if (before !== undefined) return before;
    const holder = segmentsOf(pointer).reduce((entry, segment) => below(entry, segment), 0);
    holders.set(pointer, holder);
    return holder;
  };
  const below = (entry: number, segment: string) => (entry < 0 ? entry : (childrenOf(entry).get(segment) ?? ~entry));
  return (pointer, part) => {
    const end = pointer.lastIndexOf('/');
    const isNested = end > 0 && !pointer.startsWith('#');
    const [last = ''] = isNested ? segmentsOf(pointer.slice(end)) : [];
    const found = isNested ? below(holderAt(pointer.slice(0, end)), last) : holderAt(pointer);
    const entry = found < 0 ? ~found : found;
    const key = values[entry] ?? 0;
    return part === 'name' && key >= 0 ? key : (values[entry + 1] ?? 0);
  };
}

/** The members of an array by index, the properties of an object by name; of a name that stands twice the last. */
function childrenIn(text: string, values: ScannedValues, entry: number): ReadonlyMap<string, number> {
  const children = new Map<string, number>();
  const end = nextOf(values, entry);
  for (let child = entry + entryWidth; child < end; child = nextOf(values, child)) {
    const key = values[child] ?? 0;
    children.set(key < 0 ? String(children.size) : nameAt(text, key), child);
  }
  return children;
}

function nextOf(values: ScannedValues, entry: number): number {
  return values[entry + entryWidth - 1] ?? values.length;
}
