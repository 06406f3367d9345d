/** Schemas of OpenAPI 3.0 put together of fields: no references, nothing composed, as API plugins want them. */
import type { FieldModel } from '../../discovery/discovery.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Types that OpenAPI 3.0 knows for a value; of another nothing is said. */
const types = new Set(['string', 'integer', 'number', 'boolean']);

/** The schema of one value without what stands in it. */
export function plainSchema(field: FieldModel): Json {
  const { type, format, itemType = 'string', enum: values, default: usual, isInternal } = field;
  if (type === 'array') return { type, items: types.has(itemType) ? { type: itemType } : {} };
  const hasUsual = usual !== undefined && typeof usual !== 'object';
  // What people do not see has one value, which the platform fills in elsewhere.
  const choices = (isInternal && hasUsual ? [usual] : values)?.filter((value) => typeof value !== 'object');
  return {
    ...(type !== undefined && types.has(type) && { type }),
    ...(format !== undefined && { format }),
    ...(choices && choices.length > 0 && { enum: choices }),
    ...(hasUsual && { default: usual }),
  };
}

/** The schema of the fields of a body or an answer: an object, or a list of them; undefined where there are none. */
export function schemaOf(fields: readonly FieldModel[]): Json | undefined {
  return fields.length === 0 ? undefined : schemaAt(fields, []);
}

function schemaAt(fields: readonly FieldModel[], path: readonly string[]): Json {
  const below = fields.filter(
    (field) => field.path.length > path.length && path.every((step, at) => field.path[at] === step),
  );
  if (below.length === 0) return { type: 'object', additionalProperties: true };
  if (below[0]?.path[path.length] === '[]') return { type: 'array', items: schemaAt(below, [...path, '[]']) };
  const own = below.filter((field) => field.path.length === path.length + 1);
  const required = own.filter(({ isMarkedRequired }) => isMarkedRequired).map(({ name }) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(own.map((field) => [field.name, fieldSchema(below, field)])),
  };
}

function fieldSchema(below: readonly FieldModel[], field: FieldModel): Json {
  const { description, path, type } = field;
  const hasParts = below.some(
    (other) => other.path.length > path.length && path.every((step, at) => other.path[at] === step),
  );
  const schema = hasParts || type === 'object' ? schemaAt(below, path) : plainSchema(field);
  return { ...(description !== undefined && { description }), ...schema };
}
