/** The inspector, and that everybody gets in: axe, keyboard, narrow windows. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningPane, startPane } from './open-pane.ts';

let pane: RunningPane;
beforeAll(async () => {
  pane = await startPane();
});
afterEach(() => pane.closePages());
afterAll(async () => {
  await pane.close();
});

const record = 'record=opportunity:50cafe00-a100-4000-8000-000000000001';
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('a call opens to all that was traced, is copied as curl, and sent again with another input', async () => {
  const page = await pane.open(`?page=records&${record}&inspector=open`);
  const row = inspector(page)
    .getByRole('button', { name: /Contoso Hub.*record-details/ })
    .first();
  await row.click();
  await inspector(page).getByText('scp-get-related-records').first().waitFor();
  await inspector(page).getByRole('button', { name: /curl/i }).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).not.toBe('');
  const curl = await clipboard();
  expect(curl).toMatch(/^curl -X GET 'http:\/\/127\.0\.0\.1:\d+\/api\/enhanceskills\/related-records\?/);
  expect(curl).toContain('$TOKEN');
  expect(curl).not.toMatch(/eyJ/);
  await inspector(page)
    .getByRole('button', { name: /Edit and send again/ })
    .click();
  await inspector(page).getByRole('textbox', { name: /^top/ }).fill('1');
  await inspector(page).getByRole('button', { name: /^Send/ }).click();
  await inspector(page)
    .getByText(/[?&]top=1(&|$)/)
    .first()
    .waitFor();
});

test('calls that ended before the page listened are there, and so are those during the first look at them', async () => {
  const page = await pane.open('/api/profile');
  const insightsCalls = async (): Promise<number> => {
    const calls = (await (await page.request.get(`${pane.address}/api/calls`)).json()) as { wanted: string }[];
    return calls.filter(({ wanted }) => wanted === 'opportunity-insights').length;
  };
  const before = await insightsCalls();
  // What is asked before the calls have ended is answered as it was, long after.
  let areEnded = false;
  await page.route('**/api/calls', async (route) => {
    if (areEnded) return route.continue();
    await expect.poll(insightsCalls, { timeout: 10_000 }).toBeGreaterThan(before);
    areEnded = true;
    await route.fulfill({ json: [] }).catch(() => {});
  });
  await page.goto(`${pane.address}?inspector=open`);
  await inspector(page)
    .getByRole('button', { name: /opportunity-insights/ })
    .first()
    .waitFor();
});

test('a call that is asked for is looked up before anything is said of it', async () => {
  const page = await pane.open();
  await page.getByRole('region', { name: 'Insights from connected sources' }).waitFor();
  const calls = (await (await page.request.get(`${pane.address}/api/calls`)).json()) as { id: string }[];
  await page.route('**/api/calls', (route) => route.fulfill({ json: [] }));
  await page.goto(`${pane.address}?inspector=open&call=${calls[0]?.id}`);
  await inspector(page).getByRole('region', { name: 'Outcome' }).waitFor();
  await page.goto(`${pane.address}?inspector=open&call=no-such-call`);
  await inspector(page).getByText('This call is not kept any more').waitFor();
});

test('why is nothing shown: the package, the call, the answer, then the tenant', async () => {
  const page = await pane.open('?inspector=open');
  await inspector(page).getByRole('button', { name: 'Why is nothing shown?' }).click();
  for (const words of [/package/i, /call/i, /answer/i, /tenant/i])
    await inspector(page).getByText(words).first().waitFor();
});

describe('axe finds nothing', () => {
  for (const theme of ['light', 'dark'])
    for (const [name, search, ready] of [
      ['the mail page', '?', 'Insights from connected sources'],
      ['a record', `?page=records&${record}`, 'Agreements from Contoso Hub'],
      ['the record pane', `?pane=record&${record}`, 'Agreements from Contoso Hub'],
      ['the draft', '?pane=draft', 'Looking forward to your reply.'],
      ['chat', '?page=chat', 'What would you like to know?'],
      ['connectors', '?page=connectors', 'Add a connector'],
      ['the inspector', '?inspector=open', 'opportunity-insights'],
    ] as const)
      test(`in ${name}, ${theme}`, async () => {
        const page = await pane.open(`${search}&theme=${theme}`);
        await page.getByText(ready).first().waitFor();
        // Fluent UI keeps hidden elements at the edges of the page to catch the focus.
        const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
        await page.context().close();
      });
});

test('the keyboard alone reaches a mail, its Sales pane, a citation, and comes back', async () => {
  const page = await pane.open();
  await page.getByRole('region', { name: 'Insights from connected sources' }).waitFor();
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  for (let step = 0; step < 80 && (await focused()) !== 'Citation 1'; step++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Citation 1');
  await page.keyboard.press('Enter');
  await page.getByRole('article').filter({ hasText: 'Source: Contoso Hub' }).first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('Citation 1');
});

test('at 200 % zoom the inspector comes into view where it is opened, and takes the focus', async () => {
  const page = await pane.open('', { width: 640, height: 450 });
  await page.getByRole('region', { name: 'Insights from connected sources' }).waitFor();
  await page.getByRole('button', { name: 'Inspector', exact: true }).click();
  const heading = inspector(page).getByRole('heading', { name: 'Inspector' });
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  const isSeen = () =>
    heading.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom < innerHeight / 2;
    });
  await expect.poll(isSeen).toBe(true);
});

test('at 200 % zoom (640 pixels) no page scrolls sideways', async () => {
  for (const search of [
    '',
    `?page=records&${record}`,
    '?page=chat',
    '?page=connectors',
    '?inspector=open',
    '?pane=draft',
  ]) {
    const page = await pane.open(search, { width: 640, height: 450 });
    await page.getByRole('main').waitFor();
    await page.waitForLoadState('load');
    await page.getByRole('banner').waitFor();
    const { width, scroll } = await page.evaluate(() => ({
      width: innerWidth,
      scroll: document.documentElement.scrollWidth,
    }));
    expect([search, scroll <= width]).toEqual([search, true]);
    await page.context().close();
  }
});

test('no page asked another machine for anything, and the content security policy had nothing to refuse', () => {
  expect(pane.trespasses).toEqual([]);
});
