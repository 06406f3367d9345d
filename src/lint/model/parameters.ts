import { entriesOf, isObject, type JsonObject, membersOf, step } from './json-object.ts';
import { methods } from './operations.ts';

/** One parameter: where it is declared. */
export interface ParameterPart {
  readonly value: JsonObject;
  readonly pointer: string;
  /** Where an operation names it: itself, or a reference to it. */
  readonly referredFrom: string;
}

/** Every parameter that is declared: in operations, in paths, in the shared ones. References are left out. */
export function parameterParts(root: JsonObject): ParameterPart[] {
  const lists = entriesOf(root.paths).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const place = `/paths${step(path)}`;
    const operations = methods.filter((method) => isObject(item[method]));
    return [
      [item.parameters, place] as const,
      ...operations.map((method) => [(item[method] as JsonObject).parameters, `${place}/${method}`] as const),
    ];
  });
  const inline = lists.flatMap(([list, place]) =>
    membersOf(list).map(([index, value]) => ({ value, pointer: `${place}/parameters/${index}` })),
  );
  const shared = entriesOf(root.parameters).map(([name, value]) => ({ value, pointer: `/parameters${step(name)}` }));
  return [...inline, ...shared].flatMap(({ value, pointer }) =>
    isObject(value) && value.$ref === undefined ? [{ value, pointer, referredFrom: pointer }] : [],
  );
}
