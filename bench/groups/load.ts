import { group } from '../figure.ts';
import { load as loadServer } from '../load.ts';
import { summaryRequests } from '../request.ts';
import { residentMegabytes } from '../resident-memory.ts';
import { startHub } from '../servers/contoso-hub.ts';

const records = 100_000;
/** The host gives up after five seconds (guideline G8). */
const deadline = 5000;
const share = 0.7;

/** How long a caller waits, and what the process holds after it. */
export const load = group({
  id: 'load',
  title: 'Contoso Hub under 70 % of the load that it can take: latency and memory',
  figures: [
    { id: 'load-p50', title: 'latency at 70 % of the maximum, half of the requests', unit: 'ms' },
    { id: 'load-p99', title: 'latency at 70 % of the maximum, 99 % of the requests', unit: 'ms' },
    { id: 'load-p50-share', title: 'the first, of the five seconds', unit: '%' },
    { id: 'load-p99-share', title: 'the second, of the five seconds', unit: '%' },
    { id: 'load-memory', title: 'resident memory after the load, all', unit: 'MB' },
    { id: 'load-memory-own', title: 'resident memory after the load, without mapped files (the store)', unit: 'MB' },
  ],
  async run(bench) {
    const { address, pid, stop } = await startHub(bench, await bench.store(records));
    const nextRequest = summaryRequests({ records });
    bench.progress('Finding the maximum');
    await loadServer({ address, nextRequest, seconds: 8 });
    const { requestsPerSecond } = await loadServer({ address, nextRequest, seconds: 5 });
    bench.progress('Measuring latency and memory');
    const { latencies } = await loadServer({ address, nextRequest, seconds: 15, rate: share * requestsPerSecond });
    const memory = residentMegabytes(pid);
    await stop();
    const quantile = (part: number) => latencies[Math.ceil(part * latencies.length) - 1] ?? Number.NaN;
    return {
      'load-p50': quantile(0.5),
      'load-p99': quantile(0.99),
      'load-p50-share': (quantile(0.5) / deadline) * 100,
      'load-p99-share': (quantile(0.99) / deadline) * 100,
      ...(memory.all !== undefined && { 'load-memory': memory.all }),
      ...(memory.own !== undefined && { 'load-memory-own': memory.own }),
    };
  },
});
