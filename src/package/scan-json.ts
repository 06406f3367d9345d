/** One pass over the text of valid JSON, for what JSON.parse keeps to itself: keys that stand twice, and nesting too deep to walk. */

export interface Scanned {
  /** Where the bracket stands that opens one level too many. */
  readonly tooDeepAt: number | undefined;
  readonly duplicates: readonly { readonly name: string; readonly offset: number }[];
}

const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;
const colon = 58;
const lineFeed = 10;

/** Scans a text; of one that is no valid JSON only `tooDeepAt` is to be relied on. */
export function scanJson(text: string, deepest: number): Scanned {
  const duplicates: { name: string; offset: number }[] = [];
  /** The keys of every open object; undefined for an array. */
  const open: (Set<string> | undefined)[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === quote) {
      const end = endOfString(text, offset);
      const keys = open.at(-1);
      if (keys && isKey(text, end + 1)) {
        const raw = text.slice(offset + 1, end);
        const name = raw.includes('\\') ? decoded(raw) : raw;
        if (keys.has(name)) duplicates.push({ name, offset });
        keys.add(name);
      }
      offset = end;
    } else if (code === openBrace || code === openBracket) {
      if (open.length === deepest) return { tooDeepAt: offset, duplicates };
      open.push(code === openBrace ? new Set() : undefined);
    } else if (code === closeBrace || code === closeBracket) open.pop();
  }
  return { tooDeepAt: undefined, duplicates };
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

function isKey(text: string, start: number): boolean {
  for (let offset = start; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === colon) return true;
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
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
