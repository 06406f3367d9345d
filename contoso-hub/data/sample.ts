/** The sample data: a believable company's worth, dated back from the day on which it is loaded. */
import type { Store } from '../store/store.ts';
import { alpineSkiHouse } from './alpine-ski-house.ts';
import { fourthCoffee } from './fourth-coffee.ts';
import { generatedData } from './generator.ts';
import { library } from './library.ts';
import { crms, factsOf } from './story.ts';
import { trailCafe } from './trail-cafe.ts';

/** The tenant served with authentication off. */
export const sampleTenant = '50000000-0000-4000-8000-00000000c0c0';
/** Another tenant, with data of its own. */
export const secondTenant = '60000000-0000-4000-8000-00000000c0c0';

/** The fictitious companies of Microsoft's documentation. */
const otherAccounts = [
  'Adventure Works',
  'Blue Yonder Airlines',
  'City Power & Light',
  'Coho Winery',
  'Fabrikam',
  'Lamna Healthcare',
  'Litware',
  'Margie’s Travel',
  'Northwind Traders',
  'Proseware',
  'Relecloud',
  'Tailspin Toys',
  'The Phone Company',
  'Trey Research',
  'VanArsdel',
  'Wide World Importers',
  'Wingtip Toys',
  'Woodgrove Bank',
];

/** Fills a store with the sample data. */
export async function loadSample(store: Pick<Store, 'load'>, today = Date.now()): Promise<void> {
  await store.load(sampleTenant, { connections: [crms.dynamics, crms.salesforce], content: library(today) });
  for (const story of [fourthCoffee, alpineSkiHouse]) await store.load(sampleTenant, factsOf(story, today));
  const recordsPerAccount = 4;
  const records = otherAccounts.length * recordsPerAccount;
  const others = {
    records,
    recordsPerAccount,
    activities: records * 9,
    seed: 7,
    today,
    accountNames: otherAccounts,
    namespace: '5a000000',
  };
  for (const data of generatedData(others)) await store.load(sampleTenant, data);

  await store.load(secondTenant, { connections: [crms.dynamics], content: library(today).slice(0, 3) });
  await store.load(secondTenant, factsOf(trailCafe, today));
}
