/** Types of JSON values as OpenAPI 2.0 names them. */
const tests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => typeof value === 'number' && Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: (value) => kindOf(value) === 'object',
};

/** Whether a value has a type; true where the type is none of JSON’s. */
export function isOfType(value: unknown, type: string): boolean {
  return Object.hasOwn(tests, type) ? (tests[type]?.(value) ?? true) : true;
}

/** What a value is, in the words of JSON. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The value written as another type, where nothing is lost by it. */
export function writtenAs(value: unknown, type: string): unknown {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (typeof value !== 'string') return undefined;
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const number = Number(value);
  if (
    (type === 'number' || type === 'integer') &&
    Number.isFinite(number) &&
    String(number) === value &&
    isOfType(number, type)
  )
    return number;
  return undefined;
}
