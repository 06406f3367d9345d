/** The examples of breaking rules: one operation before and after. */
import type { Sample, SampleChange } from '../../rule.ts';

const parameters = [
  { name: 'region', in: 'query', type: 'string', enum: ['north', 'south'] },
  { name: 'top', in: 'query', type: 'integer' },
];
const answer = {
  type: 'object',
  properties: {
    total: { type: 'integer' },
    deals: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
  },
};

/** ListDeals, with what differs from the usual laid over it. */
export function deals(change: object = {}, path = '/deals', method = 'get'): Sample {
  const operation = {
    operationId: 'ListDeals',
    summary: 'List deals',
    description: 'Lists deals.',
    parameters,
    responses: { 200: { description: 'Deals.', schema: answer } },
    ...change,
  };
  return { definition: { paths: { [path]: { [method]: operation } } } };
}

/** The parameters of ListDeals, those of these names changed. */
export function dealParameters(changes: Readonly<Record<string, object>>): object {
  return { parameters: parameters.map((parameter) => ({ ...parameter, ...changes[parameter.name] })) };
}

/** The answer of ListDeals with other properties. */
export function dealAnswer(properties: object): object {
  return { responses: { 200: { description: 'Deals.', schema: { type: 'object', properties } } } };
}

export const answered = answer.properties;

/** ListDeals as usual, and as it is after a change. */
export function dealsAfter(change: object): SampleChange {
  return { old: deals(), new: deals(change) };
}
