/** What a connector says of itself to copilots: x-ms-openai-data, its manifest, its keywords. */
import { isObject, membersOf, step } from '../model/json-object.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const published = 'Published connectors for copilots (37 with x-ms-openai-data, 35 with x-ms-openai-manifest)';

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

const manifest = {
  humanName: 'Fabrikam',
  modelDescription: 'Quotes of Fabrikam.',
  contactEmail: 'support@fabrikam.com',
  legalUrl: 'https://fabrikam.com/legal',
};

type Declared = Omit<Rule, 'group' | 'source'>;

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
          // An operation without an id is told by another rule; there is nothing to name yet.
          if (!isObject(entry) || operationId === undefined || entry.operationId === operationId) return [];
          const place = `${pointer}/x-ms-openai-data/operations${step(index)}`;
          const named = JSON.stringify(entry.operationId) ?? 'no operationId';
          const message = `x-ms-openai-data of ${operationId} names ${named}. Write ${operationId}.`;
          return [
            {
              message,
              pointer: entry.operationId === undefined ? place : `${place}/operationId`,
              fix: { pointer: `${place}/operationId`, value: operationId },
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
