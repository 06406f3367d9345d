/** Installs what a folder's package-lock.json asks for, where that has not been done yet. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Told where the packages cannot be had; in npm's words, and what to do. */
export class NotInstalled extends Error {}

const root = join(import.meta.dirname, '..');
const windows = process.platform === 'win32';

/**
 * Gives the folder's node_modules. Installs aside and moves the whole into its place: what stands there is complete,
 * whatever ends this process, and two that install at once do not disturb each other. Shows its progress on a terminal.
 */
export async function installPackages(folder: string, names: string): Promise<string> {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const installed = join(folder, 'node_modules');
  const isInstalled = () => isStamped(installed, wanted);
  if (isInstalled()) return installed;

  const aside = mkdtempSync(join(folder, 'installing-'));
  const remove = () => rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  try {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(folder, file), join(aside, file));
    const settings = [join(folder, '.npmrc'), join(root, '.npmrc')].find((file) => existsSync(file));
    if (settings) copyFileSync(settings, join(aside, '.npmrc'));
    await npmCi(aside, names);
    const fresh = join(aside, 'node_modules');
    mkdirSync(fresh, { recursive: true });
    writeFileSync(stampOf(fresh), wanted);
    if (!isInstalled()) replace(installed, fresh, isInstalled);
    return installed;
  } finally {
    process.off('exit', remove);
    remove();
  }
}

const stampOf = (modules: string) => join(modules, '.installed');

function isStamped(modules: string, wanted: string): boolean {
  return existsSync(stampOf(modules)) && readFileSync(stampOf(modules), 'utf8') === wanted;
}

/** Somebody else may have been quicker by this much. */
function replace(installed: string, fresh: string, isInstalled: () => boolean): void {
  rmSync(installed, { recursive: true, force: true });
  try {
    renameSync(fresh, installed);
  } catch (error) {
    if (!isInstalled()) throw error;
  }
}

async function npmCi(folder: string, names: string): Promise<void> {
  const end = showProgress(names);
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    shell: windows,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.prependOnceListener('exit', kill);
  try {
    const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    if (code !== 0) throw refused(names, words.trim());
  } catch (error) {
    throw error instanceof NotInstalled ? error : refused(names, (error as Error).message);
  } finally {
    process.off('exit', kill);
    end();
  }
}

function refused(names: string, words: string): NotInstalled {
  const needs = 'npm ci needs the npm registry, or a mirror named in .npmrc.';
  return new NotInstalled(`${names} could not be installed. ${needs} It said:\n${words}`);
}

/** Gives what clears the line. */
function showProgress(names: string): () => void {
  if (!process.stderr.isTTY) return () => {};
  const began = performance.now();
  const show = () => {
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stderr.write(`\r\u001b[KInstalling ${names} (npm ci, once) … ${seconds} s`);
  };
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\u001b[K');
  };
}
