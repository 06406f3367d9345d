/** What a name means among the inputs of an operation. */
import type { Input, Operation } from '../../discovery/discovery.ts';
import { valueAt } from '../../package/json-pointer.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { shapeOf } from './schema-path.ts';

export interface Meanings {
  readonly parameters: readonly Input[];
  /** Of the body. */
  readonly properties: readonly Input[];
}

const nothing: Meanings = { parameters: [], properties: [] };
const indexes = new WeakMap<Operation, Map<string, { parameters: Input[]; properties: Input[] }>>();

/** What a name means: a parameter, a property of the body by its path, with or without the body's name, or by its own name alone. */
export function meaningsOf(operation: Operation | undefined, name: string): Meanings {
  if (!operation) return nothing;
  const index = indexes.get(operation) ?? indexed(operation);
  indexes.set(operation, index);
  return index.get(name) ?? nothing;
}

/** The operation takes properties in its body that its definition does not name. */
export function isOpenBody(root: JsonObject, { body, inputs }: Operation): boolean {
  if (!body) return false;
  if (!inputs.some((input) => input.in === 'body')) return true;
  const schema = valueAt(root, `${body.pointer}/schema`);
  return isObject(schema) && shapeOf(root, schema, `${body.pointer}/schema`)?.isOpen === true;
}

function indexed({ inputs, body }: Operation): Map<string, { parameters: Input[]; properties: Input[] }> {
  const index = new Map<string, { parameters: Input[]; properties: Input[] }>();
  const at = (name: string) => {
    const entry = index.get(name) ?? { parameters: [], properties: [] };
    index.set(name, entry);
    return entry;
  };
  for (const input of inputs) {
    if (input.in !== 'body') {
      at(input.name).parameters.push(input);
      continue;
    }
    const path = input.path.join('/');
    for (const name of new Set([input.name, path, `body/${path}`, `${body?.name}/${path}`]))
      at(name).properties.push(input);
  }
  return index;
}

/** What an operation is called in messages. */
export function nameOf(operation: Operation | undefined): string {
  return operation?.operationId ?? `${operation?.method} ${operation?.path}`;
}
