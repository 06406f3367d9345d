/** Parts of a JSON document, read without trusting their shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of an object; none where it is something else. */
export function entriesOf(value: unknown): [name: string, value: unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Calls back for each entry of an object: no array is made, which counts where all schemas are walked. */
export function eachEntry(value: unknown, use: (name: string, value: unknown) => void): void {
  if (!isObject(value)) return;
  for (const name in value) use(name, value[name]);
}

/** The members of an array with their indexes; none where it is something else. */
export function membersOf(value: unknown): [index: number, value: unknown][] {
  return Array.isArray(value) ? value.map((each, index) => [index, each]) : [];
}

/** A step of a JSON pointer. */
export function step(name: string | number): string {
  const text = String(name);
  return text.includes('/') || text.includes('~') ? `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${text}`;
}
