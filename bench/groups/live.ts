import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { browserFlags, installedBrowser } from '../../scripts/browser.ts';
import { median } from '../comparison.ts';
import { group, MissingInput } from '../figure.ts';
import { liveProject } from '../live-project.ts';

const saleskitCommand = join(import.meta.dirname, '../../src/cli/main.ts');
const times = 7;

/** What a partner waits for: from writing a file of their project to the new text in the pane. */
export const live = group({
  id: 'live',
  title: 'Live editing: from writing a file to the new text in the Sales pane in Chromium',
  figures: [
    { id: 'live-handler', title: 'a handler of a connector made with the SDK', unit: 'ms', goal: { atMost: 1000 } },
    { id: 'live-messages', title: 'its messages', unit: 'ms', goal: { atMost: 1000 } },
    { id: 'live-error', title: 'a syntax error, until the overlay shows it', unit: 'ms', goal: { atMost: 1000 } },
  ],
  async run(bench) {
    const executablePath = installedBrowser();
    if (!executablePath) throw new MissingInput('there is no browser; npm test installs one.');
    const project = await liveProject(join(bench.folder, 'partner'));
    const args = ['dev', '--port', '0', '--no-contoso-hub', '--config', project.configuration];
    const host = await bench.start(saleskitCommand, args);
    const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    const page = await insightsPage(browser, host.address);
    /** Milliseconds from the change to the text. */
    const seen = async (change: () => void, text: string) => {
      const shown = page.getByText(text).first().waitFor();
      const began = performance.now();
      change();
      await shown;
      return performance.now() - began;
    };
    const figures = { handler: [] as number[], messages: [] as number[], error: [] as number[] };
    for (let time = 0; time < times; time++) {
      bench.progress(`Live editing ${time + 1} of ${times}`);
      figures.handler.push(await seen(() => project.writeHandler(`Handler ${time}`), `Handler ${time}`));
      figures.messages.push(await seen(() => project.writeMessages(`Messages ${time}`), `Messages ${time}`));
      figures.error.push(await seen(() => project.breakHandler(time), `unexpected${time}`));
      await seen(() => project.writeHandler(`Mended ${time}`), `Mended ${time}`);
    }
    await browser.close();
    await host.stop();
    return {
      'live-handler': median(figures.handler),
      'live-messages': median(figures.messages),
      'live-error': median(figures.error),
    };
  },
});

async function insightsPage(browser: Browser, address: string) {
  const page = await browser.newPage();
  await page.goto(`${address}?page=mail`);
  await page.getByText('Handler as it was').first().waitFor();
  return page;
}
