/** Paging: where the next page is, and the policy that makes its address one of the gateway's. */
import { isObject } from '../../model/json-object.ts';
import type { OperationPart } from '../../model/operations.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';
import { policiesOf } from './policies.ts';

function paged(nextLinkName: unknown, properties?: object): Sample {
  const get = {
    operationId: 'ListDeals',
    summary: 'List deals',
    description: 'Lists deals.',
    'x-ms-pageable': { nextLinkName },
    responses: { 200: { description: 'Deals.', schema: { type: 'object', properties: { value: { type: 'array' } } } } },
  };
  return { definition: { paths: { '/deals': { get } } }, ...(properties && { properties: { properties } }) };
}

const updatesNextLink = {
  policyTemplateInstances: [
    {
      templateId: 'updatenextlink',
      title: 'Next page',
      parameters: { 'x-ms-apimTemplate-operationName': ['ListDeals'] },
    },
  ],
};
const names = ['nextLink', '@odata.nextLink'];

export const pagingRules: readonly Rule[] = [
  {
    id: 'InvalidNextLinkNameValue',
    group: 'certification',
    severity: 'warning',
    title: 'The next page is in nextLink or @odata.nextLink',
    why: 'Only these two are followed; with another name there is only a first page. 1 of 1,012 published connectors names another.',
    source: 'Fix Swagger Validator errors (Microsoft Learn, 2022 and later)',
    good: paged('@odata.nextLink'),
    bad: paged('nextlink'),
    check: ({ operations }) =>
      pageable(operations).flatMap(({ value, pointer }): Problem[] => {
        const page = value['x-ms-pageable'];
        const name = isObject(page) ? page.nextLinkName : undefined;
        if (names.includes(String(name))) return [];
        const message = `nextLinkName is ${JSON.stringify(name) ?? 'missing'}. Write "nextLink" or "@odata.nextLink", and answer the next page there.`;
        return [
          {
            message,
            pointer: name === undefined ? `${pointer}/x-ms-pageable` : `${pointer}/x-ms-pageable/nextLinkName`,
          },
        ];
      }),
  },
  {
    id: 'paging-policy',
    group: 'certification',
    severity: 'warning',
    title: 'An operation that answers pages has the policy updatenextlink',
    why: 'The next page is asked for at the gateway; without the policy its address leads past it, without the connection’s token. 1 of 1,012 published connectors lacks it.',
    source: 'apiDefinition schema of PowerPlatformConnectors, x-ms-pageable',
    good: paged('nextLink', updatesNextLink),
    bad: paged('nextLink'),
    check: (model) => {
      const policies = policiesOf(model, 'updatenextlink');
      if (!model.properties || model.connector.script) return [];
      return pageable(model.operations)
        .filter(({ operationId = '' }) =>
          policies.every(({ operations }) => operations.length > 0 && !operations.includes(operationId)),
        )
        .map(({ operationId, pointer }) => ({
          message: `No policy updatenextlink of apiProperties.json is for ${operationId}. Add one.`,
          pointer: `${pointer}/x-ms-pageable`,
        }));
    },
  },
];

function pageable(operations: readonly OperationPart[]): OperationPart[] {
  return operations.filter(({ value }) => value['x-ms-pageable'] !== undefined);
}
