/** The HTML report in a real browser: accessible, nothing loaded, nothing run, no width too small. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserFlags, installedBrowser } from '../../scripts/browser.ts';
import { verifyHtml } from '../../src/verify/report/html.ts';
import { sampleReport } from '../../src/verify/report/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
const file = join(folder, 'report.html');
let browser: Browser;
beforeAll(async () => {
  writeFileSync(file, verifyHtml(sampleReport));
  const executablePath = installedBrowser();
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserFlags] });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function opened(width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const trespasses: string[] = [];
  page.on('request', (request) => void (request.url() === pathToFileURL(file).href || trespasses.push(request.url())));
  page.on('console', (message) => trespasses.push(message.text()));
  page.on('dialog', (dialog) => {
    trespasses.push(dialog.message());
    return dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  return { page, trespasses };
}

const openAll = (page: Page) =>
  page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

test.each([
  [400, 'light'],
  [400, 'dark'],
  [1200, 'light'],
  [1200, 'dark'],
] as const)('at %i px, %s: accessible, as wide as the window, and on its own', async (width, scheme) => {
  const { page, trespasses } = await opened(width, scheme);
  await openAll(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(trespasses).toEqual([]);
  await page.close();
});

test('what a connector sent stands there as text, and its style is as the policy lets it', async () => {
  const { page } = await opened(1200, 'light');
  expect(await page.locator('h1').innerText()).toContain('<script>alert(1)</script><img src=x onerror=alert(2)>');
  expect(await page.locator('script, img, iframe').count()).toBe(0);
  expect(await page.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px');
  await page.close();
});

test('passes are folded away, the first request of a failure is open, and a click selects it', async () => {
  const { page } = await opened(1200, 'light');
  expect(await page.locator('details.folded[open]').count()).toBe(0);
  const curl = page.locator('pre.curl').first();
  await curl.click();
  expect(await page.evaluate('String(getSelection())')).toMatch(/^curl -X GET '.*'$/s);
  await page.close();
});

test('on paper everything is unfolded', async () => {
  const { page } = await opened(1200, 'light');
  await page.emulateMedia({ media: 'print' });
  const list = page.locator('details.folded ul').last();
  expect((await list.boundingBox())?.height ?? 0).toBeGreaterThan(10);
  await page.close();
});
