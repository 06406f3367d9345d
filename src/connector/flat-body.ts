/** The flat form of a body with objects in it, for callers that can send none: API plugins of Microsoft 365 Copilot. */
import { type Action, propertyName } from '../contract/contract.ts';
import { inputReader, type RawInput } from './input.ts';

/**
 * A reader that takes an action's body in its own form and, where none of its objects is there, in the flat one: their
 * properties beside the others. Both are checked alike, and give the same.
 */
export function flatBodyReader(action: Action): ReturnType<typeof inputReader> {
  const read = inputReader(action);
  const objects = action.inputs.flatMap(({ name, model }) => {
    const fields = model === undefined ? undefined : action.models[model];
    return fields ? [{ name, fields }] : [];
  });
  if (objects.length === 0) return read;
  const inputs = action.inputs.flatMap((input) => objects.find(({ name }) => name === input.name)?.fields ?? [input]);
  const readFlat = inputReader({ ...action, inputs });
  return (raw) => {
    const isNested = objects.some((object) => hasAny(raw, [object]));
    const isFlat = objects.some(({ fields }) => hasAny(raw, fields));
    if (isNested || !isFlat) return read(raw);
    const values = readFlat(raw);
    for (const { name, fields } of objects) {
      const keys = fields.map((field) => propertyName(field.name)).filter((key) => Object.hasOwn(values, key));
      values[propertyName(name)] = Object.fromEntries(keys.map((key) => [key, values[key]]));
      for (const key of keys) delete values[key];
    }
    return values;
  };
}

/** Names count in any case, as they do for the reader. */
function hasAny(raw: RawInput, fields: readonly { readonly name: string }[]): boolean {
  const wanted = new Set(fields.map(({ name }) => name.toLowerCase()));
  return Object.keys(raw).some((key) => wanted.has(key.toLowerCase()));
}
