/** The package as it is published, installed from its tarball into an empty folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { env, node, npmInstall, runIn } from './npm.ts';
import { packedSaleskit } from './packed-saleskit.ts';
import type { Json } from './running-host.ts';

const root = join(import.meta.dirname, '..');
const rootManifest: Json = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'saleskit-installed-'));
const installed = join(folder, 'node_modules/saleskit');
let tarball: string;

beforeAll(() => {
  tarball = packedSaleskit();
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  // The second is what Contoso Hub itself stands on.
  npmInstall(folder, tarball, `intl-messageformat@${rootManifest.dependencies['intl-messageformat']}`);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

const saleskit = (...args: string[]) => runIn(folder, node, [join(installed, 'cli.mjs'), ...args]);

/** Starts something that prints its address; it ends with the test. */
async function addressOf(...args: string[]): Promise<string> {
  const child = spawn(node, args, { cwd: folder, env });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  while (!output.stdout.includes('\n'))
    await Promise.race([
      once(child.stdout, 'data'),
      closed.then(() => Promise.reject(new Error(`It ended. ${output.stderr}`))),
    ]);
  return output.stdout.split('\n', 1)[0] ?? '';
}

test('publint has nothing to say about it', async () => {
  const data = readFileSync(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(data).buffer }, strict: true });
  const words = messages.map((message) => formatMessage(message, pkg, { color: false }) ?? '');
  // The project that `new` copies has a test of its own.
  expect(words.filter((each) => !each.includes('(/template/'))).toEqual([]);
});

test('its types are those of ES modules, however they are resolved', async () => {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
  // It is for ES modules: what require and the resolution of Node 10 make of it does not count.
  const passedOver = ['node10', 'node16-cjs'];
  const problems = (result.types ? result.problems : [{ kind: 'no types' }]) as Json[];
  expect(problems.filter(({ resolutionKind }) => !passedOver.includes(resolutionKind))).toEqual([]);
});

test('brings neither sources nor tests, and nothing of what it is developed with', () => {
  const isOurs = (name: string) => !name.startsWith('template') && statSync(join(installed, name)).isFile();
  const files = globSync('**/*', { cwd: installed }).filter(isOurs);
  const kinds = /^(LICENSE|.*\.(mjs|mjs\.map|d\.ts|json|md|js|css|html|svg|png))$/;
  expect(files.filter((name) => !kinds.test(name) || /\.test\.|fixtures/.test(name))).toEqual([]);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const asked = Object.keys({ ...dependencies, ...optionalDependencies });
  expect(asked.filter((name) => name in rootManifest.devDependencies)).toEqual([]);
  const others = readdirSync(join(folder, 'node_modules'));
  const tools = ['vite', 'vitest', 'rolldown', 'react', '@fluentui', 'playwright', 'typescript', '@types'];
  expect(others.filter((name) => tools.includes(name))).toEqual([]);
});

test('passes on the licences of what is bundled into it', () => {
  const licenses = (name: string) => readFileSync(join(installed, name), 'utf8');
  expect(licenses('third-party-licenses.md')).toMatch(/^## yaml \d+\.\d+\.\d+ \(ISC\)\n\nCopyright/m);
  expect(licenses('pane/third-party-licenses.md')).toMatch(/^## react - /m);
  expect(licenses('LICENSE')).toMatch(/^MIT License/);
});

test('has a command that tells its version', () => {
  const { status, stdout, stderr } = runIn(folder, 'npx', ['--no', '--', 'saleskit', '--version']);
  expect([status, stdout], stderr).toEqual([0, `${rootManifest.version}\n`]);
});

test.each(['dev', 'call', 'lint', 'explain'])('%s --help names the command as it is installed', (command) => {
  const { status, stdout, stderr } = saleskit(command, '--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`npx saleskit ${command}`);
  expect(stdout).not.toContain('npm run');
});

test('lints Contoso Hub with the same JSON as the sources do', () => {
  const args = ['lint', join(root, 'contoso-hub/package'), '--format', 'json'];
  const expected = runIn(root, process.execPath, ['src/cli/main.ts', ...args]);
  const found = saleskit(...args);
  expect([found.status, found.stderr]).toEqual([expected.status, expected.stderr]);
  expect(JSON.parse(found.stdout)).toEqual(JSON.parse(expected.stdout));
});

test('does what the guide’s hooks before a commit call', () => {
  const guide = readFileSync(join(root, 'docs/guide/linting.md'), 'utf8');
  const [, entry = ''] = /entry: (.+)/.exec(guide) ?? [];
  expect(guide).toContain(`|| exec ${entry}\n`);
  const [command = '', ...args] = entry.split(' ');
  const packages = join(folder, 'packages');
  cpSync(join(root, 'contoso-hub/package'), join(packages, 'hub'), { recursive: true });
  onTestFinished(() => rmSync(packages, { recursive: true }));
  const { status, stderr } = runIn(folder, command, args);
  expect(status, stderr).toBe(0);
  writeFileSync(join(packages, 'hub/apiDefinition.swagger.json'), '{');
  expect(runIn(folder, command, args).status).toBe(1);
});

test('gives by name what the sources give', async () => {
  const names = ['connector', 'contract', 'configuration'];
  const script = `for (const name of ${JSON.stringify(names)}) console.log(Object.keys(await import('saleskit/' + name)).sort().join())`;
  const { stdout, stderr } = runIn(folder, node, ['--input-type=module', '--eval', script]);
  const sources = await Promise.all([
    import('../src/connector/connector.ts'),
    import('../src/contract/contract.ts'),
    import('../src/host/configuration/configuration.ts'),
  ]);
  expect(stdout, stderr).toBe(sources.map((each) => `${Object.keys(each).sort().join()}\n`).join(''));
});

const connectorInTypeScript = `import { authenticationOff, connector, createService, listen } from 'saleskit/connector';
import { defineConfiguration } from 'saleskit/configuration';
import { extensionPoints, type ItemOf } from 'saleskit/contract';

type Activity = ItemOf<typeof extensionPoints.recordSummary>;
export const configuration = defineConfiguration({ packages: ['.'] });

const hub = connector({
  title: 'Acme',
  description: 'Acme tells what it knows about your customers.',
  version: '1.0',
  publisher: 'Acme',
  contact: { name: 'Acme', url: 'https://acme.example', email: 'acme@acme.example' },
  website: 'https://acme.example',
  privacyPolicy: 'https://acme.example/privacy',
  categories: ['Sales and CRM'],
  icon: { png: new Uint8Array(), brandColor: '#0b5c63' },
  auth: authenticationOff('acme'),
  languages: ['en'],
  async recordSummary({ recordId, top }, { language }): Promise<Activity[]> {
    const most: number = top;
    // @ts-expect-error The language is a string.
    const wrong: number = language;
    return [{ title: recordId, description: \`\${most} \${wrong}\`, dateTime: '2026-01-01T00:00:00Z' }];
  },
});
console.log(await listen(await createService(hub, {}), hub, { host: '127.0.0.1', port: 0 }));
`;

test('a connector in TypeScript is type-checked against it, and runs', async () => {
  const guide = readFileSync(join(root, 'docs/guide/a-connector-of-your-own.md'), 'utf8');
  writeFileSync(join(folder, 'guide.ts'), /```ts\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  writeFileSync(join(folder, 'acme.ts'), connectorInTypeScript);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', ...types];
  const checked = runIn(folder, process.execPath, [compiler, '--ignoreConfig', ...options, 'acme.ts', 'guide.ts']);
  expect(checked.stdout).toBe('');

  const address = await addressOf('acme.ts');
  const path = '/api/enhanceskills/related-activities?recordType=account&recordId=a1';
  const answer = await fetch(`${address}${path}`, { headers: { 'x-ms-client-request-id': 'r1' } });
  expect(((await answer.json()) as Json).value[0].title).toBe('a1');
});

const anyPorts = ['--port', '0', '--contoso-hub-port', '0', '--identity-port', '0'];

test('dev serves the pane, with Contoso Hub and its sign-in', async () => {
  const address = await addressOf(join(installed, 'cli.mjs'), 'dev', ...anyPorts);
  const page = await (await fetch(address)).text();
  const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
  expect((await fetch(`${address}${script}`)).headers.get('content-type')).toMatch('text/javascript');
  const [hub] = (await (await fetch(`${address}/api/connectors`)).json()) as Json[];
  expect(hub.title).toBe('Contoso Hub');
  expect((await fetch(`${hub.url}/api/enhanceskills/related-activities`)).status).toBe(401);
});

test('Contoso Hub runs on it', async () => {
  const isTest = (name: string) => /\.(test|cases)\.ts$/.test(name);
  cpSync(join(root, 'contoso-hub'), join(folder, 'contoso-hub'), { recursive: true, filter: (name) => !isTest(name) });
  const address = await addressOf('contoso-hub/main.ts', '--port', '0', '--log-level', 'silent');
  const query = 'recordType=opportunity&recordId=50cafe00-a100-4000-8000-000000000001&top=1';
  const answer = await fetch(`${address}/api/enhanceskills/related-activities?${query}`);
  expect(await answer.json()).toMatchObject({ hasMoreResults: true, value: [{ title: expect.any(String) }] });
});

test('without its optional dependency dev says what is missing, and runs without Contoso Hub', async () => {
  const [provider, away] = [join(folder, 'node_modules/oidc-provider'), join(folder, 'oidc-provider-away')];
  expect(existsSync(provider)).toBe(true);
  renameSync(provider, away);
  onTestFinished(() => renameSync(away, provider));
  const { status, stderr } = saleskit('dev', ...anyPorts);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/needs oidc-provider.*--no-contoso-hub/)]);
  const address = await addressOf(join(installed, 'cli.mjs'), 'dev', '--no-contoso-hub', '--port', '0');
  expect((await fetch(address)).status).toBe(200);
});
