import type { ConnectorView } from '../../../host/api/api-types.ts';

import { insights } from '../action-table/ActionTable.fixtures.ts';

/** A connector with a fault on, in examples, and one finding. */
export const orders: ConnectorView = {
  key: 'orders',
  title: 'Orders of Northwind',
  location: '/home/kim/orders',
  url: 'http://localhost:3000',
  givenUrl: null,
  headers: {},
  icon: null,
  rewritten: null,
  isMock: true,
  faults: { throttled: true },
  connections: [],
  findings: [{ rule: 'definition', severity: 'warning', message: 'Something is odd.' }],
  actions: [insights],
};
