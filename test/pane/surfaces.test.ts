/** What a seller sees of Contoso Hub: every surface, in a real browser. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningPane, startPane } from './open-pane.ts';

let pane: RunningPane;
beforeAll(async () => {
  pane = await startPane();
});
afterEach(() => pane.closePages());
afterAll(async () => {
  await pane.close();
});

const opportunity = 'record=opportunity:50cafe00-a100-4000-8000-000000000001';
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

test('mail: the summary over it, every insight in the Sales pane, insights of its opportunity with citations', async () => {
  const page = await pane.open();
  const canvas = page.getByText(/^Info from Contoso Hub: /);
  await canvas.waitFor();
  const summary = region(page, /Email from: Alberto Burgos/);
  await summary.getByText('Info from Contoso Hub', { exact: true }).waitFor();
  expect(await summary.getByRole('listitem').count()).toBeGreaterThan(2);
  const insights = region(page, 'Insights from connected sources');
  await insights.getByRole('button', { name: 'Citation 1', exact: true }).click();
  const citation = page.getByRole('article').filter({ hasText: 'Source: Contoso Hub' }).first();
  await citation.waitFor();
  expect(await citation.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/hub\.contoso\.com\//);
});

test('record: the summary’s citations count on, fields, agreements of Contoso Hub, one of them opened and left again', async () => {
  const page = await pane.open(`?pane=record&${opportunity}`);
  const summary = region(page, 'Opportunity summary');
  await summary.getByText('Latest activity').waitFor();
  await summary.getByText('Info from Contoso Hub').waitFor();
  const numbers = await summary.getByRole('button', { name: /^Citation \d+$/ }).allTextContents();
  expect(numbers).toEqual(numbers.map((_number, index) => String(index + 1)));
  expect(numbers.length).toBeGreaterThan(4);
  await region(page, 'Opportunity details').getByText('Fourth Coffee').waitFor();
  const related = region(page, 'Agreements from Contoso Hub');
  await related
    .getByRole('button', { name: /Renewal contract for Fourth Coffee/ })
    .first()
    .click();
  await region(page, 'Agreement details').getByText('Signers').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await related.waitFor();
});

test('a row’s menu copies its link and opens it in Contoso Hub', async () => {
  const page = await pane.open(`?page=records&${opportunity}`);
  await region(page, 'Agreements from Contoso Hub').getByRole('button', { name: /^More/ }).first().click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Copy link', 'Open in Contoso Hub']);
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^https:\/\/hub\.contoso\.com\/agreements\//);
});

test('draft: a reply with links to content, written anew for another prompt', async () => {
  const page = await pane.open();
  await page.getByRole('button', { name: 'Draft an email' }).click();
  const draft = region(page, 'Draft with Copilot');
  await draft.getByText('Hi Alberto,').waitFor();
  expect(await draft.getByRole('link').count()).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Make a Proposal' }).click();
  await draft.getByText(/would like to make you a proposal/).waitFor();
});

test('chat: a question is answered by cards of Contoso Hub', async () => {
  const page = await pane.open('?page=chat');
  await page.getByRole('textbox').fill('Who are the key stakeholders at Fourth Coffee?');
  await page.keyboard.press('Enter');
  const log = page.getByRole('log');
  await log.getByText('Here is what I found').waitFor();
  await log.getByRole('button', { name: 'Citation 1', exact: true }).click();
  await page.locator('.ac-adaptiveCard').first().waitFor();
});

test('another language: what sellers read is in it, the connector’s words too', async () => {
  const page = await pane.open('?language=de-DE');
  await region(page, 'Informationen aus verbundenen Quellen')
    .or(region(page, /Quellen/))
    .first()
    .waitFor();
  await page
    .getByText(/^Informationen von Contoso Hub|^Infos von Contoso Hub|Contoso Hub: /)
    .first()
    .waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de-DE');
});

test('Salesforce: the same record by its other id', async () => {
  const page = await pane.open('?crm=salesforce&page=records&record=opportunity:0065i00000A1CaFAAV');
  await region(page, 'Agreements from Contoso Hub').getByText('Renewal contract for Fourth Coffee').waitFor();
});

test('another CRM: the record that is open stays open, by its other id; one that is not there is told as such', async () => {
  const page = await pane.open(`?page=records&${opportunity}`);
  await region(page, 'Agreements from Contoso Hub').waitFor();
  await page.getByRole('combobox', { name: 'CRM' }).click();
  await page.getByRole('option', { name: 'Salesforce' }).click();
  await page.waitForURL(/record=opportunity%3A0065i00000A1CaFAAV/);
  await region(page, 'Agreements from Contoso Hub').waitFor();
  const told = page.getByText(/Salesforce has no such record here/);
  expect(await told.count()).toBe(0);
  await page.goto(`${pane.address}?crm=salesforce&page=records&record=opportunity:nope`);
  await told.waitFor();
});

test('a record reference that is none is told once, and nobody is asked to try again', async () => {
  const page = await pane.open('?page=records&record=nonsense');
  await page
    .getByRole('alert')
    .getByText(/The record "nonsense" has no type/)
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});

test('what the address names and nobody knows is replaced there by what is shown', async () => {
  const page = await pane.open('?seller=nobody&language=xx&crm=sap&mail=nope&page=nope&theme=dark');
  await page.waitForURL(/\?theme=dark$/);
  await region(page, 'Insights from connected sources').waitFor();
  await page.goto(`${pane.address}?language=nl-NL&seller=sara`);
  await page.getByRole('navigation', { name: 'Inbox' }).getByRole('button').first().waitFor();
  expect(new URL(page.url()).search).toBe('?language=nl-NL&seller=sara');
});

test('chat says how long it is kept', async () => {
  const page = await pane.open('?page=chat');
  await page.getByRole('textbox').fill('Who are the key stakeholders at Fourth Coffee?');
  await page.keyboard.press('Enter');
  await page.getByText('Kept until you close or reload the page.').waitFor();
});

test('sellers: one of another tenant sees her own mails; one without the scope is told, and why', async () => {
  const page = await pane.open('?seller=sara');
  await page
    .getByText('Machine lease', { exact: false })
    .or(page.getByText(/Lease of two coffee machines/))
    .first()
    .waitFor();
  await page.goto(`${pane.address}?seller=logan&page=records&${opportunity}`);
  await page.getByRole('button', { name: 'Why is nothing shown?' }).first().click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByText(/403/).first().waitFor();
});

test('no page asked another machine for anything, and the content security policy had nothing to refuse', () => {
  expect(pane.trespasses).toEqual([]);
});
