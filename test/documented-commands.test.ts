/** Every command of the guide is one that there is, with options that there are; those that end by themselves are run. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { usage as hubUsage, readCommand } from '../contoso-hub/command-line.ts';
import { generate } from '../contoso-hub/data/generate.ts';
import { serve } from '../contoso-hub/serve.ts';
import { filesOf } from '../src/scaffold/scaffold.ts';
import {
  argumentsOf,
  commandsOf,
  type DocumentedCommand,
  inlineCommandsOf,
  textOf,
  writtenPages,
} from './documented-commands.ts';
import { planWith } from './new-project.ts';
import { type RunningHub, startHub } from './running-hub.ts';

const root = join(import.meta.dirname, '..');

/** Pages whose commands go through a test of their own, or cannot be run here, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'docs/guide/your-connector-over-your-existing-api.md': 'test/guide.test.ts runs the whole page',
  'docs/guide/the-sample-into-yours.md': 'test/published-package.test.ts copies Contoso Hub out and runs it',
  'docs/guide/postgresql.md': 'contoso-hub/store/postgres-store.test.ts, on a server of its own',
  'docs/guide/azure.md': 'needs a subscription of Azure',
  'docs/guide/containers.md': 'needs Docker',
  'docs/guide/dev-tunnels.md': 'needs a dev tunnel',
};
/** Programs that are not ours, or that other tests run: what follows is theirs to judge. */
const foreign: Readonly<Record<string, string>> = {
  cd: 'the shell',
  'npm install': 'test/new-connector.test.ts and test/published-package.test.ts',
  'npm test': 'this is it',
  'npm start': 'test/pane starts the same',
  '#!/bin/sh': 'a hook of Git: test/published-package.test.ts',
  git: 'a hook of Git: test/published-package.test.ts',
  'npx @modelcontextprotocol/inspector': 'test/mcp/processes.test.ts',
  curl: 'run below',
};
/** Options of verify that need more around it than stands here. */
const provenBy: Readonly<Record<string, string>> = {
  '--auth': 'test/verify/authenticated-hub.test.ts',
  '--back-end-port': 'src/cli/verify/back-end-recorder.test.ts',
};

/** Of `npm run release`. */
const releaseUsage = '--publish';

const pages = writtenPages.filter((page) => commandsOf(page).length + inlineCommandsOf(page).length > 0);
const everyCommand = pages.flatMap((page) => [...commandsOf(page), ...inlineCommandsOf(page)]);
const scriptsOf = (manifest: string) => Object.keys(JSON.parse(manifest).scripts as object);
const scripts = [
  ...scriptsOf(readFileSync(join(root, 'package.json'), 'utf8')),
  ...scriptsOf(String(filesOf(planWith(), '0.1.0').get('package.json'))),
];
const optionsIn = (words: readonly string[]) => words.flatMap((word) => /^--[a-z][a-z-]*/.exec(word) ?? []);
const declares = (usage: string, option: string) => new RegExp(`${option}(?![a-z-])`).test(`${usage} --help --version`);

/** What the command prints for --help. */
async function usageOf(name: string): Promise<string> {
  return (await import(`../src/cli/commands/${name}.ts`)).usage;
}

test('every command and every option of saleskit is one', async () => {
  for (const command of everyCommand) {
    const [name = '--help', ...args] = argumentsOf(command, 'saleskit') ?? [];
    if (name.startsWith('-')) continue;
    const usage = await usageOf(name);
    const unknown = optionsIn(args).filter((option) => !declares(usage, option));
    expect(unknown, `${command.page}: ${command.text}`).toEqual([]);
  }
});

test('every option of Contoso Hub is one', () => {
  for (const command of everyCommand) {
    const unknown = optionsIn(argumentsOf(command, 'contoso-hub') ?? []).filter(
      (option) => !declares(hubUsage, option),
    );
    expect(unknown, `${command.page}: ${command.text}`).toEqual([]);
  }
});

test('every option that a sentence names is one of ours', async () => {
  const names = globSync('*.ts', { cwd: join(root, 'src/cli/commands') }).map((file) => file.slice(0, -'.ts'.length));
  const usages = (await Promise.all(names.map(usageOf))).join(`${hubUsage}${releaseUsage}`);
  const named = pages
    .filter((page) => page.startsWith('docs/guide/') && !(page in elsewhere))
    .flatMap((page) => [...textOf(page).matchAll(/`(--[a-z][a-z-]*)/g)].map(([, option = '']) => `${page}: ${option}`));
  expect(named.filter((each) => !declares(usages, each.split(': ')[1] ?? ''))).toEqual([]);
});

test('every script of npm is one', () => {
  const named = everyCommand.flatMap(({ page, words: [program, first, second, third] }) => {
    const script = program !== 'npm' || first !== 'run' ? undefined : second === '-s' ? third : second;
    return script && !scripts.includes(script) ? [`${page}: ${script}`] : [];
  });
  expect(named).toEqual([]);
});

test('every test that is named here is there', () => {
  const reasons = [elsewhere, foreign, provenBy].flatMap((table) => Object.values(table));
  const named = reasons.flatMap((reason) => reason.match(/(?:test|src)\/[\w/.-]+\.ts/g) ?? []);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every other program is one that is known here', () => {
  const unknown = pages
    .filter((page) => !(page in elsewhere))
    .flatMap(commandsOf)
    .filter((command) => !argumentsOf(command, 'saleskit') && !argumentsOf(command, 'contoso-hub'))
    .filter(({ words: [first = '', second = ''] }) => !(first in foreign) && !(`${first} ${second}` in foreign))
    .filter(({ words: [first, second] }) => !(first === 'npm' && second === 'run'));
  expect(unknown.map(({ page, text }) => `${page}: ${text}`)).toEqual([]);
});

describe('what ends by itself does so, and says that all is well', () => {
  let hub: RunningHub;
  const folder = mkdtempSync(join(tmpdir(), 'documented-'));
  const stood = process.cwd();
  beforeAll(async () => {
    hub = await startHub('--throttle', 'off');
    const write = (...args: unknown[]) => {
      const done = args.at(-1);
      if (typeof done === 'function') done();
      return true;
    };
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(write as never);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    process.chdir(stood);
    await hub.close();
    rmSync(folder, { recursive: true });
  });

  /** What the commands of a page find, beside each other as the guide has them. */
  function stand(page: string): void {
    // With a folder around it: pages name folders beside the one that they stand in.
    const place = join(folder, page.replaceAll('/', '-'), 'here');
    const ownPackage = join(root, 'contoso-hub/package');
    mkdirSync(join(place, 'path/to'), { recursive: true });
    symlinkSync(join(root, 'contoso-hub'), join(place, 'contoso-hub'), 'junction');
    for (const name of ['package', 'packages/hub', 'path/to/package'])
      cpSync(ownPackage, join(place, name), { recursive: true });
    cpSync(join(root, 'test/from-openapi/e-signature.yaml'), join(place, 'openapi.yaml'));
    writeFileSync(
      join(place, 'thread.eml'),
      'From: alberto@fourthcoffee.com\nTo: kenny@contoso.com\nSubject: Price\n\nWhat is it?\n',
    );
    process.chdir(place);
  }

  const inPlaceOf = (word: string) =>
    word
      .replace(/^http:\/\/127\.0\.0\.1:(3000|8080)/, hub.address)
      .replace('https://my.salesforce.com', 'https://contoso.my.salesforce.com')
      .replace(/^<.*>$/, '00000000-0000-4000-8000-000000000001');

  async function runSaleskit(name: string, args: readonly string[]): Promise<number> {
    // Nobody is there to be asked, and few inputs show the same.
    const further: Record<string, string[]> = {
      new: ['--yes'],
      verify: ['--requests', '1', '--checks', 'answer-status'],
    };
    const { command } = await import(`../src/cli/commands/${name}.ts`);
    const more = args.includes(further[name]?.[0] ?? '') || args.includes('--replay') ? [] : (further[name] ?? []);
    return command([...args.map(inPlaceOf), ...more]);
  }

  async function runHub({ words }: DocumentedCommand, args: readonly string[]): Promise<void> {
    const environment = Object.fromEntries(
      words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')),
    );
    const quick = args.map((arg, index) => (args[index - 1] === '--port' ? '0' : arg.replace('100000', '10')));
    const settings = readCommand(quick.map(inPlaceOf), { CONTOSO_HUB_PORT: '0', ...environment });
    if (settings.command === 'generate') await generate(settings);
    if (settings.command === 'serve') await (await serve({ ...settings, logLevel: 'silent' })).close();
  }

  /** A request as it stands in the page, of the Contoso Hub that runs here. */
  async function runCurl({ text }: DocumentedCommand): Promise<void> {
    const here = text.replace('http://127.0.0.1:8080', hub.address);
    const { stdout } = await promisify(execFile)('bash', ['-c', here.replace(/^curl/, 'curl --silent --fail')]);
    expect(JSON.parse(stdout).value, text).not.toEqual([]);
  }

  const ends = ['new', 'add', 'call', 'lint', 'explain', 'verify', 'pack'];
  const isRun = (command: DocumentedCommand) => {
    const [name = ''] = argumentsOf(command, 'saleskit') ?? [];
    return ends.includes(name) && !(name === 'verify' && command.words.some((word) => word in provenBy));
  };

  const runnable = pages
    .filter((page) => !(page in elsewhere))
    .filter((page) => commandsOf(page).some((command) => isRun(command) || argumentsOf(command, 'contoso-hub')));

  test.each(runnable)('%s', { timeout: 60_000 }, async (page) => {
    stand(page);
    for (const command of commandsOf(page)) {
      const [hubArguments, [name = '', ...args] = []] = [
        argumentsOf(command, 'contoso-hub'),
        argumentsOf(command, 'saleskit'),
      ];
      if (command.words[0] === 'curl') await runCurl(command);
      else if (hubArguments) await runHub(command, hubArguments);
      // A fault on purpose is what exit code 1 is for.
      else if (isRun(command))
        expect(await runSaleskit(name, args), command.text).toBe(args.includes('--fault') ? 1 : 0);
    }
  });
});
