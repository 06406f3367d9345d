/** A project made by `saleskit new`, in a folder of its own, where saleskit is this repository. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Answers, filesOf, type Plan, planOf, questions } from '../src/scaffold/scaffold.ts';
import { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '..');
const main = join(root, 'src/cli/main.ts');

/** The plan of these answers, the others as usual. */
export function planWith(answers: Answers = {}): Plan {
  const usual = Object.fromEntries(questions.map((question) => [question.name, question.usual('my-quotes')]));
  const plan = planOf({ ...usual, ...answers } as Required<Answers>, new Date());
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

/** An empty folder; what it stands for is taken away by `remove`. */
export function emptyFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'saleskit-new-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** Writes the files of a plan, with what they depend on. */
export function writeProject(folder: string, plan: Plan): void {
  for (const [path, content] of filesOf(plan, '0.1.0')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  linkDependencies(folder);
}

/** What npm install would bring. */
export function linkDependencies(folder: string): void {
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules/saleskit'), 'junction');
  symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'), 'junction');
}

/** Lets the project listen at a free port, in the places that its README names; gives its address. */
export async function moveToFreePort(folder: string): Promise<string> {
  const port = await freePort();
  for (const name of ['saleskit.config.json', 'package.json'])
    rewrite(folder, name, /(?<=127\.0\.0\.1:)8080/, `${port}`);
  rewrite(folder, 'local.env', /^/, `PORT=${port}\n`);
  return `http://127.0.0.1:${port}`;
}

/** Replaces in a file of the project; what is to be replaced has to be there. */
export function rewrite(folder: string, name: string, pattern: RegExp, by: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  if (!pattern.test(text)) throw new Error(`${name} has no ${pattern}.`);
  writeFileSync(join(folder, name), text.replace(pattern, by));
}

export function saleskit(folder: string, ...args: string[]) {
  return run(folder, main, ...args);
}

export function typeCheck(folder: string) {
  return run(folder, join(root, 'node_modules/typescript/bin/tsc'));
}

/** Node, with these arguments. */
export function run(cwd: string, ...args: string[]) {
  return spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
}

export interface RunningProject {
  readonly address: string;
  close(): Promise<void>;
}

/** The project's own service on a free port, as `npm run serve` starts it. */
export async function serveProject(folder: string, env: NodeJS.ProcessEnv = {}): Promise<RunningProject> {
  const child = spawn(process.execPath, ['--env-file=local.env', 'src/main.ts'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const ended = closed.then(([code]) => Promise.reject(new Error(`The service ended (${code}).`)));
  const [address] = await Promise.race([line, ended]);
  ended.catch(() => {});
  const close = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  return { address, close };
}
