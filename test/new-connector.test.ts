/** From nothing to a connector in the Sales pane, as its developer goes. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { filesOf } from '../src/scaffold/scaffold.ts';
import { buildSaleskit } from './built-saleskit.ts';
import { freePort } from './free-port.ts';
import {
  emptyFolder,
  linkDependencies,
  planWith,
  type RunningProject,
  run,
  saleskit,
  serveProject,
  typeCheck,
  writeProject,
} from './new-project.ts';
import { type RunningPane, startPane } from './pane/open-pane.ts';
import type { Json } from './running-host.ts';

const opportunity = 'opportunity:50cafe00-a100-4000-8000-000000000001';
const parent = emptyFolder();
const project = join(parent.path, 'my-quotes');
const configurationFile = join(project, 'saleskit.config.json');
let made: ReturnType<typeof saleskit>;
let service: RunningProject;
beforeAll(async () => {
  made = saleskit(parent.path, 'new', 'my-quotes', '--yes', '--publisher', "L'Atelier & Co.", '--languages', 'en,de');
  linkDependencies(project);
  service = await serveProject(project);
});
afterAll(async () => {
  await service.close();
  parent.remove();
});

test('new tells what it made and how to go on', () => {
  expect(made.stderr).toBe('');
  expect(made.stdout).toMatch(/^My Quotes stands in my-quotes: \d+ files, 5 extension points and 1 chat skill\.\n/);
  expect(made.stdout).toContain('  cd my-quotes\n  npm install\n');
  expect(made.status).toBe(0);
});

test('saleskit as it is built makes the same files', () => {
  const [built, folder] = [buildSaleskit(), ownFolder()];
  onTestFinished(() => rmSync(built, { recursive: true }));
  const { stderr, status } = run(folder, join(built, 'cli.mjs'), 'new', '.', '--yes', '--name', 'My Quotes');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  expect(paths.sort()).toEqual([...filesOf(planWith(), '0.1.0').keys()].sort());
});

test('its types are right, and its own test passes', () => {
  expect(typeCheck(project)).toMatchObject({ stdout: '', status: 0 });
  const { stdout, status } = run(project, '--test', '--test-reporter=tap');
  expect(stdout).toMatch(/^# pass 7$/m);
  expect(status, stdout).toBe(0);
});

test('lint finds no error in its package, and warns of what is to be filled in', () => {
  const { stdout, status } = saleskit(project, 'lint', 'package', '--severity', 'warning', '--format', 'json');
  const found = new Set(JSON.parse(stdout).packages[0].findings.map(({ rule }: Json) => rule));
  expect([...found].sort()).toEqual(['authentication-missing', 'placeholder-left']);
  expect(status).toBe(0);
});

test('verify lets every check pass', () => {
  const languages = ['--language', 'en', '--language', 'de'];
  const args = ['verify', 'package', '--url', service.address, ...languages, '--requests', '60'];
  const { stdout, status } = saleskit(project, ...args);
  expect(stdout).toMatch(/\d+ passed/);
  expect(stdout).not.toMatch(/\d+ failed|[Cc]ould not run/);
  expect(status, stdout).toBe(0);
});

/** The files of a project's package by name. */
function packageIn(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'package'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, 'package', name), 'latin1')]));
}

test('the package is what the project itself writes', () => {
  const before = packageIn(project);
  expect(run(project, 'src/write-package.ts')).toMatchObject({ stderr: '', status: 0 });
  expect(packageIn(project)).toEqual(before);
});

describe('the Sales pane', () => {
  let pane: RunningPane;
  beforeAll(async () => {
    const configuration = JSON.parse(readFileSync(configurationFile, 'utf8'));
    configuration.packages = [join(project, 'package')];
    configuration.urls = { [configuration.packages[0]]: service.address };
    writeFileSync(configurationFile, JSON.stringify(configuration));
    pane = await startPane('--config', configurationFile);
  });
  afterAll(() => pane.close());

  test('shows its records and insights beside those of Contoso Hub', async () => {
    const page = await pane.open(`?page=records&record=${opportunity}`);
    const records = page.getByRole('region', { name: 'Agreements from My Quotes' });
    await records.getByText('Purchase agreement for 50 Cafe A-100').waitFor();
    await page.getByText('Fourth Coffee opened “Purchase agreement for 50 Cafe A-100”.').first().waitFor();
    await page.getByRole('region', { name: 'Agreements from Contoso Hub' }).waitFor();
    expect(pane.trespasses).toEqual([]);
  });
});

/** An empty folder for one test. */
function ownFolder(): string {
  const { path, remove } = emptyFolder();
  onTestFinished(remove);
  return path;
}

test.each(['entra', 'openid'])(
  'with %s, sellers sign in at the local provider, and the pane shows it',
  async (auth) => {
    const folder = ownFolder();
    writeProject(folder, planWith({ auth }));
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const own = await serveProject(folder, { ISSUER: issuer });
    onTestFinished(own.close);
    const unsigned = await fetch(`${own.address}/sales/record-details?recordType=opportunity&recordId=1`);
    expect(unsigned.status).toBe(401);
    const file = join(folder, 'saleskit.config.json');
    const configuration = JSON.parse(readFileSync(file, 'utf8'));
    expect(configuration.connections.package).toMatchObject({ issuer: 'http://127.0.0.1:8102' });
    configuration.urls.package = own.address;
    configuration.connections.package.issuer = issuer;
    writeFileSync(file, JSON.stringify(configuration));
    const pane = await startPane('--identity-port', String(port), '--config', file);
    onTestFinished(pane.close);
    const page = await pane.open();
    if (auth === 'openid') {
      await page
        .getByRole('region', { name: /Connect to My Quotes/ })
        .getByRole('button', { name: 'Sign in' })
        .click();
      // The pane has a button of that name, too.
      await page.waitForURL(`${issuer}/**`);
      await page.getByRole('button', { name: /Kenny Smith/ }).click();
      await page.getByRole('navigation', { name: 'Inbox' }).waitFor();
    }
    await page.goto(`${pane.address}?page=records&record=${opportunity}`);
    await page.getByRole('region', { name: 'Agreements from My Quotes' }).getByText('Purchase agreement').waitFor();
  },
);

test.each([
  ['entra', []],
  ['openid', ['--audience', 'api://todo-api']],
] as const)('with %s, verify with tokens of the local provider lets every check pass', async (auth, audience) => {
  const folder = ownFolder();
  writeProject(folder, planWith({ auth, data: 'database', 'chat-skills': 'none' }));
  const port = await freePort();
  process.env.SALESKIT_IDENTITY_PORT = String(port);
  const own = await serveProject(folder, { ISSUER: `http://127.0.0.1:${port}` });
  onTestFinished(own.close);
  const args = ['verify', 'package', '--url', own.address, '--auth', 'local', ...audience, '--requests', '30'];
  const { stdout, stderr, status } = saleskit(folder, ...args);
  delete process.env.SALESKIT_IDENTITY_PORT;
  expect(stdout).not.toMatch(/\d+ failed/);
  expect(status, stdout + stderr).toBe(0);
});

test.each([
  { points: 'email-summary', data: 'files', auth: 'openid', 'chat-skills': 'none', languages: 'nl,pt-BR' },
  {
    points: 'record-details',
    data: 'database',
    auth: 'entra',
    'chat-skills': 'About quotes,About orders',
    languages: 'ja',
  },
  { points: '', data: 'http', auth: 'none', 'chat-skills': 'About quotes', name: "Zoë's Quotes" },
])('with %j the types are right, its own test passes, and the package is its own', (answers) => {
  const folder = ownFolder();
  writeProject(folder, planWith(answers));
  const before = packageIn(folder);
  expect(run(folder, 'src/write-package.ts')).toMatchObject({ stderr: '', status: 0 });
  expect(packageIn(folder)).toEqual(before);
  expect(typeCheck(folder)).toMatchObject({ stdout: '', status: 0 });
  const { stdout } = run(folder, '--test', '--test-reporter=tap');
  expect(stdout).toMatch(/^# fail 0$/m);
});
