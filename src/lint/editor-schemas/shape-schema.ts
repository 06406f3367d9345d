/** Shapes, as lint holds documents against them, written as JSON Schema for editors (draft-07, which they know best). */
import type { JsonSchema } from '../../contract/contract.ts';
import type { Choice, LeafShape, ObjectShape, Shapes, Use } from '../model/shape.ts';

/** A choice is a function: what it chooses is found by asking it about these. */
const probes: readonly unknown[] = [
  {},
  { $ref: '#/x' },
  { type: 'oauthSetting' },
  { in: 'body' },
  { in: 'query' },
  [],
  true,
  null,
  'x',
];

const leafTypes = { text: 'string', boolean: 'boolean', number: 'number', integer: 'integer' } as const;

/** The schemas of all shapes, to stand under definitions; objects that take extensions name those that there are. */
export function shapeSchemas(shapes: Shapes, extensions: Shapes = {}): Record<string, JsonSchema> {
  const names = Object.keys(extensions).filter((name) => name.startsWith('x-'));
  const known = Object.fromEntries(names.map((name) => [name, { $ref: `#/definitions/${name}` }]));
  return Object.fromEntries(
    Object.entries({ ...extensions, ...shapes }).map(([name, shape]) => [name, schemaOf(shape, known)]),
  );
}

function schemaOf(shape: ObjectShape | LeafShape | Choice, extensions: Record<string, JsonSchema>): JsonSchema {
  if (typeof shape === 'function') return choiceSchema(shape);
  if ('type' in shape) return leafSchema(shape);
  const { properties, required = [], oneOf = [], names } = shape;
  const own = Object.entries(properties).map(([name, use]) => [name, schemaOfUse(use)] as const);
  return {
    type: 'object',
    ...(required.length > 0 && { required: [...required] }),
    properties: { ...(names === undefined && extensions), ...Object.fromEntries(own) },
    ...(names === undefined && { patternProperties: { '^[xX]-': {} } }),
    ...(names !== 'open' && { additionalProperties: false }),
    ...(oneOf.length > 0 && {
      allOf: oneOf.map((group) => ({ anyOf: group.map((name) => ({ required: [name] })) })),
    }),
  };
}

function leafSchema({ type, enum: values, isFilled, format }: LeafShape): JsonSchema {
  return {
    type: leafTypes[type],
    ...(values && { enum: [...values] }),
    ...(isFilled && { pattern: '\\S' }),
    ...(format === 'url' && { pattern: '^[hH][tT][tT][pP][sS]?://[^\\s/]' }),
  };
}

/** What any of the probes may be; where one may be anything, it is held to its own type. */
function choiceSchema(choose: Choice): JsonSchema {
  const chosen = probes.map((probe) => ({ probe, use: choose(probe) }));
  if (chosen.every(({ use }) => use === 'any')) return {};
  const schemas = chosen.map(({ probe, use }) => (use === 'any' ? { type: typeOf(probe) } : schemaOfUse(use)));
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length === 1 ? (distinct[0] ?? {}) : { anyOf: distinct };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function schemaOfUse(use: Use): JsonSchema {
  if (use === 'any') return {};
  if (typeof use === 'string') return { $ref: `#/definitions/${use}` };
  if (isList(use)) return { type: 'array', items: schemaOfUse(use[0]) };
  const values = schemaOfUse(use.map);
  if (!use.extensions) return { type: 'object', additionalProperties: values };
  return { type: 'object', patternProperties: { '^[xX]-': {} }, additionalProperties: values };
}

function isList(use: Exclude<Use, string>): use is readonly [string] {
  return Array.isArray(use);
}
