/** What a connector says of itself to copilots and to the platform: x-ms-openai-data, its manifest, capabilities. */
import { entriesOf, isObject, type JsonObject, membersOf, step } from '../model/json-object.ts';
import type { OperationPart } from '../model/operations.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const published = 'Published connectors for copilots (37 with x-ms-openai-data, 35 with x-ms-openai-manifest)';
const capabilities = 'OpenAPI extensions for custom connectors, x-ms-capabilities (Microsoft Learn)';
const test = 'Test connection (Microsoft Learn)';

function skill(data: unknown): Sample {
  const get = {
    operationId: 'DealNews',
    summary: 'Deal news',
    description: 'Gets news of deals.',
    'x-ms-openai-data': data,
    responses: { 204: { description: 'No news.' } },
  };
  return { definition: { paths: { '/news': { get } } } };
}

const confirmed = { operationId: 'DealNews', 'x-ms-require-user-confirmation': true };

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

const manifest = {
  humanName: 'Fabrikam',
  modelDescription: 'Quotes of Fabrikam.',
  contactEmail: 'support@fabrikam.com',
  legalUrl: 'https://fabrikam.com/legal',
};

type Declared = Omit<Rule, 'group' | 'source'> & Partial<Pick<Rule, 'source'>>;

const declared: readonly Declared[] = [
  {
    id: 'openai-data-shape',
    severity: 'warning',
    title: 'x-ms-openai-data has the shape that copilots read',
    why: 'openai-enabled is true or false, operations a list; of anything else nothing is read, and a chat skill is none.',
    good: skill({ 'openai-enabled': true, operations: [confirmed] }),
    bad: skill({ 'openai-enabled': 'true', operations: [confirmed] }),
    check: ({ operations }) =>
      operations.flatMap(({ value, pointer }) =>
        value['x-ms-openai-data'] === undefined
          ? []
          : dataProblems(value['x-ms-openai-data'], `${pointer}/x-ms-openai-data`),
      ),
  },
  {
    id: 'openai-data-operation-id',
    severity: 'warning',
    title: 'x-ms-openai-data names the operation in which it stands',
    why: 'Whether the user is asked first is read by the operationId; under another one it is not found. 4 published connectors name another operation.',
    good: skill({ 'openai-enabled': true, operations: [confirmed] }),
    bad: skill({ 'openai-enabled': true, operations: [{ ...confirmed, operationId: 'OldDealNews' }] }),
    check: ({ operations }) =>
      operations.flatMap(({ value, pointer, operationId }) => {
        const data = value['x-ms-openai-data'];
        return membersOf(isObject(data) ? data.operations : undefined).flatMap(([index, entry]): Problem[] => {
          if (!isObject(entry) || entry.operationId === operationId) return [];
          const place = `${pointer}/x-ms-openai-data/operations${step(index)}`;
          const named = JSON.stringify(entry.operationId) ?? 'no operationId';
          const message = `x-ms-openai-data of ${operationId} names ${named}. Write ${operationId}.`;
          return [
            {
              message,
              pointer: entry.operationId === undefined ? place : `${place}/operationId`,
              ...(operationId && { fix: { pointer: `${place}/operationId`, value: operationId } }),
            },
          ];
        });
      }),
  },
  {
    id: 'openai-data-at-root',
    severity: 'warning',
    title: 'x-ms-openai-data stands in operations',
    why: 'At the root of the definition nobody reads it. 2 published connectors have it there.',
    good: { definition: { 'x-ms-openai-manifest': manifest } },
    bad: { definition: { 'x-ms-openai-data': { 'openai-enabled': true } } },
    check: ({ root }) =>
      root['x-ms-openai-data'] === undefined
        ? []
        : [
            {
              message: 'x-ms-openai-data stands at the root. Move it into each operation that copilots may call.',
              pointer: '/x-ms-openai-data',
            },
          ],
  },
  {
    id: 'openai-manifest-shape',
    severity: 'warning',
    title: 'x-ms-openai-manifest says what it has to say',
    why: 'Copilots introduce the connector with it. 2 published connectors have it empty.',
    good: { definition: { 'x-ms-openai-manifest': manifest } },
    bad: { definition: { 'x-ms-openai-manifest': { ...manifest, humanName: '' } } },
    check: ({ root }) => {
      const said = root['x-ms-openai-manifest'];
      const place = '/x-ms-openai-manifest';
      if (said === undefined) return [];
      if (!isObject(said))
        return [
          {
            message:
              'x-ms-openai-manifest is no object. Write one with humanName, modelDescription, contactEmail and legalUrl.',
            pointer: place,
          },
        ];
      return manifestKeys.flatMap(([key, severity]): Problem[] => {
        const text = said[key];
        if (typeof text === 'string' && text.trim() !== '') return [];
        const message = `${key} of x-ms-openai-manifest is ${text === undefined ? 'missing' : 'no text'}. Fill it in.`;
        return [{ message, pointer: text === undefined ? place : `${place}/${key}`, severity }];
      });
    },
  },
  {
    id: 'keywords-shape',
    severity: 'info',
    title: 'x-ms-keywords is a list of texts',
    why: 'Connectors are searched by them. All 17 published connectors that have them write such a list.',
    good: { definition: { info: { 'x-ms-keywords': ['quotes', 'deals'] } } },
    bad: { definition: { info: { 'x-ms-keywords': 'quotes, deals' } } },
    check: ({ info }) => {
      const words = info['x-ms-keywords'];
      const isList = Array.isArray(words) && words.every((word) => typeof word === 'string' && word.trim() !== '');
      if (words === undefined || isList) return [];
      return [
        { message: 'x-ms-keywords is no list of texts. Write one text a keyword.', pointer: '/info/x-ms-keywords' },
      ];
    },
  },
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

export const aiRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: published,
  ...rule,
}));

const manifestKeys = [
  ['humanName', 'warning'],
  ['modelDescription', 'warning'],
  ['contactEmail', 'warning'],
  ['legalUrl', 'info'],
] as const;
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

function dataProblems(data: unknown, pointer: string): Problem[] {
  if (!isObject(data))
    return [
      { message: 'x-ms-openai-data is no object. Write { "openai-enabled": true, "operations": […] }.', pointer },
    ];
  const enabled = data['openai-enabled'];
  const problems: Problem[] = [];
  if (typeof enabled !== 'boolean')
    problems.push({
      message: `openai-enabled is ${JSON.stringify(enabled) ?? 'missing'}. Write true or false.`,
      pointer: enabled === undefined ? pointer : `${pointer}/openai-enabled`,
    });
  if (data.operations !== undefined && !Array.isArray(data.operations))
    problems.push({
      message: 'operations of x-ms-openai-data is no list. Write one.',
      pointer: `${pointer}/operations`,
    });
  for (const [index, entry] of membersOf(data.operations)) {
    const place = `${pointer}/operations${step(index)}`;
    const asks = isObject(entry) ? entry['x-ms-require-user-confirmation'] : undefined;
    if (!isObject(entry)) problems.push({ message: 'An entry of operations is no object.', pointer: place });
    else if (asks !== undefined && typeof asks !== 'boolean')
      problems.push({
        message: `x-ms-require-user-confirmation is ${JSON.stringify(asks)}. Write true or false.`,
        pointer: `${place}/x-ms-require-user-confirmation`,
      });
  }
  return problems;
}
