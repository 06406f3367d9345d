/** The examples of the guides are code that compiles, held against the types as they are, and commands that do what is said. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { blocksOf } from './documented-commands.ts';
import { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '..');
const folder = `test/guide-example-${process.pid}`;
const started: ChildProcess[] = [];
mkdirSync(join(root, folder));
afterAll(() => {
  for (const child of started) child.kill();
  rmSync(join(root, folder), { recursive: true });
});

const codeOf = (guide: string) =>
  blocksOf(`docs/guide/${guide}`)
    .filter(({ language }) => language === 'ts')
    .map(({ text }) => text);

test.each([
  ['a-connector-of-your-own.md', 1],
  ['your-connector-over-your-existing-api.md', 3],
])('the examples of %s pass the type checker', { timeout: 60_000 }, (guide, count) => {
  const files = codeOf(guide).map((text, index) => {
    const file = join(root, folder, `${guide}-${index}.ts`);
    writeFileSync(file, text);
    return file;
  });
  expect(files).toHaveLength(count);
  const options = [
    '--noEmit',
    '--strict',
    '--noUnusedLocals',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--skipLibCheck',
  ];
  const types = ['--allowImportingTsExtensions', '--erasableSyntaxOnly', '--verbatimModuleSyntax', '--types', 'node'];
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '--ignoreConfig', ...options, ...types, ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('every command of “Your connector over your existing API” does what is said below it', {
  timeout: 60_000,
}, async () => {
  const guide = 'your-connector-over-your-existing-api.md';
  const [first, second] = [String(await freePort()), String(await freePort())];
  const here = (text: string) =>
    text.replaceAll('9001', first).replaceAll('9002', second).replaceAll('my-connector', `${folder}/mine`);
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };
  const [api = '', connector = ''] = codeOf(guide);
  const files: Record<string, string> = { 'api.ts': here(api), 'connector.ts': here(connector) };

  let printed = '';
  for (const { language, text } of blocksOf(`docs/guide/${guide}`)) {
    if (language === 'json') expect(JSON.parse(printed)).toEqual(JSON.parse(text));
    if (language !== 'sh') continue;
    for (const command of here(text).trim().split('\n')) printed = await run(command);
  }

  async function run(command: string): Promise<string> {
    if (command === 'kill %1') {
      const [job] = started;
      job?.kill();
      await once(job as ChildProcess, 'close');
      return '';
    }
    if (command.endsWith(' &')) return inBackground(command.slice(0, -2));
    const { stdout, stderr, status } = spawnSync('bash', ['-c', command], { cwd: root, env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    if (command.startsWith('mkdir')) {
      for (const [name, content] of Object.entries(files)) writeFileSync(join(root, folder, 'mine', name), content);
    }
    return stdout;
  }

  /** Starts it, and waits until it says that it is there. */
  async function inBackground(command: string): Promise<string> {
    const child = spawn('bash', ['-c', `exec ${command}`], { cwd: root, env });
    started.push(child);
    const [said] = await once(child.stdout, 'data');
    return String(said);
  }
});
