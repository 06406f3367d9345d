import { segmentsOf } from '../package/json-pointer.ts';
import { type Part, partAt, propertiesOf } from './resolve.ts';

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
      const own = partOwn(root, place);
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

/** What stands at the place itself, before its $ref is followed: a description there counts for some readers. */
function partOwn(root: unknown, pointer: string): Readonly<Record<string, unknown>> {
  let value: unknown = root;
  for (const segment of segmentsOf(pointer)) value = (value as Record<string, unknown> | undefined)?.[segment];
  return (value ?? {}) as Record<string, unknown>;
}

function fieldAt(
  { value }: Part,
  own: Readonly<Record<string, unknown>>,
  place: Pick<FieldModel, 'path' | 'name' | 'pointer' | 'required' | 'isMarkedRequired'>,
  describe: (field: Pick<FieldModel, 'path'>) => string | undefined,
): FieldModel {
  const items = value.items as { type?: unknown; $ref?: unknown } | undefined;
  return {
    ...place,
    type: text(value.type) ?? (value.properties || value.allOf ? 'object' : undefined),
    format: text(value.format),
    itemType: items ? (text(items.type) ?? (items.$ref ? 'object' : undefined)) : undefined,
    description: describe(place) ?? text(own.description) ?? text(value.description),
    enum: Array.isArray(value.enum) ? value.enum : undefined,
    default: value.default,
    isInternal: value['x-ms-visibility'] === 'internal',
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
