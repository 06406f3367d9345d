/** JSON pointers (RFC 6901). */
export type PathSegment = string | number;

export function pointerTo(path: readonly PathSegment[]): string {
  let pointer = '';
  for (const segment of path) pointer += `/${escaped(String(segment))}`;
  return pointer;
}

/** The segments of a pointer; of a fragment (#/…) with its percent-encoding undone. */
export function segmentsOf(pointer: string): string[] {
  const text = pointer.startsWith('#') ? decoded(pointer.slice(1)) : pointer;
  const segments = text.split('/');
  segments.shift();
  return text.includes('~') ? segments.map(unescaped) : segments;
}

/** What stands at a pointer, or undefined; own properties only. */
export function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const segment of segmentsOf(pointer)) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as Record<string, unknown>)[segment];
  }
  return current;
}

function escaped(segment: string): string {
  return /[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
}

function unescaped(segment: string): string {
  return segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
