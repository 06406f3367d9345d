/** Every extension that the platform knows, with its shape; `any` where it is free, or where other rules look into it. */
import { isObject } from './json-object.ts';
import type { ObjectShape, Shapes } from './shape.ts';

/** A call that a dynamic extension makes: to an operation, or to what the platform has built in. */
const dynamic = (properties: ObjectShape['properties'], parameter: string): ObjectShape => ({
  properties: {
    operationId: 'text',
    capability: 'text',
    builtInOperation: 'text',
    parameters: { map: parameter },
    ...properties,
  },
  names: 'open',
});

export const extensionShapes: Shapes = {
  'x-ms-summary': () => 'any',
  'x-ms-visibility': { type: 'text', enum: ['important', 'advanced', 'internal', 'none'] },
  'x-ms-url-encoding': { type: 'text', enum: ['single', 'double'] },
  'x-ms-trigger': () => 'any',
  'x-ms-trigger-hint': { type: 'text' },
  'x-ms-trigger-metadata': { properties: { kind: 'text', mode: 'text' }, names: 'open' },
  'x-ms-no-generic-test': { type: 'boolean' },
  'x-ms-deployment-version': { type: 'text' },
  'x-ms-pageable': { properties: { nextLinkName: 'any' }, names: 'closed' },
  'x-ms-notification-url': () => 'any',
  'x-ms-notification-content': { properties: { description: 'text', schema: 'schema' }, names: 'open' },
  'x-ms-notification': () => 'any',
  'x-ms-dynamic-values': dynamic({ 'value-collection': 'text', 'value-title': 'text', 'value-path': 'text' }, 'static'),
  'x-ms-dynamic-schema': (value) => (isObject(value) ? 'dynamicSchema' : 'any'),
  'x-ms-dynamic-list': dynamic({ itemsPath: 'text', itemTitlePath: 'text', itemValuePath: 'text' }, 'argument'),
  'x-ms-dynamic-properties': (value) => (isObject(value) ? 'dynamicProperties' : 'any'),
  'x-ms-dynamic-tree': () => 'any',
  'x-ms-dynamic-metadata': () => 'any',
  'x-ms-enum-values': () => ['enumValue'],
  'x-ms-editor': { type: 'text' },
  'x-ms-editor-options': () => 'any',
  'x-ms-test-value': () => 'any',
  'x-ms-connector-metadata': () => ['metadata'],
  'x-ms-capabilities': () => 'any',
  'x-ms-keywords': () => 'any',
  'x-ms-openai-data': () => 'any',
  'x-ms-openai-manifest': () => 'any',
  'x-ms-openai-published-to-copilots': () => 'any',
  'x-ms-require-user-confirmation': { type: 'boolean' },
  'x-ms-api-annotation': () => 'any',
  'x-ms-operation-context': () => 'any',
  'x-ms-property-name-alias': { type: 'text' },
  'x-ms-permission': () => 'any',
  'x-ms-name-for-model': { type: 'text' },
  'x-ms-description-for-model': { type: 'text' },
  'x-ms-ai-sensitivity': () => 'any',
  'x-ms-media-kind': () => 'any',
  'x-ms-sensitive': () => 'any',
  'x-ms-agentic-protocol': { type: 'text' },
  'x-ms-explicit-input': () => 'any',
  'x-ms-feature': () => 'any',

  dynamicSchema: dynamic({ 'value-path': 'text' }, 'static'),
  dynamicProperties: dynamic({ itemValuePath: 'text' }, 'argument'),
  static: (value) => (isObject(value) && !('static' in value) && !('value' in value) ? 'parameterName' : 'any'),
  parameterName: { properties: { parameter: 'text' }, oneOf: [['parameter', 'static']], names: 'open' },
  argument: {
    properties: { value: 'any', parameterReference: 'text', parameter: 'any' },
    oneOf: [['value', 'parameterReference']],
    names: 'open',
  },
  enumValue: { properties: { value: 'any', displayName: 'text' }, required: ['value'], names: 'closed' },
  metadata: {
    properties: { propertyName: 'filled', propertyValue: 'filled' },
    required: ['propertyName', 'propertyValue'],
    names: 'closed',
  },
};

/** Their names. */
export const extensionNames: readonly string[] = Object.keys(extensionShapes).filter((name) => name.startsWith('x-'));
