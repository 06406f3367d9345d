/** A partner edits while the pane is open: what changes is shown by itself, and what is broken lies over the last good state. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  definitionWith,
  handlerWith,
  messagesWith,
  type PartnerProject,
  partnerProject,
} from '../servers/partner-project.ts';
import { type RunningPane, startPane } from './open-pane.ts';

const definition = 'package/apiDefinition.swagger.json';
let project: PartnerProject;
let pane: RunningPane;
beforeAll(async () => {
  project = await partnerProject();
  pane = await startPane('--config', join(project.folder, 'saleskit.config.json'));
});
afterAll(async () => {
  await pane.close();
  project.remove();
});

/** The pane with the partner's insight in it; what the host announces from then on is kept in order. */
async function openInsights(search = '') {
  const page = await pane.open(`?page=mail&${search}`);
  await page.getByText('Partner Quotes').first().waitFor();
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const events = new EventSource('/api/events');
    for (const kind of ['connectors', 'failures', 'call']) events.addEventListener(kind, () => told.push(kind));
    return new Promise((resolve) => events.addEventListener('open', resolve));
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  const overlay = page.getByRole('region', { name: 'The newest state is not shown' });
  return { page, told, overlay };
}

/** A page that finds the failure when it opens. */
async function openBroken(theme: string) {
  const page = await pane.open(`?page=mail&theme=${theme}`);
  await page.getByRole('region', { name: 'The newest state is not shown' }).waitFor();
  await page.getByText('Partner Quotes').first().waitFor();
  return page;
}

/** What axe finds; Fluent UI keeps hidden elements at the edges of the page to catch the focus. */
async function violationsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
}

test('a handler and a message that are written show by themselves: the connector is announced, then called, then drawn', async () => {
  const { page, told } = await openInsights();
  project.write('src/handler.ts', handlerWith('Shown without a click.'));
  await page.getByText('Shown without a click.').first().waitFor();
  await expect.poll(async () => (await told()).join(' ')).toMatch(/connectors.* call/);
  project.write('src/messages.json', messagesWith('Quote sent'));
  const calls = async () => (await page.request.get(`${pane.address}/api/calls`)).text();
  await expect.poll(calls, { timeout: 10_000 }).toContain('Quote sent');
  await page.context().close();
});

test('a handler that is broken lies over the last good state with file, line and column, and is gone when mended', async () => {
  const { page, told, overlay } = await openInsights();
  project.write('src/handler.ts', handlerWith('The last good state.'));
  await page.getByText('The last good state.').first().waitFor();
  project.write('src/handler.ts', `${handlerWith('x')}const broken: number = ;\n`);
  await overlay.waitFor();
  expect(await overlay.innerText()).toContain(`${join(project.folder, 'src/handler.ts')}:9:24`);
  expect(await overlay.innerText()).toContain('SyntaxError: Expression expected');
  await page.getByText('The last good state.').first().waitFor();
  for (const theme of ['light', 'dark']) expect(await violationsOf(await openBroken(theme))).toEqual([]);
  project.write('src/handler.ts', handlerWith('Mended by hand.'));
  await page.getByText('Mended by hand.').first().waitFor();
  await overlay.waitFor({ state: 'detached' });
  expect((await told()).filter((kind) => kind === 'failures')).toHaveLength(2);
  await page.context().close();
});

test('a definition that is broken lies over the last good state, too', async () => {
  const { page, overlay } = await openInsights('language=de-DE');
  const german = page.getByRole('region', { name: 'Der neueste Stand wird nicht gezeigt' });
  project.write(definition, '{\n  "swagger": "2.0",\n  "info": ?\n}\n');
  await german.waitFor();
  expect(await german.innerText()).toMatch(/apiDefinition\.swagger\.json:3:\d+/);
  await page.getByText('Mended by hand.').first().waitFor();
  project.write(definition, definitionWith('Partner Quotes', project.address));
  await german.waitFor({ state: 'detached' });
  expect(await overlay.count()).toBe(0);
  await page.context().close();
});

test('what lint finds stands beside its action, and a button mends it in the file', async () => {
  const path = join(project.folder, definition);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace('"This action gets additional', '"this action gets  additional'));
  const page = await pane.open('?page=connectors');
  await page
    .getByRole('button', { name: /Partner Quotes/ })
    .first()
    .click();
  const mend = page.getByRole('button', { name: 'Mend' });
  await mend.waitFor();
  await page.getByRole('button', { name: /^Details of scp-get-sales-highlights/ }).click();
  await page.getByText('Can be mended').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await mend.click();
  await page.getByText('What was changed').waitFor();
  await mend.waitFor({ state: 'detached' });
  expect(readFileSync(path, 'utf8')).toContain('"This action gets additional');
  await page.context().close();
});

test('no page asked another machine for anything, and the content security policy had nothing to refuse', () => {
  expect(pane.trespasses).toEqual([]);
});
