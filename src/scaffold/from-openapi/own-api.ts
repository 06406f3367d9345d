/** The lists that an API of one's own answers: what its OpenAPI document (2.0, 3.0, 3.1, 3.2) says of them. */
import { fieldsOf, itemsIn, type OwnField, Schemas } from './own-schema.ts';
import { type OwnSecurity, securityOf } from './own-security.ts';
import { singular, wordsOf } from './words.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface OwnParameter {
  readonly name: string;
  /** `body` stands for a property of the request's body. */
  readonly in: 'query' | 'path' | 'header' | 'body';
  readonly type: string;
  readonly format: string | undefined;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly description: string;
  /** Its largest number, where the document names one. */
  readonly most?: number | undefined;
}

/** An operation that answers a list. */
export interface OwnOperation {
  readonly method: 'GET' | 'POST';
  /** With the base path in front. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly words: readonly string[];
  readonly parameters: readonly OwnParameter[];
  /** Where the list stands in the answer; empty where the answer is the list. */
  readonly list: readonly string[];
  /** What one item is called, in lower case: `envelope`. */
  readonly resource: string;
  readonly fields: readonly OwnField[];
}

export interface OwnApi {
  readonly title: string;
  readonly version: string;
  /** Scheme, host and port of its first server. */
  readonly address: string | undefined;
  readonly description: string;
  readonly security: OwnSecurity | undefined;
  readonly operations: readonly OwnOperation[];
  /** Operations that answer no list, or change something: none of them feeds anything. */
  readonly passedOver: number;
  /** References to other documents: they are not fetched. */
  readonly external: readonly string[];
  /** It was not read to its end. */
  readonly isCut: boolean;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'query'];
const asking = new Set(['search', 'query', 'find', 'list', 'lookup', 'filter']);

/** Reads a document's value. Never throws; whatever it holds, it ends. */
export function readOwnApi(root: unknown): OwnApi {
  const schemas = new Schemas(root);
  const info = schemas.object((root as Json | null)?.info) ?? {};
  const paths = schemas.object((root as Json | null)?.paths) ?? {};
  const base = basePathOf((root ?? {}) as Json);
  const operations: OwnOperation[] = [];
  const asked: Json[] = [];
  let passedOver = 0;
  for (const [path, value] of Object.entries(paths)) {
    const item = schemas.object(value) ?? {};
    for (const method of methods) {
      const operation = schemas.object(item[method]);
      if (!operation) continue;
      const read = readOperation(schemas, { item, operation, method, path }, base);
      if (read) {
        operations.push(read);
        asked.push(operation);
      } else passedOver++;
    }
  }
  return {
    title: typeof info.title === 'string' ? info.title.trim() : '',
    description: typeof info.description === 'string' ? info.description.trim() : '',
    security: securityOf(schemas, (root ?? {}) as Json, asked),
    version: versionOf(root as Json),
    address: addressOf((root ?? {}) as Json),
    operations,
    passedOver,
    external: [...schemas.external],
    isCut: schemas.isCut,
  };
}

/** `2.0`, `3.1.0`; empty where it is no OpenAPI document. */
export function versionOf(root: unknown): string {
  const { swagger, openapi } = (root ?? {}) as Json;
  return [openapi, swagger].map((each) => String(each ?? '')).find(Boolean) ?? '';
}

interface Found {
  readonly item: Json;
  readonly operation: Json;
  readonly method: string;
  readonly path: string;
}

function readOperation(schemas: Schemas, found: Found, base: string): OwnOperation | undefined {
  const { operation, method, path } = found;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const operationId = text(operation.operationId) || undefined;
  const names = [...wordsOf(operationId ?? ''), ...wordsOf(path.replace(/\{[^}]*\}/g, ' '))];
  const isAsking = method === 'get' || (method === 'post' && names.some((word) => asking.has(word)));
  if (!isAsking || operation.deprecated === true) return undefined;
  const answer = answerOf(schemas, operation);
  const list = answer === undefined ? undefined : itemsIn(schemas, answer, names);
  if (!list) return undefined;
  const fields = fieldsOf(schemas, list.item);
  if (fields.length === 0) return undefined;
  return {
    method: method === 'get' ? 'GET' : 'POST',
    path: base + path,
    operationId,
    words: [...new Set([...names, ...wordsOf(text(operation.summary)), ...wordsOf(text(operation.description))])],
    parameters: parametersOf(schemas, found),
    list: list.path,
    resource: resourceOf(list.name, path),
    fields,
  };
}

function answerOf(schemas: Schemas, operation: Json): unknown {
  const responses = schemas.object(operation.responses) ?? {};
  const code = ['200', '2XX', '206', 'default'].find((each) => responses[each] !== undefined);
  const response = code === undefined ? undefined : schemas.object(responses[code]);
  return response?.schema ?? jsonSchemaIn(schemas, response?.content);
}

function jsonSchemaIn(schemas: Schemas, content: unknown): unknown {
  const types = schemas.object(content) ?? {};
  const type = Object.keys(types).find((each) => /[/+]json\b/i.test(each)) ?? Object.keys(types)[0];
  return type === undefined ? undefined : schemas.object(types[type])?.schema;
}

function parametersOf(schemas: Schemas, { item, operation }: Found): OwnParameter[] {
  const own = [item.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
  const body = schemas.object(operation.requestBody);
  const parameters = new Map<string, OwnParameter>();
  const add = (parameter: OwnParameter) => parameters.set(`${parameter.in} ${parameter.name}`, parameter);
  for (const each of own) {
    const parameter = schemas.object(each);
    if (!parameter) continue;
    const { name, in: place } = parameter;
    if (place === 'body') for (const field of fieldsOf(schemas, parameter.schema)) add(inBody(field));
    else if (typeof name === 'string' && (place === 'query' || place === 'path' || place === 'header'))
      add({ ...schemas.facts(parameter.schema ?? parameter), name, in: place, ...saidOf(parameter) });
  }
  if (body) for (const field of fieldsOf(schemas, jsonSchemaIn(schemas, body.content))) add(inBody(field));
  return [...parameters.values()];
}

function saidOf({ required, description }: Json): Pick<OwnParameter, 'isRequired' | 'description'> {
  return { isRequired: required === true, description: typeof description === 'string' ? description : '' };
}

/** Of nested properties the first level counts: deeper ones are set by hand. */
function inBody({ path, type, format, isList, isRequired, description, most }: OwnField): OwnParameter {
  const isFlat = path.length === 1;
  return {
    name: path.join('.'),
    in: 'body',
    type,
    format,
    isList,
    isRequired: isFlat && isRequired,
    description,
    most,
  };
}

function basePathOf({ basePath, servers }: Json): string {
  const server = Array.isArray(servers) ? (servers[0] as Json | undefined)?.url : undefined;
  const path = typeof basePath === 'string' ? basePath : typeof server === 'string' ? pathIn(server) : '';
  return path.replace(/\/+$/, '').replace(/^(?=[^/])/, '/');
}

function addressOf({ servers, schemes, host }: Json): string | undefined {
  const server = Array.isArray(servers) ? (servers[0] as Json | undefined)?.url : undefined;
  const scheme = Array.isArray(schemes) && !schemes.includes('https') ? schemes[0] : 'https';
  const url = URL.parse(typeof host === 'string' ? `${scheme}://${host}` : String(server));
  return url && /^https?:$/.test(url.protocol) && !url.hostname.includes('{') ? url.origin : undefined;
}

/** A server's address may be relative, and have variables. */
function pathIn(server: string): string {
  const path = server.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return path.includes('{') ? '' : path;
}

const wrappers = new Set([
  'dto',
  'response',
  'item',
  'summary',
  'resource',
  'model',
  'output',
  'view',
  'list',
  'entry',
]);

/** What an item is called: by its schema, else by the last name in the path. */
function resourceOf(schemaName: string | undefined, path: string): string {
  const bySchema = wordsOf(schemaName ?? '').filter((word, index) => index === 0 || !wrappers.has(word));
  if (bySchema.length > 0) return bySchema.join(' ');
  const segments = path.split('/').filter((segment) => segment && !segment.includes('{'));
  const named = segments.findLast((segment) => !wordsOf(segment).some((word) => asking.has(word)));
  return wordsOf(named ?? 'item')
    .map(singular)
    .join(' ');
}
