import { alternate, medianRatio } from '../comparison.ts';
import { group } from '../figure.ts';
import { summaryRequests } from '../request.ts';
import { startHub } from '../servers/contoso-hub.ts';

const records = 100_000;
/** Of 100,000 generated records, the first ten have 10,000 activities each. */
const heavyRecords = 10;

/** What a page far down a long list costs. */
export const paging = group({
  id: 'paging',
  title: 'The 901st page of a record with 10,000 activities against the first',
  figures: [{ id: 'paging-ratio', title: 'requests/s, skip=9000 to skip=0', unit: '×' }],
  async run(bench) {
    const hub = await startHub(bench, await bench.store(records));
    const { address } = hub;
    const rates = await alternate(
      {
        deep: { address, nextRequest: summaryRequests({ records: heavyRecords, skip: 9000 }) },
        first: { address, nextRequest: summaryRequests({ records: heavyRecords }) },
      },
      bench.progress,
    );
    await hub.stop();
    return { 'paging-ratio': medianRatio(rates.deep, rates.first) };
  },
});
