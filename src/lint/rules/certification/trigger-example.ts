/** The examples of the rules about triggers: a webhook that tells of won deals, and how it is left again. */
import type { Sample } from '../../rule.ts';

export const callback = { type: 'string', 'x-ms-visibility': 'internal', 'x-ms-notification-url': true };

interface Parts {
  /** The body of the webhook. */
  readonly body?: object;
  /** Laid over the webhook's operation. */
  readonly operation?: object;
  /** Laid over the webhook's path. */
  readonly path?: object;
  /** Further paths. */
  readonly more?: object;
  readonly properties?: object;
}

export const webhookBody = {
  type: 'object',
  required: ['callbackUrl'],
  properties: { callbackUrl: callback, region: { type: 'string', 'x-ms-summary': 'Region' } },
};

/** A connector with the webhook DealWon. */
export function triggerExample({
  body = webhookBody,
  operation = {},
  path = {},
  more = {},
  properties,
}: Parts): Sample {
  const post = {
    operationId: 'DealWon',
    summary: 'When a deal is won',
    description: 'Starts when a deal is won.',
    'x-ms-trigger': 'single',
    'x-ms-trigger-hint': 'Win a deal to see it work.',
    parameters: [{ name: 'hook', in: 'body', required: true, schema: body }],
    responses: { 201: { description: 'Subscribed.' } },
    ...operation,
  };
  const item = {
    post,
    'x-ms-notification-content': { schema: { type: 'object', properties: { deal: { type: 'string' } } } },
    ...path,
  };
  const removal = {
    operationId: 'LeaveDeals',
    summary: 'Leave',
    description: 'Ends the subscription.',
    'x-ms-visibility': 'internal',
    parameters: [{ name: 'id', in: 'path', type: 'string', required: true, 'x-ms-url-encoding': 'single' }],
    responses: { 204: { description: 'Left.' } },
  };
  const paths = { '/hooks': item, '/hooks/{id}': { delete: removal }, ...more };
  return { definition: { paths }, ...(properties && { properties: { properties } }) };
}

/** A trigger that is asked again and again. */
export function polling(operation: object): object {
  return {
    '/deals/won': {
      get: {
        operationId: 'WonDeals',
        summary: 'When deals are won',
        description: 'Tells of won deals.',
        'x-ms-trigger': 'batch',
        'x-ms-trigger-hint': 'Win a deal to see it work.',
        responses: { 200: { description: 'Deals.', schema: { type: 'array', items: { type: 'object' } } } },
        ...operation,
      },
    },
  };
}
