import { eachEntry, isObject, type JsonObject, step } from './json-object.ts';
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
  const found: ParameterPart[] = [];
  const add = (value: unknown, pointer: string) => {
    if (isObject(value) && value.$ref === undefined) found.push({ value, pointer, referredFrom: pointer });
  };
  const addList = (list: unknown, place: string) => {
    if (!Array.isArray(list)) return;
    list.forEach((each, index) => {
      add(each, `${place}/parameters/${index}`);
    });
  };
  eachEntry(root.paths, (path, item) => {
    if (!isObject(item)) return;
    const place = `/paths${step(path)}`;
    addList(item.parameters, place);
    for (const method of methods) {
      const operation = item[method];
      if (isObject(operation)) addList(operation.parameters, `${place}/${method}`);
    }
  });
  eachEntry(root.parameters, (name, value) => add(value, `/parameters${step(name)}`));
  return found;
}
