import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { loadSample, sampleTenant, secondTenant } from './sample.ts';
import { loaderAt } from './sample-home.ts';

test('the sample is of the tenant and the CRM that it is loaded for, and of no other', async () => {
  const store = await openStore(':memory:');
  const home = { tenant: 'tenant-of-mine', crmHost: 'mine.crm4.dynamics.com' };
  await loadSample(loaderAt(home, store));
  const record = (tenant: string, host: string) =>
    store.subjectOf(
      { tenant },
      { type: 'opportunity', id: '50cafe00-a100-4000-8000-000000000001', crm: { type: 'Dynamics365', host } },
    );
  expect(await record(home.tenant, home.crmHost)).toMatchObject({ name: '50 Cafe A-100 Automatic' });
  await expect(record(home.tenant, 'contoso.crm.dynamics.com')).rejects.toThrow(/has not connected this CRM/);
  await expect(record(sampleTenant, home.crmHost)).rejects.toThrow(/has not connected this CRM/);
  expect(await store.accounts({ tenant: secondTenant }, 'Fourth Coffee')).toEqual([]);
  await store.close();
});
