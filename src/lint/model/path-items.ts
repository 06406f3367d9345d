import { entriesOf, isObject, type JsonObject, step } from './json-object.ts';
import { followed, methods } from './operations.ts';
import { perModel } from './per-model.ts';

/** One path with what stands below it. */
export interface PathItem {
  readonly path: string;
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Every path; the extensions of `paths` are none. */
export const pathItems = perModel(({ root }): PathItem[] =>
  entriesOf(root.paths).flatMap(([path, value]) =>
    isObject(value) && !path.startsWith('x-') ? [{ path, value, pointer: `/paths${step(path)}` }] : [],
  ),
);

/** A list of parameters as it is written: duplicates and references stand in it. */
export interface ParameterList {
  readonly owner: 'path' | 'operation';
  /** Of the path or the operation. */
  readonly pointer: string;
  readonly entries: readonly ParameterEntry[];
}

export interface ParameterEntry {
  /** As written. */
  readonly written: JsonObject;
  /** References followed; the written one where they lead nowhere. */
  readonly value: JsonObject;
  readonly pointer: string;
}

/** The lists of parameters of all paths and operations. */
export const parameterLists = perModel((model): ParameterList[] =>
  pathItems(model).flatMap(({ value, pointer }) => [
    listOf(model.root, 'path', value, pointer),
    ...methods.flatMap((method) => {
      const operation = value[method];
      return isObject(operation) ? [listOf(model.root, 'operation', operation, `${pointer}/${method}`)] : [];
    }),
  ]),
);

function listOf(root: JsonObject, owner: ParameterList['owner'], value: JsonObject, pointer: string): ParameterList {
  const entries: ParameterEntry[] = [];
  if (Array.isArray(value.parameters))
    value.parameters.forEach((written: unknown, index) => {
      if (!isObject(written)) return;
      const place = `${pointer}/parameters/${index}`;
      entries.push({ written, value: followed(root, written, place)?.value ?? written, pointer: place });
    });
  return { owner, pointer, entries };
}
