import type { GenerateSettings } from '../command-line.ts';
import { progressBar } from '../progress.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { storeName } from '../store/store-location.ts';
import { UsageError } from '../usage-error.ts';
import { generatedData, generatedIds } from './generator.ts';
import { loadSample, sampleTenant } from './sample.ts';
import { loaderAt } from './sample-home.ts';

async function hasGeneratedData(store: Store, tenant: string): Promise<boolean> {
  const first = { type: 'account', id: generatedIds(0).dynamics, crm: {} };
  const asker = { tenant, fetch, token: undefined };
  return store.subjectOf(asker, first).then(
    () => true,
    () => false,
  );
}

/** Fills a store with the sample data, where it is empty, and with generated data. */
export async function generate(settings: GenerateSettings): Promise<void> {
  const { records, activities, seed, store: location, sampleHome } = settings;
  const store = await openStore(location);
  const { tenant = sampleTenant } = sampleHome;
  const loader = loaderAt(sampleHome, store);
  const today = Date.now();
  await store.fillWhenEmpty(() => loadSample(loader, today));
  if (await hasGeneratedData(store, tenant)) {
    await store.close();
    throw new UsageError(`The store ${storeName(location)} holds generated data already. Give another with --store.`);
  }
  const progress = progressBar(`${records.toLocaleString('en')} records`, records);
  let done = 0;
  for (const data of generatedData({ records, activities, seed, today })) {
    await loader.load(sampleTenant, data);
    done += data.subjects?.length ?? 0;
    progress(done);
  }
  await store.close();
  process.stdout.write(
    `${storeName(location)}: ${records.toLocaleString('en')} ${records === 1 ? 'record' : 'records'}, ${activities.toLocaleString('en')} activities of tenant ${tenant}\n`,
  );
}
