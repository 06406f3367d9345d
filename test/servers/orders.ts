/** A connector of chat skills alone: one asks, one changes data, one wants to be confirmed. */
import { json, type Respond } from './plain-connector.ts';

const skill = (operationId: string, description: string, more: object, parameters: object[]) => ({
  operationId,
  summary: description,
  description,
  'x-ms-openai-data': { 'openai-enabled': true, ...more },
  parameters,
  responses: { 200: { description: 'OK', schema: { type: 'object' } } },
});
const query = (name: string, type: string, description: string) => ({ name, in: 'query', type, description });

/** The text of its definition. */
export const ordersDefinition = JSON.stringify({
  swagger: '2.0',
  info: { title: 'Orders', version: '1' },
  host: 'orders.example.com',
  basePath: '/',
  schemes: ['https'],
  paths: {
    '/orders': {
      get: skill('FindOrders', 'Finds the orders of an account.', {}, [
        query('accountName', 'string', 'Name of the account.'),
        query('limit', 'integer', 'How many at most.'),
        query('openOnly', 'boolean', 'Only those that are open.'),
        { ...query('states', 'array', 'In which state.'), items: { type: 'string' } },
      ]),
      post: skill('CreateOrder', 'Creates an order.', {}, [
        {
          name: 'body',
          in: 'body',
          schema: { type: 'object', properties: { quantity: { type: 'integer' }, note: { type: 'string' } } },
        },
      ]),
    },
    '/orders/remind': {
      get: skill(
        'RemindOfOrders',
        'Reminds the account of its orders.',
        { operations: [{ operationId: 'RemindOfOrders', 'x-ms-require-user-confirmation': true }] },
        [],
      ),
    },
  },
});

export const ordersServer: Respond = (_request, response) => json(response, { value: [], hasMoreResults: false });
