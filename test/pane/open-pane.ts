/** The whole product as a seller has it: `dev` as a process, the pane in a real Chromium. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Browser, chromium, type Page } from 'playwright';
import { browserFlags, installedBrowser } from '../../scripts/browser.ts';
import { env } from '../npm.ts';

const root = join(import.meta.dirname, '../..');

export interface RunningPane {
  readonly address: string;
  /** Of the local identity provider. */
  readonly issuer: string;
  /** A page in a browser of its own, at this query string. */
  open(search?: string, size?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** Between tests: every page that is open asks the connectors anew with every change, and the gateway counts. */
  closePages(): Promise<void>;
  /** What pages asked of other machines, and what the content security policy refused. */
  readonly trespasses: readonly string[];
  close(): Promise<void>;
}

const freePorts = ['--port', '0', '--contoso-hub-port', '0', '--identity-port', '0'];

/** Starts `dev` on free ports with further arguments, and a browser. */
export async function startPane(...args: string[]): Promise<RunningPane> {
  return paneOf(spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'dev', ...freePorts, ...args], { cwd: root }));
}

/** `npm start` of a project, on free ports, and a browser. */
export async function startPaneByNpm(folder: string): Promise<RunningPane> {
  // What npm starts does not end with npm, but with its group.
  const isGroup = process.platform !== 'win32';
  const child = spawn('npm', ['start', '--', ...freePorts], { cwd: folder, env, detached: isGroup, shell: !isGroup });
  return paneOf(child, () => (isGroup && child.pid ? process.kill(-child.pid, 'SIGTERM') : child.kill()));
}

async function paneOf(child: ChildProcess, end: () => void = () => child.kill('SIGTERM')): Promise<RunningPane> {
  const { address, issuer } = await started(child);
  const executablePath = installedBrowser();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserFlags] });
  const trespasses: string[] = [];
  return {
    address,
    issuer,
    trespasses,
    open: (search = '', size = { width: 1440, height: 900 }) => openPage(browser, address + search, size, trespasses),
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async close() {
      await browser.close();
      const closed = once(child, 'close');
      end();
      await closed;
    },
  };
}

/** What it prints: its address on standard output, after what npm says, then the issuer among its words on standard error. */
async function started(child: ChildProcess): Promise<{ address: string; issuer: string }> {
  let words = '';
  const told = new Promise<string>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words += text;
      const [, issuer] = /Sellers sign in at (\S+)/.exec(words) ?? [];
      if (issuer) resolve(issuer);
    });
  });
  const line = child.stdout ? firstAddress(child.stdout) : Promise.reject(new Error('no output'));
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`dev ended (${code}): ${words}`)));
  const [address, issuer] = await Promise.race([Promise.all([line, told]), ended]);
  return { address, issuer };
}

function firstAddress(output: Readable): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => line.startsWith('http') && resolve(line));
  });
}

async function openPage(
  browser: Browser,
  address: string,
  viewport: { readonly width: number; readonly height: number },
  trespasses: string[],
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname)) trespasses.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text())) trespasses.push(message.text());
  });
  page.on('pageerror', (error) => trespasses.push(String(error.stack)));
  await page.goto(address);
  return page;
}
