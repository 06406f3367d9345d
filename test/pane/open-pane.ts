/** The whole product as a seller has it: `dev` as a process, the pane in a real Chromium. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright';
import { browserFlags, installedBrowser } from '../../scripts/browser.ts';

const root = join(import.meta.dirname, '../..');

export interface RunningPane {
  readonly address: string;
  /** A page in a browser of its own, at this query string. */
  open(search?: string, size?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** What pages asked of other machines, and what the content security policy refused. */
  readonly trespasses: readonly string[];
  close(): Promise<void>;
}

/** Starts `dev` on free ports with further arguments, and a browser. */
export async function startPane(...args: string[]): Promise<RunningPane> {
  const ports = ['--port', '0', '--contoso-hub-port', '0', '--identity-port', '0'];
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'dev', ...ports, ...args], { cwd: root });
  const address = await firstLine(child);
  const executablePath = installedBrowser();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserFlags] });
  const trespasses: string[] = [];
  return {
    address,
    trespasses,
    open: (search = '', size = { width: 1440, height: 900 }) => openPage(browser, address + search, size, trespasses),
    async close() {
      await browser.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let words = '';
  child.stderr?.on('data', (text) => {
    words += text;
  });
  const line = child.stdout
    ? once(createInterface({ input: child.stdout }), 'line')
    : Promise.reject(new Error('no output'));
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`dev ended (${code}): ${words}`)));
  const [address] = (await Promise.race([line, ended])) as [string];
  return address;
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
