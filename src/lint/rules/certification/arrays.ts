/** Arrays that must hold something, and nothing twice. */
import { isObject, membersOf } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { schemasWith, typedPartsWith } from '../../model/parts-with.ts';
import { typedParameters } from '../../model/typed-parts.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { query, withParameters, withSchema } from './fragments.ts';

export const arrayRules: readonly Rule[] = validatorRules([
  {
    id: 'ArrayHasNoItems',
    severity: 'error',
    title: 'Arrays say what they hold',
    why: 'Without items the designer offers nothing of the array’s members.',
    published: 1,
    good: withParameters(query({ type: 'array', items: { type: 'string' } })),
    bad: withParameters(query({ type: 'array' })),
    check: (model) =>
      [...typedParameters(model), ...model.schemas]
        .filter(({ value }) => value.type === 'array' && !isObject(value.items))
        .map(({ value, pointer }) => ({
          message: 'The array has no items. Add a schema for its members; in OpenAPI 2.0 it is one object.',
          pointer: value.items === undefined ? pointer : `${pointer}/items`,
        })),
  },
  {
    id: 'RequiredPropertyArrayEmpty',
    severity: 'error',
    title: 'A list of required properties is not empty',
    why: 'OpenAPI 2.0 does not allow an empty list; where nothing is required there is none.',
    published: 0,
    good: withSchema({ type: 'object', required: ['id'], properties: { id: { type: 'string' } } }),
    bad: withSchema({ type: 'object', required: [], properties: { id: { type: 'string' } } }),
    check: (model) =>
      schemasWith(model, 'required')
        .filter(({ value: { required } }) => Array.isArray(required) && required.length === 0)
        .map(({ pointer }) => ({
          message: 'The list of required properties is empty. Remove it.',
          pointer: `${pointer}/required`,
          fix: { pointer: `${pointer}/required`, value: undefined },
        })),
  },
  {
    id: 'ArrayDuplicateValue',
    severity: 'error',
    title: 'Lists hold nothing twice',
    why: 'Media types, schemes, tags of an operation, required properties and enums are sets.',
    published: 0,
    good: withSchema({ type: 'string', enum: ['open', 'Open'] }),
    bad: withSchema({ type: 'string', enum: ['open', 'open'] }),
    check: (model) => [
      ...holders(model).flatMap(({ value, pointer }) =>
        ['consumes', 'produces', 'schemes', ...(pointer === '' ? [] : ['tags'])].flatMap((list) =>
          repeated(value[list], `${pointer}/${list}`),
        ),
      ),
      ...typedPartsWith(model, 'enum').flatMap(({ value, pointer }) => repeated(value.enum, `${pointer}/enum`)),
      ...schemasWith(model, 'required').flatMap(({ value, pointer }) =>
        repeated(value.required, `${pointer}/required`),
      ),
    ],
  },
]);

/** The definition and its operations. */
function holders({ root, operations }: PackageModel): { value: PackageModel['root']; pointer: string }[] {
  return [{ value: root, pointer: '' }, ...operations];
}

function repeated(list: unknown, pointer: string): Problem[] {
  if (!Array.isArray(list) || list.length < 2) return [];
  const seen = new Set<string>();
  return membersOf(list).flatMap(([index, each]) => {
    const key = JSON.stringify(each);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ message: `${key.slice(0, 100)} stands in the list twice. Remove one.`, pointer: `${pointer}/${index}` }];
  });
}
