/** One pass over the text of valid JSON, for what JSON.parse keeps to itself: places, keys that stand twice, nesting too deep to walk. */

export interface Scanned {
  /** Where the bracket stands that opens one level too many. */
  readonly tooDeepAt: number | undefined;
  readonly duplicates: readonly { readonly name: string; readonly offset: number }[];
  readonly values: ScannedValues;
}

/**
 * Every value in the order of the text, `entryWidth` numbers each: the offset of its key or `noKey`, its own offset, and the
 * index of the entry after all that stands in it.
 */
export type ScannedValues = Int32Array;
export const entryWidth = 3;
export const noKey = -1;

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
const lineFeed = 10;
/** What is below is white space in valid JSON, and nothing else. */
const blank = 32;

/** Where a scan collects values before it knows how many there are; it grows, and serves the next one too. */
let scratch = new Int32Array(1 << 16);

/** Scans a text; of one that is no valid JSON only `tooDeepAt` is to be relied on. */
export function scanJson(text: string, deepest: number): Scanned {
  const duplicates: { name: string; offset: number }[] = [];
  let values = scratch;
  let end = 0;
  /** The open objects and arrays from the root; what lies deeper is used again. */
  const levels: Level[] = [];
  let depth = 0;
  let keyOffset = noKey;
  const add = (offset: number) => {
    if (end + entryWidth > values.length) {
      scratch = new Int32Array(values.length * 2);
      scratch.set(values);
      values = scratch;
    }
    values[end] = keyOffset;
    values[end + 1] = offset;
    end += entryWidth;
    values[end - 1] = end;
    keyOffset = noKey;
  };
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    // Blanks come first: they are nearly half of most texts.
    if (code <= blank) continue;
    if (code === quote) {
      const closing = endOfString(text, offset);
      const level = levels[depth - 1];
      if (level?.isObject && isKey(text, closing + 1)) {
        const name = nameIn(text, offset, closing);
        if (!isNew(level, name)) duplicates.push({ name, offset });
        keyOffset = offset;
      } else add(offset);
      offset = closing;
    } else if (code === openBrace || code === openBracket) {
      if (depth === deepest) return { tooDeepAt: offset, duplicates, values: values.slice(0, end) };
      levels[depth] ??= { entry: end, isObject: true, count: 0, names: [], all: undefined };
      const level = levels[depth] as Level;
      level.entry = end;
      level.isObject = code === openBrace;
      level.count = 0;
      level.all = undefined;
      depth++;
      add(offset);
    } else if (code === closeBrace || code === closeBracket) {
      const closed = levels[depth - 1];
      if (!closed) continue;
      values[closed.entry + entryWidth - 1] = end;
      depth--;
    } else if (code !== comma && code !== colon) {
      add(offset);
      offset = endOfWord(text, offset);
    }
  }
  return { tooDeepAt: undefined, duplicates, values: values.slice(0, end) };
}

/** An open object or array. */
interface Level {
  entry: number;
  isObject: boolean;
  /** How many keys it has so far. */
  count: number;
  /** The first of them; behind them may stand some of an object that was here before. */
  readonly names: string[];
  /** All of them, where they are many. */
  all: Set<string> | undefined;
}

/** How many keys are sooner looked through than put into a set. */
const few = 12;

/** Notes a key; false where it stands twice. */
function isNew(level: Level, name: string): boolean {
  const { names, count, all } = level;
  if (all ? all.has(name) : isAmong(names, count, name)) return false;
  level.count++;
  if (all) all.add(name);
  else {
    names[count] = name;
    if (level.count === few) level.all = new Set(names);
  }
  return true;
}

function isAmong(names: readonly string[], count: number, name: string): boolean {
  const index = names.indexOf(name);
  return index >= 0 && index < count;
}

/** The name of the key that begins here. */
export function nameAt(text: string, offset: number): string {
  return nameIn(text, offset, endOfString(text, offset));
}

function nameIn(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? decoded(raw) : raw;
}

/** The closing quote of a string, or the line's end where it has none. */
function endOfString(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === backslash) offset++;
    else if (code === quote || code === lineFeed) return offset;
  }
  return text.length;
}

/** The last character of a number or a word. */
function endOfWord(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === comma || code === closeBrace || code === closeBracket || code <= blank) return offset - 1;
  }
  return text.length;
}

function isKey(text: string, start: number): boolean {
  for (let offset = start; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === colon) return true;
    if (code > blank) return false;
  }
  return false;
}

function decoded(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}
