/** Parts of a JSON document, read without trusting their shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of an object; none where it is something else. */
export function entriesOf(value: unknown): [name: string, value: unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The members of an array with their indexes; none where it is something else. */
export function membersOf(value: unknown): [index: number, value: unknown][] {
  return Array.isArray(value) ? [...value.entries()] : [];
}

/** A step of a JSON pointer. */
export function step(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
