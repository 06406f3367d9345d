import { expect, test } from 'vitest';
import { identityOf } from './identity.ts';

test.each([
  ['Contoso Hub', 'Contoso', 'contoso-hub', 'ContosoHub', 'contoso_contosohub'],
  ['Café & Söhne', 'Müller-Lüdenscheidt AG', 'cafe-sohne', 'CafeSohne', 'mullerlu_cafesohne'],
  ['3M Sales', '1&1', '3m-sales', 'Connector3MSales', /^c[0-9a-f]{6}_3msales$/],
  ['見積もり', 'mscrm partner', /^connector-[0-9a-f]{6}$/, /^Connector[0-9a-f]{6}$/, /^c[0-9a-f]{6}_[0-9a-f]{6}$/],
])('%s of %s has names that Dataverse takes', (title, publisher, fileName, solution, name) => {
  const identity = identityOf({ title, publisher });
  const known = { fileName, solution, name };
  for (const [key, wanted] of Object.entries(known))
    expect(key === 'name' ? identity.connector.name : identity[key as 'fileName']).toMatch(
      typeof wanted === 'string' ? new RegExp(`^${wanted}$`) : wanted,
    );
  expect(identity.prefix).toMatch(/^(?!mscrm)[a-z][a-z0-9]{1,7}$/);
  expect(identity.optionValuePrefix).toBeGreaterThanOrEqual(10_000);
  expect(identity.optionValuePrefix).toBeLessThan(100_000);
});

test('ids stay as long as publisher and title do', () => {
  const one = identityOf({ title: 'Contoso Hub', publisher: 'Contoso' });
  expect(one.connector.id).toBe('3acd4703-899c-57fe-a568-6e6ebc2ab400');
  const others = [
    identityOf({ title: 'Contoso Hub', publisher: 'Fabrikam' }).connector.id,
    identityOf({ title: 'Contoso Hubs', publisher: 'Contoso' }).connector.id,
    one.flowId,
  ];
  expect(new Set([one.connector.id, ...others]).size).toBe(4);
});
