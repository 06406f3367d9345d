import { alternate, median, medianRatio } from '../comparison.ts';
import { group } from '../figure.ts';
import { summaryRequests } from '../request.ts';
import { startHub } from '../servers/contoso-hub.ts';

const many = 100_000;
const few = 1000;

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
    const large = await startHub(bench, await bench.store(many));
    const small = await startHub(bench, await bench.store(few));
    const rates = await alternate(
      {
        large: { address: large.address, nextRequest: summaryRequests({ records: many }) },
        small: { address: small.address, nextRequest: summaryRequests({ records: few }) },
      },
      bench.progress,
    );
    await Promise.all([large.stop(), small.stop()]);
    return {
      'size-ratio': medianRatio(rates.large, rates.small),
      'size-large': median(rates.large),
      'size-small': median(rates.small),
    };
  },
});
