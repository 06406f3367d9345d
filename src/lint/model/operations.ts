import { valueAt } from '../../package/json-pointer.ts';
import { eachEntry, entriesOf, isObject, type JsonObject, step } from './json-object.ts';
import type { ParameterPart } from './parameters.ts';

/** One operation where it stands. */
export interface OperationPart {
  readonly value: JsonObject;
  readonly pointer: string;
  /** In lower case, as the definition has it. */
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
  readonly isInternal: boolean;
  /** x-ms-trigger: it is a trigger of flows, no action. */
  readonly isTrigger: boolean;
  /** Its own and those of its path that it does not replace, references followed. */
  readonly parameters: readonly ParameterPart[];
  readonly responses: readonly ResponsePart[];
}

export interface ResponsePart {
  readonly status: string;
  /** References followed. */
  readonly value: JsonObject;
  readonly pointer: string;
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/** Every operation in the order of the definition. */
export function operationParts(root: JsonObject): OperationPart[] {
  return entriesOf(root.paths).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const place = `/paths${step(path)}`;
    return Object.keys(item).flatMap((method) => {
      const value = item[method];
      if (!methods.includes(method) || !isObject(value)) return [];
      const pointer = `${place}/${method}`;
      return [
        {
          value,
          pointer,
          method,
          path,
          operationId: typeof value.operationId === 'string' ? value.operationId : undefined,
          isInternal: value['x-ms-visibility'] === 'internal',
          isTrigger: value['x-ms-trigger'] !== undefined,
          parameters: parametersOf(root, item, place, value, pointer),
          responses: responsesOf(root, value, pointer),
        },
      ];
    });
  });
}

/** What a local reference leads to: the object with its place; the object itself where it is no reference. */
export function followed(
  root: JsonObject,
  value: unknown,
  pointer: string,
): { readonly value: JsonObject; readonly pointer: string } | undefined {
  let current = value;
  let place = pointer;
  for (let hops = 0; hops < 30; hops++) {
    if (!isObject(current)) return undefined;
    if (typeof current.$ref !== 'string') return { value: current, pointer: place };
    if (!current.$ref.startsWith('#/')) return undefined;
    const target = targetOf(root, current.$ref);
    current = target.value;
    place = target.pointer;
  }
  return undefined;
}

interface Target {
  readonly value: unknown;
  readonly pointer: string;
}

/** By the root: references are few, and followed by many rules. */
const targets = new WeakMap<JsonObject, Map<string, Target>>();

/** What a reference #/… leads to, whatever it is. */
export function targetOf(root: JsonObject, reference: string): Target {
  const known = targets.get(root) ?? new Map<string, Target>();
  targets.set(root, known);
  const before = known.get(reference);
  if (before) return before;
  const pointer = pointerOfReference(reference);
  const target = { value: valueAt(root, pointer), pointer };
  known.set(reference, target);
  return target;
}

/** The pointer that a reference #/… means. */
export function pointerOfReference(reference: string): string {
  const pointer = reference.slice(1);
  try {
    return pointer.includes('%') ? decodeURIComponent(pointer) : pointer;
  } catch {
    return pointer;
  }
}

function parametersOf(
  root: JsonObject,
  item: JsonObject,
  itemPointer: string,
  operation: JsonObject,
  pointer: string,
): ParameterPart[] {
  const byName = new Map<string, ParameterPart>();
  const lists = [
    [item.parameters, itemPointer],
    [operation.parameters, pointer],
  ] as const;
  for (const [list, place] of lists)
    if (Array.isArray(list))
      list.forEach((each: unknown, index) => {
        const referredFrom = `${place}/parameters/${index}`;
        const found = followed(root, each, referredFrom);
        if (!found) return;
        const { value, pointer } = found;
        byName.set(`${String(value.in)} ${String(value.name)}`, { value, pointer, referredFrom });
      });
  return [...byName.values()];
}

function responsesOf(root: JsonObject, operation: JsonObject, pointer: string): ResponsePart[] {
  const responses: ResponsePart[] = [];
  eachEntry(operation.responses, (status, each) => {
    const found = status.startsWith('x-') ? undefined : followed(root, each, `${pointer}/responses${step(status)}`);
    if (found) responses.push({ status, value: found.value, pointer: found.pointer });
  });
  return responses;
}
