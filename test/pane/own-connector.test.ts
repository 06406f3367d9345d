/** A partner's own connector in the pane: dropped in, beside others that fail, signed in to, with an own record and mail. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Fabrikam, startFabrikam } from './fabrikam.ts';
import { type RunningPane, startPane } from './open-pane.ts';

const folder = mkdtempSync(join(tmpdir(), 'pane-'));
const opportunity = 'record=opportunity:50cafe00-a100-4000-8000-000000000001';
let pane: RunningPane;
let fabrikam: Fabrikam;
let slow: Fabrikam;
beforeAll(async () => {
  [fabrikam, slow, pane] = await Promise.all([startFabrikam(), startFabrikam(Number.POSITIVE_INFINITY), startPane()]);
});
afterEach(() => pane.closePages());
afterAll(async () => {
  await Promise.all([pane.close(), fabrikam.server.close(), slow.server.close()]);
  rmSync(folder, { recursive: true });
});

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

async function drop(page: Page, text: string): Promise<void> {
  const data = await page.evaluateHandle((definition) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([definition], 'apiDefinition.swagger.json', { type: 'application/json' }));
    return transfer;
  }, text);
  const target = region(page, 'Add a connector');
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: data });
}

test('a definition dropped on the page is judged at once, and shows beside Contoso Hub', async () => {
  const page = await pane.open('?page=connectors');
  await region(page, 'Add a connector').waitFor();
  await drop(page, fabrikam.definition());
  const list = page.getByRole('list', { name: 'Connectors' });
  await list.getByText('Fabrikam Quotes').waitFor();
  await page.goto(`${pane.address}?page=records&${opportunity}`);
  await region(page, 'Quotes from Fabrikam Quotes').getByText('Quote for ten machines').waitFor();
  await region(page, 'Agreements from Contoso Hub').waitFor();
});

test('a package without an icon is drawn without one: nothing is asked for that is not there', async () => {
  const page = await pane.open();
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url());
  });
  await page.goto(`${pane.address}?page=records&${opportunity}`);
  await region(page, 'Quotes from Fabrikam Quotes').getByText('Quote for ten machines').waitFor();
  await region(page, 'Agreements from Contoso Hub').locator('img').first().waitFor({ state: 'attached' });
  expect(missing).toEqual([]);
});

test('a definition of which nothing would be called opens with what is wrong', async () => {
  const page = await pane.open('?page=connectors');
  const junk = { swagger: '2.0', info: { title: 'Junk', version: '1' }, paths: { '/a': { get: { responses: {} } } } };
  await region(page, 'Add a connector').waitFor();
  await drop(page, JSON.stringify(junk));
  const details = region(page, 'Junk in detail');
  await details.getByText(/Nothing of this connector is ever called/).waitFor();
  expect(await details.getByRole('tab', { name: /^Findings/ }).getAttribute('aria-selected')).toBe('true');
  await page.request.delete(`${pane.address}/api/connectors/junk`);
});

test('what is no definition is refused where it was given, in words', async () => {
  const page = await pane.open('?page=connectors');
  await page.getByRole('textbox', { name: /Path or URL/ }).fill('/nowhere/at/all');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(/\/nowhere\/at\/all is not there/).waitFor();
  expect(await page.getByRole('textbox', { name: /Path or URL/ }).inputValue()).toBe('/nowhere/at/all');
});

test('one of three that takes longer than five seconds delays nobody’s answer, and is told with its reason', async () => {
  const page = await pane.open('?page=connectors');
  await drop(page, slow.definition('Slow Quotes'));
  await page.getByRole('list', { name: 'Connectors' }).getByText('Slow Quotes').waitFor();
  await page.goto(`${pane.address}?page=records&${opportunity}`);
  await region(page, 'Quotes from Fabrikam Quotes').waitFor();
  await region(page, 'Agreements from Contoso Hub').waitFor();
  const words = region(page, /Slow Quotes/);
  await words.getByText('Something went wrong. Try again later.').waitFor();
  await words.getByRole('button', { name: 'Why is nothing shown?' }).click();
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByText(/five seconds|5 seconds|5,000 ms/)
    .first()
    .waitFor();
  await page.request.delete(`${pane.address}/api/connectors/slow-quotes`);
});

test('a connector that wants a sign-in gets one: card, identity provider, back, and a token in the call', async () => {
  const discovery = await fetch(`${pane.issuer}/.well-known/openid-configuration`);
  const provider = (await discovery.json()) as { authorization_endpoint: string; token_endpoint: string };
  const security = {
    securityDefinitions: {
      entra: {
        type: 'oauth2',
        flow: 'accessCode',
        authorizationUrl: provider.authorization_endpoint,
        tokenUrl: provider.token_endpoint,
        scopes: { openid: 'Who you are' },
      },
    },
    security: [{ entra: ['openid'] }],
  };
  const properties = JSON.stringify({
    properties: {
      connectionParameters: {
        token: {
          type: 'oauthSetting',
          oAuthSettings: {
            identityProvider: 'oauth2',
            clientId: 'saleskit-host',
            scopes: ['openid'],
            customParameters: {},
          },
        },
      },
      iconBrandColor: '#123456',
    },
  });
  const page = await pane.open();
  const added = await page.request.post(`${pane.address}/api/connectors`, {
    data: { definition: fabrikam.definition('Signed Quotes', security), properties },
  });
  expect(added.status()).toBe(201);
  await page.reload();
  const card = region(page, /Connect to Signed Quotes/);
  const unsigned = page.getByText('Shown without sign-in: the connector itself asked for none.').first();
  await unsigned.waitFor();
  await card.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /Kenny Smith/ }).click();
  await page.getByRole('navigation', { name: 'Inbox' }).waitFor();
  await region(page, 'Insights from connected sources').getByText('Signed Quotes').waitFor();
  expect(await card.count()).toBe(0);
  expect(await unsigned.count()).toBe(0);
  const sent = fabrikam.server.received.at(-1);
  expect(sent?.headers.authorization).toMatch(/^Bearer \S+/);
  await page.request.delete(`${pane.address}/api/connectors/signed-quotes`);
});

test('an own record and an own mail join the world, and are asked for', async () => {
  const page = await pane.open('?page=connectors');
  await page.getByRole('button', { name: 'Your own record' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('opportunity:my-own-deal');
  await dialog.getByRole('button', { name: /^(Add|Open|Save)/ }).click();
  await page.waitForURL(/page=records/);
  await region(page, 'Quotes from Fabrikam Quotes').waitFor();
  expect(fabrikam.server.received.at(-1)?.url).toContain('my-own-deal');
  const mail =
    'From: Ann <ann@example.com>\r\nTo: kenny@contoso.com\r\nSubject: My own mail\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\nCould you send the quote?\r\n';
  await page.request.post(`${pane.address}/api/world/mails`, { data: { eml: mail } });
  await page.goto(pane.address);
  await page.getByRole('heading', { name: 'My own mail' }).or(page.getByText('My own mail').first()).first().waitFor();
});

test('an edited definition shows at once; a broken one says so', async () => {
  const file = join(folder, 'apiDefinition.swagger.json');
  writeFileSync(file, fabrikam.definition('Watched Quotes'));
  const page = await pane.open('?page=connectors');
  await page.getByRole('textbox', { name: /Path or URL/ }).fill(folder);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const list = page.getByRole('list', { name: 'Connectors' });
  await list.getByText('Watched Quotes').waitFor();
  writeFileSync(file, fabrikam.definition('Renamed Quotes'));
  await list.getByText('Renamed Quotes').waitFor();
  await page.request.delete(`${pane.address}/api/connectors/watched-quotes`);
});

test('faults on purpose: an error code shows what a seller would see', async () => {
  const page = await pane.open(`?page=records&${opportunity}`);
  await region(page, 'Quotes from Fabrikam Quotes').waitFor();
  await page.request.put(`${pane.address}/api/connectors/fabrikam-quotes/faults`, {
    data: { errorCode: 'INTERNAL_SERVER_ERROR' },
  });
  await region(page, /Fabrikam Quotes/)
    .getByText('Something went wrong. Try again later.')
    .waitFor();
  await page.request.put(`${pane.address}/api/connectors/fabrikam-quotes/faults`, { data: {} });
  await region(page, 'Quotes from Fabrikam Quotes').waitFor();
});

test('no page asked another machine for anything, and the content security policy had nothing to refuse', () => {
  expect(pane.trespasses).toEqual([]);
});
