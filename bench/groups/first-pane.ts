import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedBrowser } from '../../scripts/browser.ts';
import { moveToFreePort } from '../../test/new-project.ts';
import { npmInstall, runIn } from '../../test/npm.ts';
import { packedSaleskit } from '../../test/packed-saleskit.ts';
import { startPaneByNpm } from '../../test/pane/open-pane.ts';
import { median } from '../comparison.ts';
import { group, MissingInput } from '../figure.ts';
import { hasRegistry } from '../registry.ts';

const rounds = 3;
const record = 'opportunity:50cafe00-a100-4000-8000-000000000001';

/** What a partner waits for on the first day: from the command `new` to a connector of their own in the Sales pane. */
export const firstPane = group({
  id: 'first-pane',
  title: 'From `new` to the connector in the Sales pane in Chromium: empty folder, warm npm cache',
  figures: [
    { id: 'first-pane-all', title: 'all of it', unit: 's', goal: { atMost: 60 } },
    { id: 'first-pane-new', title: 'fetching saleskit, and new', unit: 's' },
    { id: 'first-pane-install', title: 'npm install in the new project', unit: 's' },
    { id: 'first-pane-start', title: 'npm start, a browser, the first records', unit: 's' },
  ],
  async run({ folder, progress }) {
    if (!installedBrowser()) throw new MissingInput('there is no browser; npm test installs one.');
    if (!hasRegistry('typescript')) throw new MissingInput('npm reaches no registry.');
    progress('Packing');
    const tarball = packedSaleskit();
    const spans: number[][] = [];
    // The first round fills the cache.
    for (let round = 0; round <= rounds; round++) {
      progress(`First pane: round ${round} of ${rounds}`);
      const place = join(folder, `first-pane-${round}`);
      const times = await timesOf(place, tarball);
      if (round > 0) spans.push(times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 1000));
      rmSync(place, { recursive: true });
    }
    const spanOf = (step: number) => median(spans.map((each) => each[step] ?? Number.NaN));
    return {
      'first-pane-all': median(spans.map((each) => each.reduce((sum, span) => sum + span, 0))),
      'first-pane-new': spanOf(0),
      'first-pane-install': spanOf(1),
      'first-pane-start': spanOf(2),
    };
  },
});

/** Milliseconds at the begin, and after each step. */
async function timesOf(place: string, tarball: string): Promise<number[]> {
  const project = join(place, 'my-quotes');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "private": true }');
  const times = [performance.now()];
  const step = () => times.push(performance.now());
  // As npx does with what it does not know yet.
  npmInstall(place, tarball);
  const { status, stderr } = runIn(place, 'npx', ['--no', '--', 'saleskit', 'new', 'my-quotes', '--yes']);
  if (status !== 0) throw new Error(`new failed. ${stderr}`);
  step();
  await moveToFreePort(project);
  npmInstall(project, tarball);
  step();
  const pane = await startPaneByNpm(project);
  try {
    const page = await pane.open(`?page=records&record=${record}`);
    await page.getByRole('region', { name: 'Agreements from My Quotes' }).getByText('Purchase agreement').waitFor();
    step();
  } finally {
    await pane.close();
  }
  return times;
}
