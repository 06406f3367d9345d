import type { Bench } from '../bench.ts';
import { alternate, type Contender, median, medianRatio } from '../comparison.ts';
import { group } from '../figure.ts';
import { summaryRequests } from '../request.ts';
import { startHub } from '../servers/contoso-hub.ts';

const many = 100_000;
const few = 1000;

/** A store with so many generated records, by where it is. */
export type StoreOf = (records: number) => Promise<string>;

/** The requests a second of Contoso Hub over a store of `many` records and over one of `few`. */
export async function compareSizes(bench: Bench, storeOf: StoreOf, [many, few]: readonly [number, number]) {
  const start = async (records: number) => startHub(bench, await storeOf(records));
  const [large, small] = [await start(many), await start(few)];
  const contender = (address: string, records: number): Contender => ({
    address,
    nextRequest: summaryRequests({ records }),
  });
  const rates = await alternate(
    { large: contender(large.address, many), small: contender(small.address, few) },
    bench.progress,
  );
  await Promise.all([large.stop(), small.stop()]);
  return { ratio: medianRatio(rates.large, rates.small), large: median(rates.large), small: median(rates.small) };
}

/** Whether a hundred times the data costs speed. */
export const size = group({
  id: 'size',
  title: 'Contoso Hub with 1,000,000 activities against 10,000',
  figures: [
    { id: 'size-ratio', title: 'requests/s, 1,000,000 activities to 10,000', unit: '×', goal: { atLeast: 0.8 } },
    { id: 'size-large', title: '1,000,000 activities', unit: 'requests/s' },
    { id: 'size-small', title: '10,000 activities', unit: 'requests/s' },
  ],
  async run(bench) {
    const { ratio, large, small } = await compareSizes(bench, bench.store, [many, few]);
    return { 'size-ratio': ratio, 'size-large': large, 'size-small': small };
  },
});
