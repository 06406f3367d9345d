import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discover } from '../../discovery/discovery.ts';
import { readPackage } from '../../package/connector-package.ts';
import { mapRequest } from './map-request.ts';

const { actions } = discover(await readPackage(join(import.meta.dirname, '../../../contoso-hub/package')));
const details = actions.find(({ point }) => point?.id === 'record-details');

test.each([
  [{ toString: 1 }, '{"toString":1}'],
  [['a', null, { b: 1 }], 'a,,{"b":1}'],
  [7, '7'],
])('%j stands in an address as %s', (recordId, text) => {
  if (!details) throw new Error('Contoso Hub has record details.');
  const { url } = mapRequest(details, 'https://hub.contoso.com', { recordType: 'account', recordId });
  expect(new URL(url).searchParams.get('recordId')).toBe(text);
});
