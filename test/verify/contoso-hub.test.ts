/** Contoso Hub keeps its word: in every language, in both CRMs, and with authentication. */
import { expect, test } from 'vitest';
import { hubResource, identityOf, localClients } from '../../src/cli/local-identity.ts';
import { localCredentials } from '../../src/cli/verify/local-credentials.ts';
import { openableOf } from '../../src/cli/verify/openable.ts';
import { sellersWorld } from '../../src/host/host.ts';
import { sellerLanguages } from '../../src/host/world/seller.ts';
import { startIdentity } from '../../src/identity/identity.ts';
import { readPackage } from '../../src/package/connector-package.ts';
import { hubPackage } from '../running-host.ts';
import { startHub } from '../running-hub.ts';
import { type Examination, examine, told } from './examine.ts';

async function examined(options: Examination, ...args: string[]) {
  const hub = await startHub(...args);
  return examine(hub.address, options).finally(hub.close);
}
const unthrottled = ['--throttle', 'off'];

test('nothing fails in eight languages, and only tokens could not be tried without one', async () => {
  const report = await examined({ languages: [...sellerLanguages], requests: 300 }, ...unthrottled);
  expect(told(report, 'fail', 'advice')).toEqual([]);
  expect(told(report, 'could-not-run').filter((line) => !/--auth/.test(line))).toEqual([]);
});

test('nothing fails in Salesforce', async () => {
  const report = await examined({ openable: await openableOf({ crm: 'salesforce' }) }, ...unthrottled);
  expect(told(report, 'fail', 'advice')).toEqual([]);
});

test('with authentication nothing fails, and everything could be tried', async () => {
  const sellers = sellersWorld(Date.now()).sellers.map((seller) => identityOf(seller));
  const identity = await startIdentity({ port: 0, clients: localClients, resources: [hubResource], sellers });
  const port = Number(new URL(identity.issuer).port);
  const credentials = await localCredentials(await readPackage(hubPackage), {}, port);
  const auth = ['--auth', 'entra', '--issuer', identity.issuer, '--audience', hubResource.audience];
  const report = await examined({ credentials }, ...auth, ...unthrottled);
  expect(told(report, 'fail', 'advice', 'could-not-run')).toEqual([]);
  await credentials.close();
  await identity.close();
});
