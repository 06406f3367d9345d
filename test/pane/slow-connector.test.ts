/** A slow connector beside a fast one: nobody waits for it but its own section. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Fabrikam, startFabrikam } from './fabrikam.ts';
import { type RunningPane, startPane } from './open-pane.ts';

const opportunity = 'record=opportunity:50cafe00-a100-4000-8000-000000000001';
let pane: RunningPane;
let slow: Fabrikam;
beforeAll(async () => {
  [slow, pane] = await Promise.all([startFabrikam(3000), startPane()]);
  const response = await fetch(`${pane.address}/api/connectors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ definition: slow.definition('Slow Quotes') }),
  });
  expect(response.status).toBe(201);
});
afterEach(() => pane.closePages());
afterAll(async () => {
  await Promise.all([pane.close(), slow.server.close()]);
});

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

test('the CRM’s fields and another connector’s card are there while it is under way, then its own', async () => {
  const page = await pane.open(`?page=records&${opportunity}`);
  await region(page, 'Opportunity details').getByText('Fourth Coffee').waitFor();
  await region(page, 'Agreements from Contoso Hub').waitFor();
  await region(page, 'Insights from connected sources').getByRole('listitem').first().waitFor();
  await region(page, 'Slow Quotes').getByLabel('Slow Quotes: Loading …').waitFor({ timeout: 1000 });
  await region(page, 'Quotes from Slow Quotes').getByText('Quote for ten machines').waitFor();
  await expect.poll(() => page.getByLabel(/Loading/).count()).toBe(0);
});

test('what fails after the first line is told, and nothing is left loading', async () => {
  const page = await pane.open('?page=connectors');
  const view = { connect: [], fields: [], cards: [] };
  const lines = [view, { error: { code: 'INTERNAL', message: 'A bug of the host.' } }];
  await page.route('**/api/surfaces/record-details', (route) =>
    route.fulfill({
      contentType: 'application/x-ndjson',
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    }),
  );
  await page.goto(`${pane.address}?page=records&${opportunity}`);
  await page.getByRole('alert').getByText('A bug of the host.').waitFor();
});
