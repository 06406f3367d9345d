/** The browser that tests drive: one that is installed, else Debian's by the system's package manager. */
import { existsSync } from 'node:fs';
import { installedProgram, installPackage } from './debian-package.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Flags for a browser in a test: as root it has no sandbox, and it asks nobody for anything. */
export const browserFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The path of an installed browser: SALESKIT_BROWSER, else what is on the path or in its usual place. */
export function installedBrowser(): string | undefined {
  const { SALESKIT_BROWSER: named } = process.env;
  if (named && existsSync(named)) return named;
  return installedProgram(...names) ?? places.find((path) => existsSync(path));
}

/** Installs Debian's Chromium where no browser is found. Throws where that cannot be done. */
export function ensureBrowser(): string {
  const found = installedBrowser();
  if (found) return found;
  installPackage('chromium', 'a browser for the tests');
  const installed = installedBrowser();
  if (installed) return installed;
  throw new Error(
    'There is no browser: install Chromium, Google Chrome or Microsoft Edge, or name one in SALESKIT_BROWSER, and run the tests again.',
  );
}
