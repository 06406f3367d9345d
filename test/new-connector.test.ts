/** From nothing to a connector in the Sales pane, as its developer goes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { filesOf } from '../src/scaffold/scaffold.ts';
import { freePort } from './free-port.ts';
import { startESignature } from './from-openapi/e-signature-server.ts';
import {
  emptyFolder,
  moveToFreePort,
  planWith,
  rewrite,
  run,
  saleskit,
  serveProject,
  typeCheck,
  writeProject,
} from './new-project.ts';
import { npmInstall, runIn } from './npm.ts';
import { packedSaleskit } from './packed-saleskit.ts';
import { type RunningPane, startPane, startPaneByNpm } from './pane/open-pane.ts';
import type { Json } from './running-host.ts';

const opportunity = 'opportunity:50cafe00-a100-4000-8000-000000000001';
const eSignatureDocument = join(import.meta.dirname, 'from-openapi/e-signature.yaml');
const parent = emptyFolder();
beforeAll(() => {
  // Projects below find here what npm install would bring into each of them, but for another Node.
  const { node: _, ...devDependencies } = JSON.parse(
    String(filesOf(planWith(), '0.1.0').get('package.json')),
  ).devDependencies;
  writeFileSync(join(parent.path, 'package.json'), JSON.stringify({ private: true, devDependencies }));
  npmInstall(parent.path, packedSaleskit());
}, 180_000);
afterAll(() => parent.remove());

/** The files of a project's package by name. */
function packageIn(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'package'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, 'package', name), 'latin1')]));
}

describe.each([
  {
    args: ['my-quotes', '--publisher', "L'Atelier & Co.", '--languages', 'en,de'],
    title: 'My Quotes',
    has: '5 extension points and 1 chat skill',
    tests: 7,
  },
  { args: ['sign', '--from', eSignatureDocument], title: 'Woodgrove Sign', has: '5 extension points', tests: 6 },
])('new $args.0, of the package that is published', ({ args, title, has, tests }) => {
  const name = String(args[0]);
  const project = join(parent.path, name);
  const npm = (...words: string[]) => runIn(project, 'npm', words);
  let made: ReturnType<typeof runIn>;
  let pane: RunningPane;
  beforeAll(async () => {
    made = runIn(parent.path, 'npx', ['--no', '--', 'saleskit', 'new', ...args, '--yes']);
    await moveToFreePort(project);
    pane = await startPaneByNpm(project);
  });
  afterAll(() => pane.close());

  test('tells what it made and how to go on', () => {
    expect(made.stderr).toBe('');
    expect(made.stdout).toMatch(new RegExp(`^${title} stands in ${name}: \\d+ files, ${has}\\.$`, 'm'));
    expect(made.stdout).toMatch(new RegExp(`^  cd ${name}\n  npm install \\S+saleskit-\\S+\\.tgz\n  npm start `, 'm'));
    expect(made.status).toBe(0);
  });

  test('npm start alone shows its records and insights in the Sales pane, beside those of Contoso Hub', async () => {
    const page = await pane.open(`?page=records&record=${opportunity}`);
    const records = page.getByRole('region', { name: `Agreements from ${title}` });
    await records.getByText('Purchase agreement for 50 Cafe A-100').waitFor();
    await page.getByText('Fourth Coffee opened “Purchase agreement for 50 Cafe A-100”.').first().waitFor();
    await page.getByRole('region', { name: 'Agreements from Contoso Hub' }).waitFor();
    expect(pane.trespasses).toEqual([]);
  });

  test('npm test: its types are right, and its own test passes', () => {
    const { stdout, status } = npm('test');
    expect(stdout).toMatch(new RegExp(`^\\S+ pass ${tests}$`, 'm'));
    expect(status, stdout).toBe(0);
  });

  test('npm run lint finds no error in its package, and warns of what is to be filled in', () => {
    const { stdout, status } = npm('run', '-s', 'lint', '--', '--severity', 'warning', '--format', 'json');
    const found = new Set(JSON.parse(stdout).packages[0].findings.map(({ rule }: Json) => rule));
    expect([...found].sort()).toEqual(['authentication-missing', 'placeholder-left']);
    expect(status).toBe(0);
  });

  test('npm run verify, beside npm start, lets every check pass', () => {
    const { stdout, status } = npm('run', '-s', 'verify', '--', '--requests', '60');
    expect(stdout).toMatch(/\d+ passed/);
    expect(stdout).not.toMatch(/\d+ failed|[Cc]ould not run/);
    expect(status, stdout).toBe(0);
  });

  test('the package is what the project itself writes', () => {
    const before = packageIn(project);
    expect(npm('run', '-s', 'package')).toMatchObject({ stderr: '', status: 0 });
    expect(packageIn(project)).toEqual(before);
  });

  if (!args.includes('--from'))
    test('an error that a handler throws lies over the pane with file and line, until it is mended', async () => {
      const file = 'src/actions/record-details.ts';
      const page = await pane.open(`?page=records&record=${opportunity}`);
      await page.getByRole('region', { name: `Agreements from ${title}` }).waitFor();
      rewrite(project, file, /return agreements\.map\(/, 'return agreements.first.map(');
      const overlay = page.getByRole('region', { name: 'An error was thrown' });
      await overlay.getByText(/^TypeError: Cannot read properties of undefined/).waitFor();
      expect(await overlay.innerText()).toContain(`${join(project, file)}:11:29`);
      rewrite(project, file, /agreements\.first\./, 'agreements.');
      await overlay.waitFor({ state: 'detached' });
    });
  else
    test('with API_URL, written while the pane is open, it shows that API', async () => {
      const api = await startESignature();
      onTestFinished(async () => void (await api.close()));
      const page = await pane.open(`?page=records&record=${opportunity}`);
      await page.getByRole('region', { name: `Agreements from ${title}` }).waitFor();
      rewrite(project, 'local.env', /^# API_URL=https:\/\/api\.sign\.woodgrove\.example$/m, `API_URL=${api.address}`);
      await page
        .getByRole('region', { name: `Envelopes from ${title}` })
        .getByText('Non-disclosure')
        .waitFor();
      await page.getByText('The agreement was sent.').first().waitFor();
      // Without its line, an extension point answers with the example.
      rewrite(project, 'src/mapping.ts', /recordDetails, /, '');
      await page.getByRole('region', { name: `Agreements from ${title}` }).waitFor();
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
    const address = await moveToFreePort(folder);
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    for (const name of ['local.env', 'saleskit.config.json'])
      rewrite(folder, name, /http:\/\/127\.0\.0\.1:8102/, issuer);
    const file = join(folder, 'saleskit.config.json');
    const pane = await startPane('--identity-port', String(port), '--config', file);
    onTestFinished(pane.close);
    const unsigned = await fetch(`${address}/sales/record-details?recordType=opportunity&recordId=1`);
    expect(unsigned.status).toBe(401);
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
