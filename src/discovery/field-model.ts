import { valueAt } from '../package/json-pointer.ts';
import { isJson, type Json, type Part, partAt, propertiesOf, textOf } from './resolve.ts';

/** One field of a body or an answer, or one parameter. */
export interface FieldModel {
  /** From the root of the body; `[]` stands for the items of an array. */
  readonly path: readonly string[];
  readonly name: string;
  readonly pointer: string;
  readonly type: string | undefined;
  readonly format: string | undefined;
  readonly itemType: string | undefined;
  /** Required, and so are all the objects that it stands in. */
  readonly required: boolean;
  /** Required by the object that it stands in. */
  readonly isMarkedRequired: boolean;
  readonly description: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  readonly default: unknown;
  readonly isInternal: boolean;
}

const deepest = 6;
const most = 2000;

/** Every field of the schema at a pointer, objects before what they hold; recursion is cut. `describe` may override descriptions. */
export function flattened(
  root: unknown,
  pointer: string,
  describe: (field: Pick<FieldModel, 'path'>) => string | undefined,
): FieldModel[] {
  const fields: FieldModel[] = [];
  const walk = (part: Part | undefined, path: readonly string[], required: boolean) => {
    if (!part || path.length > deepest || fields.length > most) return;
    if (part.value.type === 'array' || part.value.items !== undefined) {
      return walk(partAt(root, `${part.pointer}/items`, part.trail), [...path, '[]'], required);
    }
    const { properties, required: names } = propertiesOf(root, part);
    for (const [name, place] of properties) {
      const property = partAt(root, place, part.trail);
      if (!property) continue;
      const own = valueAt(root, place);
      const field = fieldAt(
        property,
        own,
        {
          path: [...path, name],
          name,
          pointer: place,
          required: required && names.has(name),
          isMarkedRequired: names.has(name),
        },
        describe,
      );
      fields.push(field);
      walk(property, field.path, field.required);
    }
  };
  walk(partAt(root, pointer), [], true);
  return fields;
}

/** What a schema or a parameter says of its values. */
export function schemaFacts(
  value: Json,
): Pick<FieldModel, 'type' | 'format' | 'itemType' | 'enum' | 'default' | 'isInternal'> {
  return {
    type: textOf(value.type),
    format: textOf(value.format),
    itemType: isJson(value.items) ? textOf(value.items.type) : undefined,
    enum: Array.isArray(value.enum) ? value.enum : undefined,
    default: value.default,
    isInternal: value['x-ms-visibility'] === 'internal',
  };
}

/** `own` is what stands at the place itself, before its $ref is followed: a description there counts for some readers. */
function fieldAt(
  { value }: Part,
  own: unknown,
  place: Pick<FieldModel, 'path' | 'name' | 'pointer' | 'required' | 'isMarkedRequired'>,
  describe: (field: Pick<FieldModel, 'path'>) => string | undefined,
): FieldModel {
  const facts = schemaFacts(value);
  const ownDescription = isJson(own) ? textOf(own.description) : undefined;
  return {
    ...place,
    ...facts,
    type: facts.type ?? (value.properties || value.allOf ? 'object' : undefined),
    itemType: facts.itemType ?? (isJson(value.items) && value.items.$ref ? 'object' : undefined),
    description: describe(place) ?? ownDescription ?? textOf(value.description),
  };
}
