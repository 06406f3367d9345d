import type { Field } from './extension-point.ts';

/** What every extension point but chat answers: the items and whether there are more. */
export const listEnvelope = [
  { name: 'value', type: 'array', items: 'item', required: true, description: 'This output holds the items.' },
  {
    name: 'hasMoreResults',
    type: 'boolean',
    required: false,
    description: 'This indicates whether there are more results to be fetched in subsequent calls.',
  },
] as const satisfies readonly Field[];
