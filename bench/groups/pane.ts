import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { browserFlags, installedBrowser } from '../../scripts/browser.ts';
import { median } from '../comparison.ts';
import { group, MissingInput } from '../figure.ts';

const saleskitCommand = join(import.meta.dirname, '../../src/cli/main.ts');
const times = 7;
/** Waits for the first card that a connector fills. */
const firstCard = 'section li, section [data-card]';

/** What a seller waits for: the scripts of the first page, and the first card in it. */
export const pane = group({
  id: 'pane',
  title: 'The Sales pane in Chromium with Contoso Hub, nothing cached',
  figures: [
    { id: 'pane-script', title: 'script of the first page, gzipped', unit: 'KB', goal: { atMost: 350 } },
    { id: 'pane-first-card', title: 'from opening the page to the first card of a connector', unit: 'ms' },
  ],
  async run(bench) {
    const executablePath = installedBrowser();
    if (!executablePath) throw new MissingInput('there is no browser; npm test installs one.');
    const free = ['--port', '0', '--contoso-hub-port', '0', '--identity-port', '0'];
    const host = await bench.start(saleskitCommand, ['dev', ...free]);
    const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    const loads: Load[] = [];
    for (let time = 0; time < times; time++) {
      bench.progress(`Pane ${time + 1} of ${times}`);
      loads.push(await load(browser, host.address));
    }
    await browser.close();
    await host.stop();
    return {
      'pane-script': (loads[0]?.scriptBytes ?? Number.NaN) / 1000,
      'pane-first-card': median(loads.map(({ firstCardMs }) => firstCardMs)),
    };
  },
});

interface Load {
  readonly scriptBytes: number;
  readonly firstCardMs: number;
}

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const began = performance.now();
  await page.goto(address);
  await page.locator(firstCard).first().waitFor();
  const firstCardMs = performance.now() - began;
  const sizes = await Promise.all(scripts);
  await context.close();
  return { scriptBytes: sizes.reduce((sum, size) => sum + size, 0), firstCardMs };
}
