import { eachEntry, entriesOf, isObject, type JsonObject, step } from './json-object.ts';
import { methods } from './operations.ts';
import { schemasWith } from './parts-with.ts';
import { parameterLists, pathItems } from './path-items.ts';
import { perModel } from './per-model.ts';

/** A $ref where OpenAPI 2.0 allows one; a property of that name is none. */
export interface Reference {
  readonly kind: 'parameter' | 'response' | 'schema';
  readonly target: string;
  /** What holds it. */
  readonly holder: JsonObject;
  readonly pointer: string;
  /** It stands for a whole shared parameter, response or definition. */
  readonly isShared: boolean;
}

/** The shared section that a kind is kept in. */
export const sectionOf = { parameter: 'parameters', response: 'responses', schema: 'definitions' } as const;

/** Every reference in the order of its kind. */
export const references = perModel((model): Reference[] => {
  const { root } = model;
  const found: Reference[] = [];
  const add = (kind: Reference['kind'], holder: unknown, pointer: string, isShared = false) => {
    if (isObject(holder) && typeof holder.$ref === 'string')
      found.push({ kind, target: holder.$ref, holder, pointer, isShared });
  };
  for (const { entries } of parameterLists(model))
    for (const { written, pointer } of entries) add('parameter', written, pointer);
  for (const [name, value] of entriesOf(root.parameters)) add('parameter', value, `/parameters${step(name)}`, true);
  for (const { value, pointer } of pathItems(model))
    for (const method of methods) {
      const operation = value[method];
      if (isObject(operation))
        eachEntry(operation.responses, (status, response) =>
          add('response', response, `${pointer}/${method}/responses${step(status)}`),
        );
    }
  for (const [name, value] of entriesOf(root.responses)) add('response', value, `/responses${step(name)}`, true);
  for (const { value, pointer, role } of schemasWith(model, '$ref'))
    add('schema', value, pointer, role === 'definition');
  return found;
});
