import { valueAt } from '../../package/json-pointer.ts';
import { entriesOf, isObject, type JsonObject, membersOf, step } from './json-object.ts';
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
  let [current, place] = [value, pointer];
  for (let hops = 0; hops < 30; hops++) {
    if (!isObject(current)) return undefined;
    if (typeof current.$ref !== 'string') return { value: current, pointer: place };
    if (!current.$ref.startsWith('#/')) return undefined;
    place = pointerOfReference(current.$ref);
    current = valueAt(root, place);
  }
  return undefined;
}

/** The pointer that a reference #/… means. */
export function pointerOfReference(reference: string): string {
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return reference.slice(1);
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
    for (const [index, each] of membersOf(list)) {
      const found = followed(root, each, `${place}/parameters/${index}`);
      if (found)
        byName.set(`${String(found.value.in)} ${String(found.value.name)}`, {
          ...found,
          referredFrom: `${place}/parameters/${index}`,
        });
    }
  return [...byName.values()];
}

function responsesOf(root: JsonObject, operation: JsonObject, pointer: string): ResponsePart[] {
  return entriesOf(operation.responses).flatMap(([status, value]) => {
    const found = status.startsWith('x-') ? undefined : followed(root, value, `${pointer}/responses${step(status)}`);
    return found ? [{ status, ...found }] : [];
  });
}
