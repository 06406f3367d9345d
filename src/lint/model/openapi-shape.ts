/** The shape of an OpenAPI 2.0 definition, with the platform's extensions. What a rule of its own tells (operation ids, paths, schemas of bodies, required lists) is left open here. */
import { isObject } from './json-object.ts';
import type { Choice, ObjectShape, Shapes, Use } from './shape.ts';

const text: Use = 'text';
const texts: Use = ['text'];

/** What every declaration of a value may say of it. */
const limits = {
  format: text,
  default: 'any',
  maximum: 'number',
  exclusiveMaximum: 'boolean',
  minimum: 'number',
  exclusiveMinimum: 'boolean',
  maxLength: 'integer',
  minLength: 'integer',
  pattern: text,
  maxItems: 'integer',
  minItems: 'integer',
  uniqueItems: 'boolean',
  enum: ['any'],
  multipleOf: 'number',
} as const satisfies Record<string, Use>;

/** A value outside a body. */
const primitive = { ...limits, type: 'primitiveType', items: 'items', collectionFormat: text } as const;

const newer = ['nullable', 'oneOf', 'anyOf', 'not', 'const', 'writeOnly', 'examples', 'patternProperties', '$defs'];

const schema: ObjectShape = {
  properties: {
    ...limits,
    $ref: text,
    title: text,
    description: text,
    maxProperties: 'integer',
    minProperties: 'integer',
    required: texts,
    additionalProperties: 'schemaOrBoolean',
    type: 'schemaType',
    items: 'schemaOrList',
    allOf: ['schema'],
    properties: { map: 'schema' },
    discriminator: text,
    readOnly: 'boolean',
    xml: 'any',
    externalDocs: 'externalDocs',
    example: 'any',
  },
  unsupported: newer,
};

const parameter: ObjectShape = {
  properties: {
    ...primitive,
    name: 'filled',
    in: 'location',
    description: text,
    required: 'boolean',
    allowEmptyValue: 'boolean',
    schema: 'schema',
    type: 'parameterType',
  },
  required: ['name', 'in'],
  unsupported: ['content', 'style', 'explode', 'allowReserved', 'example', 'examples', 'deprecated'],
};

/** References are followed by the rules about references; a body has no type. */
const parameterUse: Choice = (value) => {
  if (!isObject(value)) return 'parameterObject';
  if ('$ref' in value) return 'reference';
  return value.in === 'body' || 'schema' in value || 'content' in value || value.in === undefined
    ? 'parameterObject'
    : 'valueParameter';
};

const operation: ObjectShape = {
  properties: {
    tags: texts,
    summary: text,
    description: text,
    externalDocs: 'externalDocs',
    operationId: text,
    consumes: texts,
    produces: texts,
    parameters: ['parameter'],
    responses: { map: 'response', extensions: true },
    schemes: texts,
    deprecated: 'boolean',
    security: ['requirement'],
    'x-ms-api-annotation': 'operationAnnotation',
  },
  unsupported: ['requestBody', 'callbacks', 'servers'],
};

const openapi: Shapes = {
  text: { type: 'text' },
  filled: { type: 'text', isFilled: true },
  url: { type: 'text', format: 'url' },
  email: { type: 'text', format: 'email' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  location: { type: 'text', enum: ['query', 'header', 'path', 'formData', 'body'] },
  primitiveType: { type: 'text', enum: ['string', 'number', 'integer', 'boolean', 'array'] },
  parameterType: { type: 'text', enum: ['string', 'number', 'integer', 'boolean', 'array', 'file'] },
  schemaType: { type: 'text', enum: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'file'] },
  securityType: { type: 'text', enum: ['basic', 'apiKey', 'oauth2'] },
  keyLocation: { type: 'text', enum: ['header', 'query'] },
  flow: { type: 'text', enum: ['accessCode', 'implicit', 'password', 'application'] },

  definition: {
    properties: {
      swagger: 'any',
      openapi: 'any',
      info: 'info',
      host: text,
      basePath: text,
      schemes: texts,
      consumes: texts,
      produces: texts,
      paths: { map: 'pathItem', extensions: true },
      definitions: { map: 'schema' },
      parameters: { map: 'parameter' },
      responses: { map: 'response' },
      securityDefinitions: { map: 'securityScheme' },
      security: ['requirement'],
      tags: ['tag'],
      externalDocs: 'externalDocs',
    },
    required: ['info'],
    unsupported: ['servers', 'components', 'webhooks', 'jsonSchemaDialect'],
  },
  info: {
    properties: {
      title: 'filled',
      description: 'filled',
      version: 'filled',
      termsOfService: text,
      contact: 'contact',
      license: 'license',
      'x-ms-api-annotation': 'connectorAnnotation',
    },
    required: ['title', 'description', 'version'],
  },
  contact: { properties: { name: text, url: 'url', email: 'email' } },
  license: { properties: { name: 'filled', url: 'url' }, required: ['name'] },
  tag: { properties: { name: 'filled', description: text, externalDocs: 'externalDocs' }, required: ['name'] },
  externalDocs: { properties: { description: text, url: 'url' }, required: ['url'] },

  pathItem: {
    properties: {
      $ref: 'any',
      get: 'operation',
      put: 'operation',
      post: 'operation',
      delete: 'operation',
      options: 'operation',
      head: 'operation',
      patch: 'operation',
      parameters: ['parameter'],
    },
    unsupported: ['summary', 'description', 'servers', 'trace'],
  },
  operation,
  reference: { properties: { $ref: text }, names: 'open' },
  parameter: parameterUse,
  parameterObject: parameter,
  valueParameter: { ...parameter, required: ['name', 'in', 'type'] },
  items: { properties: primitive },
  response: (value) => (isObject(value) && '$ref' in value ? 'reference' : 'responseObject'),
  responseObject: {
    properties: { description: text, schema: 'schema', headers: { map: 'header' }, examples: 'any' },
    required: ['description'],
    unsupported: ['content', 'links'],
  },
  header: { properties: { ...primitive, description: text }, required: ['type'], unsupported: ['schema', 'example'] },

  schema: (value) => (isObject(value) && typeof value.$ref === 'string' ? 'reference' : 'schemaObject'),
  schemaObject: schema,
  schemaOrBoolean: (value) => (typeof value === 'boolean' ? 'any' : 'schema'),
  schemaOrList: (value) => (Array.isArray(value) ? ['schema'] : 'schema'),

  requirement: { properties: {}, names: 'open' },
  securityScheme: {
    properties: {
      type: 'securityType',
      description: text,
      name: 'filled',
      in: 'keyLocation',
      flow: 'flow',
      authorizationUrl: 'url',
      tokenUrl: 'url',
      scopes: { map: 'text', extensions: true },
    },
    required: ['type'],
    unsupported: ['scheme', 'bearerFormat', 'flows', 'openIdConnectUrl', 'refreshUrl'],
  },
};

const status = { type: 'text', enum: ['Preview', 'Production'] } as const;

/** Annotations, which differ by where they stand. */
const annotations: Shapes = {
  status,
  connectorAnnotation: { properties: { status: 'status' }, names: 'closed' },
  operationAnnotation: {
    properties: { family: text, revision: 'integer', status: 'any', replacement: 'replacement' },
    names: 'closed',
  },
  replacement: { properties: { api: text, operationId: text }, names: 'closed' },
};

export const definitionShapes: Shapes = { ...openapi, ...annotations };
