import type { GenerateSettings } from '../command-line.ts';
import { progressBar } from '../progress.ts';
import { openStore } from '../store/open-store.ts';
import { generatedData } from './generator.ts';
import { loadSample, sampleTenant } from './sample.ts';

/** Fills a store with the sample data, where it is empty, and with generated data. */
export async function generate({ records, activities, seed, store: location }: GenerateSettings): Promise<void> {
  const store = await openStore(location);
  const today = Date.now();
  if (await store.isEmpty()) await loadSample(store, today);
  const progress = progressBar(`${records.toLocaleString('en')} records`, records);
  let done = 0;
  for (const data of generatedData({ records, activities, seed, today })) {
    await store.load(sampleTenant, data);
    done += data.subjects?.length ?? 0;
    progress(done);
  }
  await store.close();
  process.stdout.write(
    `${location}: ${records.toLocaleString('en')} records, ${activities.toLocaleString('en')} activities of tenant ${sampleTenant}\n`,
  );
}
