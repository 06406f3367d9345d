/** The schemas and other typed parts that have a keyword: found in one walk for all rules that ask. */
import { dynamicExtensions } from './dynamic-extensions.ts';
import type { JsonObject } from './json-object.ts';
import type { PackageModel } from './package-model.ts';
import { perModel } from './per-model.ts';
import type { SchemaPart } from './schemas.ts';
import { type TypedPart, typedParameters } from './typed-parts.ts';

/** What rules ask for. Not what nearly every schema has, such as type: who asks for that looks at all. */
const keywords = [
  ...(['$ref', 'allOf', 'default', 'discriminator', 'enum', 'format', 'required'] as const),
  ...(['minimum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern'] as const),
  ...(['minItems', 'maxItems', 'minProperties', 'maxProperties', 'collectionFormat', 'allowEmptyValue'] as const),
  ...(['x-ms-capabilities', 'x-ms-editor', 'x-ms-enum-values', 'x-ms-notification-url'] as const),
  ...dynamicExtensions,
] as const;
export type Keyword = (typeof keywords)[number];

/** Every schema with the keyword where it is declared, in the order of the definition. */
export function schemasWith(model: PackageModel, keyword: Keyword): readonly SchemaPart[] {
  return schemasByKeyword(model).get(keyword) ?? [];
}

/** Every typed part with the keyword: parameters with their items, then schemas. */
export function typedPartsWith(model: PackageModel, keyword: Keyword): readonly TypedPart[] {
  return [...(parametersByKeyword(model).get(keyword) ?? []), ...schemasWith(model, keyword)];
}

/** The parts with each keyword, in their order. */
export function byKeyword<Part extends { readonly value: JsonObject }>(
  parts: readonly Part[],
): ReadonlyMap<string, readonly Part[]> {
  const found = new Map(keywords.map((keyword): [string, Part[]] => [keyword, []]));
  parts.forEach((part) => {
    for (const name in part.value) found.get(name)?.push(part);
  });
  return found;
}

const parametersByKeyword = perModel((model) => byKeyword(typedParameters(model)));
const schemasByKeyword = perModel(({ schemas }) => byKeyword(schemas));
