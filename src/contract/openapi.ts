/** The OpenAPI 2.0 definition of a connector, derived from the actions that it offers. */
import type { Action } from './action.ts';
import { errorBody, errors } from './errors.ts';
import type { Field } from './extension-point.ts';
import { labelOf, pascalCase } from './naming.ts';

type Json = { readonly [key: string]: unknown };

/** What a definition is made of besides the contract. */
export interface DefinitionOptions {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly actions: readonly Action[];
  readonly testConnectionPath: string;
  /** Host name, with a port where it is not the scheme's own. */
  readonly host: string;
  readonly scheme: 'https' | 'http';
  readonly contact: { readonly name: string; readonly url: string; readonly email: string };
  readonly website: string;
  readonly privacyPolicy: string;
  /** At most two of Microsoft's nineteen. */
  readonly categories: readonly string[];
  /** An OAuth 2.0 security definition, where the connector has one. */
  readonly security?: SecurityDefinition | undefined;
}

/** How callers are authenticated, in the words of OpenAPI 2.0. */
export interface SecurityDefinition {
  readonly type: 'oauth2';
  readonly flow: 'accessCode';
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scopes: Readonly<Record<string, string>>;
}

/** The whole definition, keys in the order that Microsoft's coding standard asks for. */
export function openApiDefinition(options: DefinitionOptions): Json {
  const { title, description, version, contact, actions, security } = options;
  const definitions = Object.assign({}, ...actions.map(definitionsOf), sharedDefinitions);
  return {
    swagger: '2.0',
    info: {
      title,
      description,
      version,
      contact,
      'x-ms-api-annotation': { status: 'Production' },
      'x-ms-keywords': [title],
      'x-ms-openai-published-to-copilots': [{ 'AICopilot-enabled': true, AICopilotName: title }],
    },
    host: options.host,
    basePath: '/',
    schemes: [options.scheme],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: pathsOf(options),
    definitions,
    ...(security && {
      securityDefinitions: { 'oauth2-auth': security },
      security: [{ 'oauth2-auth': Object.keys(security.scopes) }],
    }),
    'x-ms-capabilities': { testConnection: { operationId: 'TestConnection' } },
    'x-ms-connector-metadata': [
      { propertyName: 'Website', propertyValue: options.website },
      { propertyName: 'Privacy policy', propertyValue: options.privacyPolicy },
      { propertyName: 'Categories', propertyValue: options.categories.join(';') },
    ],
  };
}

function pathsOf({ actions, testConnectionPath }: DefinitionOptions): Json {
  const paths: Record<string, Json> = {};
  for (const action of actions) {
    paths[action.path] = { ...paths[action.path], [action.method.toLowerCase()]: operationOf(action) };
  }
  return { ...paths, [testConnectionPath]: { get: testConnection } };
}

/** One operation, with the extensions that certified connectors for Copilot for Sales carry. */
export function operationOf(action: Action): Json {
  const { operationId, summary, description, method } = action;
  return {
    summary,
    description,
    operationId,
    parameters: method === 'GET' ? action.inputs.map(queryParameter) : [bodyParameter(action)],
    responses: {
      200: { description: 'Success.', schema: { $ref: `#/definitions/${pascalCase(action.id)}Response` } },
      ...errorResponses,
    },
    'x-ms-visibility': 'important',
    'x-ms-openai-data': {
      'openai-enabled': true,
      operations: [{ operationId, 'x-ms-require-user-confirmation': false }],
    },
  };
}

const errorResponses: Json = Object.fromEntries(
  [400, 401, 403, 404, 429, 500].map((status) => {
    const codes = errors
      .filter((error) => error.status === status && (error.documented || /PARAMETER/.test(error.errorCode)))
      .map((error) => error.when);
    return [status, { description: sentence(codes.join('; ')), schema: { $ref: '#/definitions/ApiError' } }];
  }),
);

const testConnection: Json = {
  summary: 'Test the connection',
  description: 'Tells whether the connection works.',
  operationId: 'TestConnection',
  parameters: [],
  responses: {
    200: { description: 'The connection works.', schema: { $ref: '#/definitions/TestConnectionResponse' } },
    401: errorResponses[401],
    403: errorResponses[403],
  },
  'x-ms-visibility': 'internal',
};

const sharedDefinitions: Json = {
  ApiError: modelSchema('ApiError', errorBody),
  TestConnectionResponse: modelSchema('TestConnectionResponse', [
    { name: 'message', type: 'string', required: true, description: 'What the test found.' },
  ]),
};

function queryParameter(field: Field): Json {
  return {
    name: field.name,
    in: 'query',
    'x-ms-summary': labelOf(field.name),
    description: field.description,
    required: field.required,
    ...valueSchema('', field),
  };
}

function bodyParameter(action: Action): Json {
  return {
    name: 'body',
    in: 'body',
    'x-ms-summary': 'Body',
    description: 'The inputs of the action.',
    required: true,
    schema: { $ref: `#/definitions/${pascalCase(action.id)}Request` },
  };
}

function definitionsOf(action: Action): Json {
  const prefix = pascalCase(action.id);
  const inLists = action.inputs.flatMap(({ items }) => (items && items in action.models ? [items] : []));
  return {
    ...(action.method === 'POST' && { [`${prefix}Request`]: modelSchema(prefix, action.inputs, action.models) }),
    [`${prefix}Response`]: modelSchema(prefix, action.envelope),
    [`${prefix}Item`]: modelSchema(prefix, action.item, action.models),
    ...Object.fromEntries(inLists.map((name) => [name, modelSchema(prefix, action.models[name] ?? [])])),
  };
}

function modelSchema(prefix: string, fields: readonly Field[], models: Action['models'] = {}): Json {
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map((field) => [field.name, propertySchema(prefix, field, models)])),
  };
}

/** An object is spelled out in place: beside a $ref its description, by which the host maps it, would not count. */
function propertySchema(prefix: string, field: Field, models: Action['models']): Json {
  const schema = field.model ? modelSchema(prefix, models[field.model] ?? []) : valueSchema(prefix, field);
  return { 'x-ms-summary': labelOf(field.name), description: field.description, ...schema };
}

function valueSchema(prefix: string, field: Field): Json {
  const { type, format, maxLength } = field;
  if (type === 'array') return { type, items: itemsSchema(prefix, field.items) };
  if (type === 'object') return { type, additionalProperties: { type: field.values ?? 'string' } };
  return { type, ...(format && { format }), ...(field.enum && { enum: field.enum }), ...(maxLength && { maxLength }) };
}

function itemsSchema(prefix: string, items: string | undefined): Json {
  if (items === 'item') return { $ref: `#/definitions/${prefix}Item` };
  return items === undefined || items === 'string' ? { type: 'string' } : { $ref: `#/definitions/${items}` };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
