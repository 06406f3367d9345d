/** Takes the pictures of the guide from the pane itself, with Contoso Hub in it: `npm run pictures`, or `npm run pictures -- NAME…`. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { startPane } from '../test/pane/open-pane.ts';

const folder = join(import.meta.dirname, '../docs/pictures');
const record = 'record=opportunity:50cafe00-a100-4000-8000-000000000001';
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name }).first();
const citation = (within: Locator, number: number) =>
  within.getByRole('button', { name: `Citation ${number}`, exact: true }).click();
const source = (page: Page) => page.getByRole('article').filter({ hasText: 'Source: Contoso Hub' }).first();

interface Picture {
  readonly search: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Makes ready, and gives what is to be in the picture: all of the page where nothing is given. */
  arrange(page: Page): Promise<readonly Locator[]>;
}

const pictures: Readonly<Record<string, Picture>> = {
  pane: {
    search: `?pane=record&${record}&inspector=open`,
    size: { width: 1720, height: 960 },
    async arrange(page) {
      const summary = region(page, 'Opportunity summary');
      await summary.getByText('Info from Contoso Hub').waitFor();
      await citation(summary, 4);
      await source(page).waitFor();
      return [];
    },
  },
  'record-details': {
    search: `?pane=record&${record}`,
    async arrange(page) {
      const related = region(page, 'Agreements from Contoso Hub');
      await related.scrollIntoViewIfNeeded();
      return [related];
    },
  },
  'record-summary': {
    search: `?pane=record&${record}`,
    async arrange(page) {
      const summary = region(page, 'Opportunity summary');
      await summary.getByText('Info from Contoso Hub').waitFor();
      return [summary];
    },
  },
  'opportunity-insights': {
    search: '',
    async arrange(page) {
      const insights = region(page, 'Insights from connected sources');
      await insights.getByRole('button', { name: 'Citation 1', exact: true }).waitFor();
      await insights.evaluate((card) => card.scrollIntoView());
      return [insights];
    },
  },
  'email-summary': {
    search: '',
    async arrange(page) {
      await page.getByText(/^Info from Contoso Hub: /).waitFor();
      return [region(page, 'Summary by Copilot')];
    },
  },
  'email-summary-pane': {
    search: '',
    async arrange(page) {
      const summary = region(page, /Email from: Alberto Burgos/);
      await summary.getByText('Info from Contoso Hub', { exact: true }).waitFor();
      return [summary];
    },
  },
  'email-draft': {
    search: '?pane=draft',
    async arrange(page) {
      const draft = region(page, 'Draft with Copilot');
      await draft.getByText('Hi Alberto,').waitFor();
      return [draft];
    },
  },
  'sales-chat': {
    search: '?page=chat',
    size: { width: 900, height: 900 },
    async arrange(page) {
      await page.getByRole('textbox').fill('Who are the key stakeholders at Fourth Coffee?');
      await page.keyboard.press('Enter');
      const log = page.getByRole('log');
      await log.getByRole('button', { name: /references/ }).click();
      return [log];
    },
  },
  'why-is-nothing-shown': {
    search: `?seller=logan&page=records&${record}`,
    size: { width: 1720, height: 960 },
    async arrange(page) {
      await page.getByRole('button', { name: 'Why is nothing shown?' }).first().click();
      const inspector = page.getByRole('complementary', { name: 'Inspector' });
      await inspector.getByText(/403/).first().waitFor();
      return [inspector];
    },
  },
};

const margin = 4;

/** The rectangle around all of them, as far as the window shows them. */
async function rectangleOf(page: Page, parts: readonly Locator[]) {
  const boxes = (await Promise.all(parts.map((part) => part.boundingBox()))).filter((box) => box !== null);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin);
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin);
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in pictures));
if (unknown.length > 0) {
  console.error(`There is no picture ${unknown.join(', ')}. There are ${Object.keys(pictures).join(', ')}.`);
  process.exit(2);
}
const pane = await startPane();
try {
  for (const [name, { search, size, arrange }] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await pane.open(search, size ?? { width: 1200, height: 900 });
    const parts = await arrange(page);
    await page.waitForLoadState('networkidle');
    const clip = parts.length > 0 ? { clip: await rectangleOf(page, parts) } : {};
    await page.screenshot({ ...clip, path: join(folder, `${name}.png`), animations: 'disabled' });
    await page.context().close();
    console.error(`docs/pictures/${name}.png`);
  }
} finally {
  await pane.close();
}
