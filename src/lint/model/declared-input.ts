/** Inputs of extension points as a definition declares them. */
import { type ExtensionPoint, type Field, labelOf } from '../../contract/contract.ts';
import type { JsonObject } from './json-object.ts';

type Models = ExtensionPoint['models'];

/** A parameter of the query. */
export function declaredParameter(field: Field, models: Models): JsonObject {
  const { name, description, required } = field;
  return { name, in: 'query', 'x-ms-summary': labelOf(name), description, required, ...schemaOf(field, models) };
}

/** A property of the body; models are spelled out in place. */
export function declaredProperty(field: Field, models: Models): JsonObject {
  return { 'x-ms-summary': labelOf(field.name), description: field.description, ...schemaOf(field, models) };
}

function schemaOf({ type, format, enum: members, items, model, values }: Field, models: Models): JsonObject {
  if (type === 'array') return { type, items: models[items ?? ''] ? modelOf(items, models) : { type: 'string' } };
  if (model) return modelOf(model, models);
  if (type === 'object') return { type, additionalProperties: { type: values ?? 'string' } };
  return { type, ...(format && { format }), ...(members && { enum: members }) };
}

function modelOf(name: string | undefined, models: Models): JsonObject {
  const fields = models[name ?? ''] ?? [];
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map((field) => [field.name, declaredProperty(field, models)])),
  };
}
