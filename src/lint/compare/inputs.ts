/** The parameters of two versions of an operation. */
import { valueAt } from '../../package/json-pointer.ts';
import { isObject, type JsonObject } from '../model/json-object.ts';
import type { OperationPart } from '../model/operations.ts';
import type { ParameterPart } from '../model/parameters.ts';
import { shapeOf } from '../model/schema-path.ts';
import {
  compareFormats,
  compareValues,
  fieldName,
  isFilledByPlatform,
  requirement,
  type SchemaComparison,
  typeChange,
} from './schemas.ts';

/** Compares parameters by name and place; what is in another place is told as moved. */
export function compareInputs(comparison: SchemaComparison, now: OperationPart, before: OperationPart): void {
  const operationId = now.operationId ?? '';
  const known = new Set<ParameterPart>();
  for (const parameter of before.parameters) {
    const name = nameOf(parameter);
    const where = { operationId, path: [name] };
    const same = now.parameters.find((each) => !known.has(each) && isSame(each, parameter));
    if (same) {
      known.add(same);
      compareParameter(comparison, same, parameter, operationId);
      continue;
    }
    const moved = now.parameters.find(
      (each) => nameOf(each) === name && !before.parameters.some((other) => isSame(other, each)),
    );
    const intoBody = moved ? undefined : bodyProperty(comparison.root, now, name);
    if (moved) known.add(moved);
    if (moved || intoBody)
      comparison.add({
        kind: 'parameter-moved',
        message: `${fieldName(where)} was in ${parameter.value.in} and is in ${moved ? moved.value.in : 'body'}: what is installed goes on sending it where it was. Put it back.`,
        pointer: moved?.referredFrom ?? intoBody ?? now.pointer,
      });
    else if (parameter.value['x-ms-visibility'] !== 'internal')
      comparison.add({
        kind: 'input-deleted',
        message: `${fieldName(where)} is gone: what fills it is lost. Put it back.`,
        pointer: parametersOf(comparison.root, now),
      });
  }
  for (const parameter of now.parameters)
    if (!known.has(parameter) && parameter.value.required === true && !isFilledByPlatform(parameter.value))
      comparison.add(requirement(parameter.referredFrom, true, { operationId, path: [nameOf(parameter)] }));
}

function compareParameter(
  comparison: SchemaComparison,
  now: ParameterPart,
  before: ParameterPart,
  operationId: string,
): void {
  const where = { operationId, path: [nameOf(now)] };
  const { root, oldRoot, add } = comparison;
  const place = { value: now.value, pointer: now.pointer };
  if (now.value.required === true && before.value.required !== true && !isFilledByPlatform(now.value))
    add(requirement(now.pointer, false, where));
  compareValues(place, before, where, add);
  compareFormats('input', place, before, where, add);
  const [is, was] = [now.value.type, before.value.type];
  const isWider = was === 'integer' && is === 'number';
  if (typeof is === 'string' && typeof was === 'string' && is !== was && !isWider)
    add(typeChange('input', place, was, where));
  const [schema, schemaBefore] = [now.value.schema, before.value.schema];
  if (now.value.in !== 'body' || !isObject(schema) || !isObject(schemaBefore)) return;
  if (!shapeOf(root, schema, '') || !shapeOf(oldRoot, schemaBefore, '')) return;
  comparison.compare(
    'input',
    { value: schema, pointer: `${now.pointer}/schema` },
    { value: schemaBefore, pointer: `${before.pointer}/schema` },
    { operationId, path: [] },
  );
}

/** Of one place and name; bodies are one whatever they are called. */
function isSame(one: ParameterPart, other: ParameterPart): boolean {
  return one.value.in === other.value.in && (one.value.in === 'body' || nameOf(one) === nameOf(other));
}

function nameOf({ value }: ParameterPart): string {
  return String(value.name);
}

function bodyProperty(root: JsonObject, { parameters }: OperationPart, name: string): string | undefined {
  const body = parameters.find(({ value }) => value.in === 'body');
  return body && shapeOf(root, body.value.schema, `${body.pointer}/schema`)?.properties.get(name)?.pointer;
}

function parametersOf(root: JsonObject, { pointer }: OperationPart): string {
  const place = `${pointer}/parameters`;
  return valueAt(root, place) === undefined ? pointer : place;
}
