/** JSON pointers (RFC 6901). */
export type PathSegment = string | number;

export function pointerTo(path: readonly PathSegment[]): string {
  return path.reduce<string>((pointer, segment) => `${pointer}/${escaped(String(segment))}`, '');
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
  const segments = segmentsOf(pointer);
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] ?? '';
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as Record<string, unknown>)[segment];
  }
  return current;
}

function escaped(segment: string): string {
  return segment.includes('/') || segment.includes('~') ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
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
