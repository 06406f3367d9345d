/** JSON Schemas (draft 2020-12, without keywords that older drafts lack) of inputs, answers and errors. */
import { errorBody, errors } from './errors.ts';
import type { ExtensionPoint, Field } from './extension-point.ts';

/** A JSON Schema, whose keywords are not typed here. */
export type JsonSchema = { readonly [keyword: string]: unknown };
type Models = ExtensionPoint['models'];

type Inputs = Pick<ExtensionPoint, 'inputs' | 'models'>;
type Outputs = Pick<ExtensionPoint, 'envelope' | 'item' | 'models'>;

/** What is said of a value besides its type. */
interface Detail {
  /** What is optional may be null. */
  readonly isNullable: boolean;
  readonly keywords: readonly ('format' | 'enum' | 'maxLength')[];
}

const asDocumented: Detail = { isNullable: true, keywords: ['format', 'maxLength'] };

/** What a point takes, as one object, whether it travels in the query or in the body. */
export function inputSchema({ inputs, models }: Inputs): JsonSchema {
  return objectSchema(inputs, models, asDocumented);
}

/** What a point answers: the envelope with its items. Optional outputs may be null, as documented examples have them. */
export function outputSchema({ envelope, item, models }: Outputs): JsonSchema {
  return objectSchema(envelope, { ...models, item }, asDocumented);
}

/** What a caller of a tool gives: what is optional is left out, what is not named is refused. */
export function argumentsSchema({ inputs, models }: Inputs): JsonSchema {
  const schema = objectSchema(inputs, models, { isNullable: false, keywords: ['format', 'enum', 'maxLength'] });
  return { ...schema, additionalProperties: false };
}

/**
 * What a tool answers: types alone. A text that is longer than what is shown, or a time in another form, is still of use
 * to who calls a tool, and clients throw away what does not fit the schema.
 */
export function resultSchema({ envelope, item, models }: Outputs): JsonSchema {
  return objectSchema(envelope, { ...models, item }, { isNullable: false, keywords: [] });
}

/** The error body, with the codes that this project answers. */
export function errorSchema(): JsonSchema {
  const schema = objectSchema(errorBody, {}, asDocumented) as { properties: Record<string, JsonSchema> };
  const errorCode = { ...schema.properties.errorCode, enum: errors.map((error) => error.errorCode) };
  return { ...schema, properties: { ...schema.properties, errorCode }, additionalProperties: false };
}

function objectSchema(fields: readonly Field[], models: Models, detail: Detail): JsonSchema {
  const propertyOf = (field: Field) => [field.name, optional(field, valueSchema(field, models, detail), detail)];
  return {
    type: 'object',
    required: fields.filter((field) => field.required).map((field) => field.name),
    properties: Object.fromEntries(fields.map(propertyOf)),
  };
}

function optional(field: Field, schema: JsonSchema, { isNullable }: Detail): JsonSchema {
  const described = { ...schema, description: field.description };
  return field.required || !isNullable ? described : { ...described, type: [schema.type, 'null'] };
}

function valueSchema(field: Field, models: Models, detail: Detail): JsonSchema {
  if (field.model) return objectSchema(models[field.model] ?? [], models, detail);
  if (field.type === 'array') {
    const model = field.items ? models[field.items] : undefined;
    return { type: 'array', items: model ? objectSchema(model, models, detail) : { type: 'string' } };
  }
  if (field.values) return { type: 'object', additionalProperties: { type: field.values } };
  const said = detail.keywords.flatMap((keyword) => (field[keyword] ? [[keyword, field[keyword]]] : []));
  return { type: field.type, ...Object.fromEntries(said) };
}
