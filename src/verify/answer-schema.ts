/** The answer that the definition promises, as a JSON schema, and what of an answer breaks it. */
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { DiscoveredAction } from '../discovery/discovery.ts';
import { matchOf } from '../discovery/discovery.ts';
import { segmentsOf, valueAt } from '../package/json-pointer.ts';
import { isObject, type Json } from './json-object.ts';
import type { Subject } from './subject.ts';

/** What a breach is about: each check tells those of its own matter. */
export type Matter = 'required' | 'type' | 'limit' | 'time' | 'link' | 'additional';

const validators = new WeakMap<DiscoveredAction, ValidateFunction | null>();

/** How an answer breaks the definition, in one matter, in words. Of optional properties null counts as absent. */
export function breaches({ action, discovery }: Subject, body: unknown, matter: Matter): string[] {
  const validate = validatorOf(action, discovery.connector.definition.value);
  if (!validate || validate(withoutNulls(body))) return [];
  return (validate.errors ?? []).filter((error) => matterOf(action, error) === matter).map(worded);
}

function validatorOf(action: DiscoveredAction, root: unknown): ValidateFunction | null {
  const known = validators.get(action);
  if (known !== undefined) return known;
  const schema = answerSchema(root, `${action.operation.pointer}/responses`);
  const validate = schema ? compiled(schema) : null;
  validators.set(action, validate);
  return validate;
}

/** Null for what no JSON schema can be made of: lint tells of it. */
function compiled(schema: Json): ValidateFunction | null {
  const ajv = new Ajv.default({ allErrors: true, strict: false, logger: false });
  addFormats.default(ajv);
  try {
    return ajv.compile(schema);
  } catch {
    return null;
  }
}

/** Of the response 200, else of another success. */
export function answerSchema(root: unknown, responsesPointer: string): Json | undefined {
  const responses = valueAt(root, responsesPointer);
  if (!isObject(responses)) return undefined;
  const status = ['200', ...Object.keys(responses).filter((name) => /^2\d\d$/.test(name)), 'default'];
  const response = followed(root, responses[status.find((name) => Object.hasOwn(responses, name)) ?? '']);
  return isObject(response) && isObject(response.schema) ? jsonSchemaOf(root, response.schema) : undefined;
}

function followed(root: unknown, value: unknown): unknown {
  return isObject(value) && typeof value.$ref === 'string' ? valueAt(root, plainPointer(value.$ref)) : value;
}

function plainPointer(reference: string): string {
  return `/${segmentsOf(reference)
    .map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`;
}

const kept = new Set(
  'format enum minLength maxLength pattern minimum maximum multipleOf minItems maxItems uniqueItems minProperties maxProperties'.split(
    ' ',
  ),
);
const types = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object']);

/** A schema of OpenAPI 2.0 as one of JSON Schema; what it refers to stands in $defs. What is broken is left out. */
export function jsonSchemaOf(root: unknown, schema: unknown): Json {
  const names = new Map<string, string>();
  const $defs: Record<string, Json> = {};
  const convert = (value: unknown): Json => {
    if (!isObject(value)) return {};
    if (typeof value.$ref === 'string') return refer(value.$ref);
    const converted: Record<string, unknown> = {};
    for (const [keyword, said] of Object.entries(value)) if (kept.has(keyword)) converted[keyword] = said;
    const { type, properties, items, additionalProperties: more, allOf, required } = value;
    if (typeof type === 'string' && types.has(type)) converted.type = type;
    if (isObject(properties))
      converted.properties = Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, convert(property)]),
      );
    if (isObject(items)) converted.items = convert(items);
    if (isObject(more)) converted.additionalProperties = convert(more);
    if (more === false) converted.additionalProperties = false;
    if (Array.isArray(allOf) && allOf.length > 0) converted.allOf = allOf.map(convert);
    if (Array.isArray(required)) converted.required = [...new Set(required)];
    for (const [exclusive, bound] of [
      ['exclusiveMinimum', 'minimum'],
      ['exclusiveMaximum', 'maximum'],
    ] as const)
      if (value[exclusive] === true && typeof value[bound] === 'number') converted[exclusive] = value[bound];
    if (!isPattern(converted.pattern)) delete converted.pattern;
    return converted;
  };
  const refer = (reference: string): Json => {
    let name = names.get(reference);
    if (name === undefined) {
      name = `d${names.size}`;
      names.set(reference, name);
      $defs[name] = convert(valueAt(root, plainPointer(reference)));
    }
    return { $ref: `#/$defs/${name}` };
  };
  const converted = convert(schema);
  return { ...converted, $defs };
}

function isPattern(pattern: unknown): boolean {
  try {
    return typeof pattern === 'string' && Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => [name, withoutNulls(each)]),
  );
}

function matterOf({ point, operation }: DiscoveredAction, { keyword, instancePath, params }: ErrorObject): Matter {
  const described = point?.item.find(({ name }) => name === 'additionalProperties')?.description;
  const renamed = operation.outputs.find(({ description }) => described && matchOf(description ?? '', described));
  const steps = segmentsOf(instancePath);
  if (steps.some((step) => step === 'additionalProperties' || step === renamed?.name)) return 'additional';
  if (keyword === 'required') return 'required';
  if (keyword === 'maxLength' || keyword === 'maxItems') return 'limit';
  if (keyword === 'format' && params.format === 'date-time') return 'time';
  if (keyword === 'format' && /^(uri|url)/.test(String(params.format))) return 'link';
  return 'type';
}

function worded({ keyword, instancePath, message, params }: ErrorObject): string {
  const place = instancePath || 'The answer';
  if (keyword === 'required') return `${place} lacks ${params.missingProperty}, which the definition requires.`;
  if (keyword === 'additionalProperties')
    return `${place} has ${params.additionalProperty}, which the definition does not have.`;
  if (keyword === 'enum') return `${place} is none of ${(params.allowedValues as unknown[]).join(', ')}.`;
  return `${place} ${message}, by the definition.`;
}
