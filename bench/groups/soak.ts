import { median } from '../comparison.ts';
import { group, MissingInput } from '../figure.ts';
import { load } from '../load.ts';
import { summaryRequests } from '../request.ts';
import { residentMegabytes } from '../resident-memory.ts';
import { startHub } from '../servers/contoso-hub.ts';
import { openTokenIssuer } from '../servers/token-issuer.ts';

const records = 100_000;
const users = 1000;
const parts = 10;
/** Requests a second: less than any machine takes, so that each run does the same. */
const rate = 1000;

/** Whether memory and latency stay as they are for ten minutes; SOAK_SECONDS gives another time. */
export const soak = group({
  id: 'soak',
  title: 'Contoso Hub for ten minutes, tokens verified: memory and latency at the end against the beginning',
  long: true,
  figures: [
    { id: 'soak-requests', title: 'requests answered', unit: 'requests' },
    { id: 'soak-memory', title: 'memory of its own in the last three tenths of the time', unit: 'MB' },
    { id: 'soak-growth', title: 'to the three tenths after the first', unit: '×', goal: { atMost: 1.1 } },
    { id: 'soak-latency', title: '99 % of requests, last tenth', unit: 'ms' },
    { id: 'soak-slower', title: 'to the second tenth', unit: '×' },
  ],
  async run(bench) {
    const seconds = Number(process.env.SOAK_SECONDS ?? 600) / parts;
    const { issuer, audience, tokens, close } = await openTokenIssuer();
    const hub = await startHub(
      bench,
      await bench.store(records),
      ...['--auth', 'entra', '--issuer', issuer, '--audience', audience],
    );
    const nextRequest = summaryRequests({ records, tokens: await tokens(users) });
    const memory: number[] = [];
    const latency: number[] = [];
    let requests = 0;
    for (let part = 1; part <= parts; part++) {
      bench.progress(`Part ${part} of ${parts}`);
      const { latencies } = await load({ address: hub.address, nextRequest, seconds, rate });
      const { own } = residentMegabytes(hub.pid);
      if (own === undefined) throw new MissingInput('this system does not tell the memory of a process.');
      memory.push(own);
      latency.push(latencies[Math.ceil(0.99 * latencies.length) - 1] ?? Number.NaN);
      requests += latencies.length;
    }
    await hub.stop();
    await close();
    const [atFirst, atLast] = [median(memory.slice(1, 4)), median(memory.slice(-3))];
    return {
      'soak-requests': requests,
      'soak-memory': atLast,
      'soak-growth': atLast / atFirst,
      'soak-latency': latency.at(-1) ?? Number.NaN,
      'soak-slower': (latency.at(-1) ?? Number.NaN) / (latency[1] ?? Number.NaN),
    };
  },
});
