/** Contoso Hub's definition as data to be broken: what mutants reach for, found or the mutant is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Severity } from '../../../src/report/finding.ts';

export interface Schema {
  type?: unknown;
  description?: unknown;
  properties?: Record<string, Schema>;
  required?: unknown;
  items?: Schema;
  [keyword: string]: unknown;
}
export interface Parameter extends Schema {
  name?: unknown;
  in?: unknown;
  schema?: Schema;
}
export interface Operation {
  operationId?: string;
  description?: unknown;
  parameters: Parameter[];
  responses: Record<string, { description: string; schema?: Schema }>;
  [keyword: string]: unknown;
}
type PathItem = Record<string, Operation>;
export interface Definition {
  paths: Record<string, PathItem>;
  definitions: Record<string, Schema>;
  [keyword: string]: unknown;
}
interface OAuthSettings {
  identityProvider: string;
  properties: Record<string, unknown>;
  customParameters: Record<string, { value: unknown }>;
  [setting: string]: unknown;
}
export interface Properties {
  properties: { connectionParameters: Record<string, { type: string; oAuthSettings: OAuthSettings }> };
}
export interface Files {
  definition: Definition;
  properties: Properties;
  /** The overrides of actions.json, where a mutant has any: Contoso Hub's own would hide what the definition says. */
  actions?: object;
}

export const guidelines = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G9'] as const;

export interface Mutant {
  readonly name: string;
  readonly guideline: (typeof guidelines)[number];
  readonly mutate: (definition: Definition, files: Files) => void;
  readonly rule: string;
  readonly severity: Severity;
  /** Other rules above info that rightly speak of the same fault. */
  readonly also?: readonly string[];
}

export const folder = join(import.meta.dirname, '../../../contoso-hub/package');
const read = (file: string) => readFileSync(join(folder, file));
export const icon = read('icon.png');
export const readme = read('readme.md');
export const settings = read('settings.json');

/** The package as it is, without overrides. */
export const files: Files = {
  definition: JSON.parse(String(read('apiDefinition.swagger.json'))),
  properties: JSON.parse(String(read('apiProperties.json'))),
};

export const details = 'scp-get-related-records';
export const summary = 'scp-get-related-activities';
export const insights = 'scp-get-sales-highlights';
export const email = 'scp-get-email-insights-v2';
export const draft = 'scp-get-content-suggestions';
export const chat = 'ChatAboutKeyStakeholders';

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`Contoso Hub has no ${what}.`);
  return value;
}

function placeOf({ paths }: Definition, id: string): { path: string; item: PathItem; method: string } {
  const places = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ path, item, method })),
  );
  return found(
    places.find(({ item, method }) => item[method]?.operationId === id),
    `operation ${id}`,
  );
}
export function operationOf(definition: Definition, id: string): Operation {
  const { item, method } = placeOf(definition, id);
  return found(item[method], id);
}
export function pathItemOf(definition: Definition, id: string): Record<string, unknown> {
  return placeOf(definition, id).item;
}
export function moveMethod(definition: Definition, id: string, method: string): void {
  const place = placeOf(definition, id);
  place.item[method] = operationOf(definition, id);
  delete place.item[place.method];
}
export function movePath(definition: Definition, id: string, path: string): void {
  const place = placeOf(definition, id);
  definition.paths[path] = place.item;
  delete definition.paths[place.path];
}
export function parameterOf(definition: Definition, id: string, name: string): Parameter {
  return found(
    operationOf(definition, id).parameters.find((parameter) => parameter.name === name),
    `parameter ${name} of ${id}`,
  );
}
export function withoutParameter(definition: Definition, id: string, name: string): void {
  const operation = operationOf(definition, id);
  operation.parameters = operation.parameters.filter((parameter) => parameter.name !== name);
}
export function schemaOf(definition: Definition, name: string): Schema {
  return found(definition.definitions[name], `schema ${name}`);
}
export function propertiesOf(definition: Definition, name: string, ...path: string[]): Record<string, Schema> {
  const schema = path.reduce(
    (at, step) => found(at.properties?.[step], `property ${step}`),
    schemaOf(definition, name),
  );
  return found(schema.properties, `properties of ${name}`);
}
export function propertyOf(definition: Definition, name: string, ...path: [string, ...string[]]): Schema {
  return found(propertiesOf(definition, name, ...path.slice(0, -1))[path.at(-1) ?? ''], `property ${path}`);
}
/** Takes a property away, and from the list of the required ones. */
export function withoutProperty(definition: Definition, name: string, property: string): void {
  const schema = schemaOf(definition, name);
  delete propertiesOf(definition, name)[property];
  notRequired(schema, property);
}
export function requiredOf(schema: Schema): string[] {
  return Array.isArray(schema.required) ? schema.required : [];
}
export function notRequired(schema: Schema, property: string): void {
  const rest = requiredOf(schema).filter((each) => each !== property);
  if (rest.length > 0) schema.required = rest;
  else delete schema.required;
}
export function responseOf(definition: Definition, id: string): { description: string; schema?: Schema } {
  return found(operationOf(definition, id).responses['200'], `answer of ${id}`);
}
export function signInOf({ properties }: Files): OAuthSettings {
  return found(properties.properties.connectionParameters.token, 'sign-in').oAuthSettings;
}
/** A parameter that no extension point has. */
export function stranger(changes: object = {}): Parameter {
  return {
    name: 'workspace',
    in: 'query',
    'x-ms-summary': 'Workspace',
    description: 'The workspace that is searched.',
    required: true,
    type: 'string',
    ...changes,
  };
}
