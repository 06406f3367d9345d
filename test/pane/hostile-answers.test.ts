/** What a connector answers is data: on no surface does it run, load, lead or send anything. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostileConnector, mark, startHostileConnector } from './hostile-connector.ts';
import { type RunningPane, startPane } from './open-pane.ts';

let pane: RunningPane;
let hostile: HostileConnector;
let page: Page;
beforeAll(async () => {
  [pane, hostile] = await Promise.all([startPane(), startHostileConnector()]);
  page = await pane.open('?page=connectors');
  const added = await page.request.post(`${pane.address}/api/connectors`, { data: { definition: hostile.definition } });
  expect(added.status()).toBe(201);
});
afterAll(async () => {
  await Promise.all([pane.close(), hostile.server.close()]);
});

const record = 'record=opportunity:50cafe00-a100-4000-8000-000000000001';

test.each([
  ['mail', '', async () => {}],
  ['record', `?pane=record&${record}`, async () => {}],
  ['records', `?page=records&${record}`, async () => {}],
  ['connectors', '?page=connectors', async () => {}],
  ['draft', '', () => page.getByRole('button', { name: 'Draft an email' }).click()],
  [
    'chat',
    '?page=chat',
    async () => {
      await page.getByRole('textbox').fill('Which traps has the account set?');
      await page.keyboard.press('Enter');
    },
  ],
])('%s shows it as text', async (_surface, search, act) => {
  await page.goto(pane.address + search);
  await act();
  await page.getByText(mark).first().waitFor();
  await page.waitForLoadState('networkidle');
  const links = await page
    .locator('[href], [src], [action], [formaction]')
    .evaluateAll((elements) =>
      elements.flatMap((each) =>
        ['href', 'src', 'action', 'formaction'].flatMap((name) => each.getAttribute(name) ?? []),
      ),
    );
  for (const link of links) expect(link).not.toMatch(/^\s*(javascript|vbscript|data:text)/i);
  expect(await page.title()).not.toContain('hacked');
  expect(pane.trespasses).toEqual([]);
});

test('and all of it was there to be shown', async () => {
  const answer = await page.request.get(`${pane.address}/api/calls`);
  const calls = (await answer.json()) as { connector: string; wanted: string; outcome: string }[];
  const shown = calls.filter(({ connector, outcome }) => connector.startsWith('Trap') && outcome === 'shown');
  const ids = ['email-summary', 'opportunity-insights', 'record-details', 'record-summary', 'email-draft'];
  expect(shown.map(({ wanted }) => wanted)).toEqual(expect.arrayContaining([...ids, 'ChatAboutTraps']));
});
