/** What two versions of an operation take and answer. */
import { type JsonObject, membersOf } from '../model/json-object.ts';
import type { OperationPart } from '../model/operations.ts';
import type { SchemaComparison } from './schemas.ts';

/** Tells of types that are gone; where a version names none, nothing is known of it. */
export function compareMediaTypes(
  { root, oldRoot, add }: SchemaComparison,
  now: OperationPart,
  before: OperationPart,
): void {
  const sends = now.parameters.some(({ value }) => value.in === 'body' || value.in === 'formData');
  for (const key of sends ? (['consumes', 'produces'] as const) : (['produces'] as const)) {
    const [is, was] = [typesOf(root, now, key), typesOf(oldRoot, before, key)];
    if (is.length === 0) continue;
    for (const type of was.filter((each) => !is.includes(each)))
      add({
        kind: 'media-type-removed',
        message: `${type} is not ${key === 'consumes' ? 'taken' : 'answered'} any more: what is installed goes on ${key === 'consumes' ? 'sending' : 'reading'} it. Put it back.`,
        pointer: now.value[key] === undefined ? `/${key}` : `${now.pointer}/${key}`,
      });
  }
}

/** Its own, else those of the definition; without parameters. */
function typesOf(root: JsonObject, { value }: OperationPart, key: 'consumes' | 'produces'): string[] {
  return membersOf(value[key] ?? root[key]).map(
    ([, type]) => String(type).split(';', 1)[0]?.trim().toLowerCase() ?? '',
  );
}
