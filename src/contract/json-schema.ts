/** JSON Schemas (draft 2020-12, without keywords that older drafts lack) of inputs, answers and errors. */
import { errorBody, errors } from './errors.ts';
import type { ExtensionPoint, Field } from './extension-point.ts';

/** A JSON Schema, whose keywords are not typed here. */
export type JsonSchema = { readonly [keyword: string]: unknown };
type Models = ExtensionPoint['models'];

/** What a point takes, as one object, whether it travels in the query or in the body. */
export function inputSchema(point: Pick<ExtensionPoint, 'inputs' | 'models'>): JsonSchema {
  return objectSchema(point.inputs, point.models);
}

/** What a point answers: the envelope with its items. Optional outputs may be null, as documented examples have them. */
export function outputSchema(point: Pick<ExtensionPoint, 'envelope' | 'item' | 'models'>): JsonSchema {
  return objectSchema(point.envelope, { ...point.models, item: point.item });
}

/** The error body, with the codes that this project answers. */
export function errorSchema(): JsonSchema {
  const schema = objectSchema(errorBody, {}) as { properties: Record<string, JsonSchema> };
  const errorCode = { ...schema.properties.errorCode, enum: errors.map((error) => error.errorCode) };
  return { ...schema, properties: { ...schema.properties, errorCode }, additionalProperties: false };
}

function objectSchema(fields: readonly Field[], models: Models): JsonSchema {
  return {
    type: 'object',
    required: fields.filter((field) => field.required).map((field) => field.name),
    properties: Object.fromEntries(fields.map((field) => [field.name, optional(field, valueSchema(field, models))])),
  };
}

function optional(field: Field, schema: JsonSchema): JsonSchema {
  const described = { ...schema, description: field.description };
  return field.required ? described : { ...described, type: [schema.type, 'null'] };
}

function valueSchema(field: Field, models: Models): JsonSchema {
  if (field.model) return objectSchema(models[field.model] ?? [], models);
  if (field.type === 'array') {
    const model = field.items ? models[field.items] : undefined;
    return { type: 'array', items: model ? objectSchema(model, models) : { type: 'string' } };
  }
  if (field.values) return { type: 'object', additionalProperties: { type: field.values } };
  const { type, format, maxLength } = field;
  return { type, ...(format && { format }), ...(maxLength && { maxLength }) };
}
