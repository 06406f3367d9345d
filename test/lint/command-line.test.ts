/** `saleskit lint` and `saleskit explain` as processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { zipOf } from './zip-of.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const name = 'apiDefinition.swagger.json';

interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function started(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: folder });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const ended = once(child, 'close').then(([code]): Output => ({ code: code as number, ...output }));
  return { child, output, ended };
}
const run = (...args: string[]) => started(...args).ended;
const lint = (...args: string[]) => run('lint', ...args);
async function linted(...args: string[]) {
  const { stdout, ...rest } = await lint(...args, '--format', 'json');
  return { ...rest, packages: JSON.parse(stdout).packages as { path: string; findings: { rule: string }[] }[] };
}
const put = (path: string, content: string | Buffer) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};

cpSync(join(root, 'contoso-hub/package'), join(folder, 'many/hub'), { recursive: true });
put(`many/below/here/${name}`, '{ "swagger": "2.0", "info": { "title": "Here" }, "paths": {} }');
put('many/notes/readme.md', '# Notes');
put(`many/node_modules/x/${name}`, '{}');
put(`odd [x]/${name}`, '{ "swagger": "2.0", "paths": {} }');
put('hub.zip', zipOf({ [name]: readFileSync(join(root, 'contoso-hub/package', name)) }));
put('misnamed/apiDefination.swagger.json', '{}');

describe('PATH', () => {
  test.each<[string, string[], string[]]>([
    ['a folder full of packages', ['many'], ['many/below/here', 'many/hub']],
    ['a pattern', ['many/*'], ['many/hub']],
    ['a pattern of files', [`many/**/${name}`], [`many/below/here/${name}`, `many/hub/${name}`]],
    ['several, one twice', ['many/hub', 'many', 'many/hub'], ['many/hub', 'many/below/here']],
    ['a name with signs of patterns', ['odd [x]'], ['odd [x]']],
    ['a zip', ['hub.zip'], [`hub.zip!${name}`]],
  ])('%s', async (_what, paths, expected) => {
    const { packages } = await linted(...paths, '--rules', 'guidelines');
    expect(packages.map(({ path }) => path)).toEqual(expected);
  });

  test('- is a definition, or a zip', async () => {
    for (const [content, path] of [
      [readFileSync(join(folder, `many/hub/${name}`)), 'standard input'],
      [readFileSync(join(folder, 'hub.zip')), `standard input!${name}`],
    ] as const) {
      const { child, ended } = started('lint', '-', '--format', 'json');
      child.stdin.end(content);
      expect(JSON.parse((await ended).stdout).packages.at(-1).path).toBe(path);
    }
  });

  test.each<[string, string[], RegExp]>([
    ['a folder without a definition', ['many/notes'], /many\/notes has no apiDefinition\.swagger\.json/],
    ['one with a misspelled definition', ['misnamed'], /Is apiDefination\.swagger\.json meant\?/],
    ['nothing', ['none'], /none is not there/],
    ['a pattern of nothing', ['none/*'], /The pattern none\/\* matches no connector package/],
    ['no path', [], /Give at least one package/],
    ['an unknown rule', ['many', '--rules', 'x'], /no rule and no group "x"/],
    ['a configuration that is not there', ['many', '--config', 'none.json'], /no configuration .*none\.json/],
  ])('%s is named, and ends with 2', async (_what, args, words) => {
    const { code, stdout, stderr } = await lint(...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(words)]);
  });

  test('one that is not there keeps the others from nothing', async () => {
    const { code, stderr, packages } = await linted('none', 'many/hub');
    expect([code, packages.map(({ path }) => path)]).toEqual([2, ['many/hub']]);
    expect(stderr).toMatch(/^none is not there/);
  });

  test('an archive that cannot be read is an error', async () => {
    put('broken.zip', 'x');
    const { code, packages } = await linted('broken.zip');
    expect([code, packages.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])]).toEqual([
      1,
      [['broken.zip', ['archive-unreadable']]],
    ]);
  });
});

describe('suppressions', () => {
  const suppress = (...entries: object[]) => JSON.stringify({ lint: { suppress: entries } });
  const reason = 'Drawn so.';

  test('take findings out, and are told where they are not needed', async () => {
    put('own.json', suppress({ rule: 'icon-logo-size', reason }, { rule: 'icon-size', path: 'many/hub', reason }));
    const { packages } = await linted('many/hub', '--config', 'own.json', '--rules', 'package');
    expect(packages.map(({ path, findings }) => [path, findings])).toEqual([
      ['many/hub', []],
      [
        'own.json',
        [expect.objectContaining({ rule: 'suppression-unused', pointer: '/lint/suppress/1', severity: 'info' })],
      ],
    ]);
  });

  test.each<[string, object, RegExp]>([
    ['without a reason', { rule: 'icon-size' }, /reason is missing/],
    ['with an empty reason', { rule: 'icon-size', reason: ' ' }, /a reason in words is expected/],
    ['of an unknown rule', { rule: 'icon-sise', reason }, /no rule "icon-sise"\. Is icon-size meant/],
  ])('%s are refused', async (_what, entry, words) => {
    put('refused.json', suppress(entry));
    const { code, stderr } = await lint('many/hub', '--config', 'refused.json');
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  });
});

test('--fix mends in the text what is safe, says what, and has nothing to do a second time', async () => {
  const settings = (environment: string, script: string) =>
    `{\r\n    "apiDefinition": "${name}", "script": "${script}",\r\n    "environment": "Default-${environment}"\r\n}`;
  const id = '0A1B2C3D-0000-4000-8000-0123456789AB';
  put(`mended/${name}`, '{ "swagger": "2.0", "paths": {} }');
  put('mended/script.csx', '');
  put('mended/settings.json', settings(id, 'Script.csx'));
  const fix = () => linted('mended', '--fix', '--rules', 'settings-environment,settings-file-missing');
  const first = await fix();
  expect(first.stderr).toBe('Mended mended/settings.json: settings-file-missing, settings-environment\n');
  expect(first.packages[0]?.findings).toEqual([]);
  const mended = settings(id.toLowerCase(), 'script.csx');
  expect(readFileSync(join(folder, 'mended/settings.json'), 'utf8')).toBe(mended);
  expect((await fix()).stderr).toBe('');
  put('mended.zip', zipOf({ [name]: '{}', 'settings.json': settings(id, 'script.csx') }));
  const [zipped] = (await linted('mended.zip', '--fix', '--rules', 'settings-environment')).packages;
  expect(zipped?.findings).toEqual([expect.objectContaining({ fixable: false })]);
});

describe('explain', () => {
  test('tells of a rule, in any case', async () => {
    const { code, stdout } = await run('explain', 'ICON-SIZE');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^icon-size \(package, warning\)\n[\s\S]*Why: [\s\S]*Source: [\s\S]*Good[\s\S]*Bad/);
  });

  test('lists all without one, and hints at the nearest', async () => {
    expect((await run('explain')).stdout).toMatch(/^guidelines\n {2}\S[\s\S]*\npackage\n/);
    const { code, stderr } = await run('explain', 'icon-sise');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/Is icon-size meant\?/)]);
  });
});

test('--watch lints again when a file changes, and ends when told', async () => {
  put(`watched/${name}`, '{ "swagger": "2.0", "paths": {} }');
  const { child, output, ended } = started('lint', 'watched', '--watch', '--rules', 'package', '--severity', 'error');
  await expect.poll(() => output.stderr, { timeout: 10_000 }).toMatch(/Watching/);
  put(`watched/${name}`, '{ "swagger": "2.0", "paths": {}, }');
  await expect.poll(() => output.stdout, { timeout: 10_000 }).toMatch(/file-trailing-comma/);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(1);
});
