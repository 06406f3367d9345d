/** What a connector can do beyond its operations: the test of its connection, large bodies in parts. */
import { entriesOf, isObject, type JsonObject, step } from '../../model/json-object.ts';
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';

const capabilities = 'OpenAPI extensions for custom connectors, x-ms-capabilities (Microsoft Learn)';
const test = 'Test connection (Microsoft Learn)';

function connectionTest(operation: object, testConnection: object = {}): Sample {
  const get = {
    operationId: 'TestConnection',
    summary: 'Test connection',
    description: 'Tells whether the connection works.',
    'x-ms-visibility': 'internal',
    responses: { 204: { description: 'It works.' } },
    ...operation,
  };
  return {
    definition: {
      paths: { '/api/test-connection': null, '/ping': { get } },
      'x-ms-capabilities': { testConnection: { operationId: 'TestConnection', ...testConnection } },
    },
  };
}

type Declared = Omit<Rule, 'group'>;

const declared: readonly Declared[] = [
  {
    id: 'test-connection-method',
    severity: 'error',
    title: 'The connection is tested with a GET',
    why: 'The platform calls it when a connection is made, and nothing may change by that. All 31 published tests are GETs.',
    source: test,
    good: connectionTest({}),
    bad: {
      definition: {
        paths: {
          '/ping': {
            post: {
              operationId: 'Ping',
              summary: 'Ping',
              description: 'Tests.',
              responses: { 204: { description: 'Well.' } },
            },
          },
        },
        'x-ms-capabilities': { testConnection: { operationId: 'Ping' } },
      },
    },
    check: (model) =>
      testOperation(model)
        .filter(({ method }) => method !== 'get')
        .map(({ operationId, method }) => ({
          message: `${operationId}, which tests the connection, is a ${method.toUpperCase()}. Name a GET.`,
          pointer: '/x-ms-capabilities/testConnection/operationId',
        })),
  },
  {
    id: 'test-connection-parameters',
    severity: 'error',
    title: 'The test of the connection needs no parameters',
    why: 'Nobody fills them in: a test that requires one fails always, unless its value is written down.',
    source: test,
    good: connectionTest(
      { parameters: [{ name: 'top', in: 'query', type: 'integer', required: true }] },
      { parameters: { top: 1 } },
    ),
    bad: connectionTest({ parameters: [{ name: 'team', in: 'query', type: 'string', required: true }] }),
    check: (model) => {
      const { testConnection } = capabilitiesOf(model.root);
      const given = isObject(testConnection) && isObject(testConnection.parameters) ? testConnection.parameters : {};
      return testOperation(model).flatMap(({ operationId, parameters }) =>
        parameters
          .filter(({ value }) => value.required === true && value.default === undefined)
          .filter(({ value }) => !Object.hasOwn(given, String(value.name)))
          .map(({ value, referredFrom }) => ({
            message: `${operationId} tests the connection and requires ${String(value.name)}. Write its value under testConnection.parameters, or test with an operation without parameters.`,
            pointer: referredFrom,
          })),
      );
    },
  },
  {
    id: 'test-connection-visible',
    severity: 'info',
    title: 'An operation that is there for the test only is internal',
    why: 'Makers have no use for it; it stands among the actions all the same.',
    source: test,
    good: connectionTest({}),
    bad: connectionTest({ 'x-ms-visibility': 'important' }),
    check: (model) =>
      testOperation(model)
        .filter(({ operationId = '', isInternal }) => !isInternal && madeForTest.test(operationId))
        .map(({ operationId, pointer }) => ({
          message: `${operationId} tests the connection, and makers see it. Give it x-ms-visibility: "internal".`,
          pointer,
        })),
  },
  {
    id: 'chunk-transfer-boolean',
    severity: 'error',
    title: 'chunkTransfer is true or false',
    why: 'Large bodies are sent in parts where it is true; a text is neither.',
    source: capabilities,
    good: withChunks(true),
    bad: withChunks('true'),
    check: ({ operations }) =>
      operations.flatMap(({ value, pointer }): Problem[] => {
        const { chunkTransfer } = capabilitiesOf(value);
        if (chunkTransfer === undefined || typeof chunkTransfer === 'boolean') return [];
        const place = `${pointer}/x-ms-capabilities/chunkTransfer`;
        const message = `chunkTransfer is ${JSON.stringify(chunkTransfer)}. Write true or false.`;
        const isMeant = chunkTransfer === 'true' || chunkTransfer === 'false';
        return [
          { message, pointer: place, ...(isMeant && { fix: { pointer: place, value: chunkTransfer === 'true' } }) },
        ];
      }),
  },
  {
    id: 'capability-unknown',
    severity: 'info',
    title: 'Capabilities are ones that are known',
    why: 'Another name means nothing to the platform; often it is a misspelling.',
    source: capabilities,
    good: connectionTest({}),
    bad: { definition: { 'x-ms-capabilities': { testConection: { operationId: 'TestConnection' } } } },
    check: ({ root }) =>
      entriesOf(root['x-ms-capabilities'])
        .filter(([name]) => !knownCapabilities.includes(name))
        .map(([name]) => ({
          message: `${name} is no capability of a connector. There are ${knownCapabilities.join(', ')}.`,
          pointer: `/x-ms-capabilities${step(name)}`,
        })),
  },
];

export const capabilityRules: readonly Rule[] = declared.map((rule) => ({ group: 'certification', ...rule }));

const knownCapabilities = ['testConnection', 'file-picker', 'chunkTransfer'];
const madeForTest = /^(?:test|check|verify|validate)[-_]?(?:my)?[-_]?(?:api)?[-_]?connection$/i;

function withChunks(chunkTransfer: unknown): Sample {
  const post = {
    operationId: 'AddQuote',
    summary: 'Add a quote',
    description: 'Adds a quote.',
    'x-ms-capabilities': { chunkTransfer },
    responses: { 204: { description: 'Added.' } },
  };
  return { definition: { paths: { '/quotes': { post } } } };
}

function capabilitiesOf(value: JsonObject): JsonObject {
  const named = value['x-ms-capabilities'];
  return isObject(named) ? named : {};
}

/** The operation that tests the connection, where one is named and there. */
function testOperation({ root, operations }: PackageModel): OperationPart[] {
  const { testConnection } = capabilitiesOf(root);
  const id = isObject(testConnection) ? testConnection.operationId : undefined;
  return operations.filter(({ operationId }) => operationId !== undefined && operationId === id).slice(0, 1);
}
