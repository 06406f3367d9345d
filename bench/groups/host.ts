import { join } from 'node:path';
import { fetch } from 'undici';
import { createConnections, createHost, sellersWorld } from '../../src/host/host.ts';
import { hubCommand } from '../bench.ts';
import { median } from '../comparison.ts';
import { group } from '../figure.ts';

const hubPackage = join(import.meta.dirname, '../../contoso-hub/package');
const rounds = 20;
const callsInRound = 20;
const connectorsAtOnce = 5;
/** What the host may take: so many times a plain fetch, and so many milliseconds. */
const allowed = (plain: number) => 1.5 * plain + 0.5;

/** What the host adds to a call: choosing, mapping, checking and tracing, beside a plain fetch of the same address. */
export const host = group({
  id: 'host',
  title: 'What the host adds to a call of record details, against a plain undici fetch of the same',
  figures: [
    {
      id: 'host-one-share',
      title: 'one call, of what is allowed (1.5 × plain + 0.5 ms)',
      unit: '×',
      goal: { atMost: 1 },
    },
    { id: 'host-five-share', title: 'five at once, of what is allowed', unit: '×', goal: { atMost: 1 } },
    { id: 'host-one', title: 'one call by the host, median', unit: 'ms' },
    { id: 'host-one-plain', title: 'one plain fetch, median', unit: 'ms' },
    { id: 'host-five', title: 'five calls at once by the host, median', unit: 'ms' },
    { id: 'host-five-plain', title: 'five plain fetches at once, median', unit: 'ms' },
  ],
  async run(bench) {
    const hub = await bench.start(hubCommand, ['--port', '0', '--throttle', 'off', '--log-level', 'warn']);
    const connections = createConnections({ redirectUri: 'http://127.0.0.1/connected' });
    const played = createHost({ connections, isThrottled: false });
    for (let index = 0; index < connectorsAtOnce; index++) await played.add({ location: hubPackage, url: hub.address });
    const [seller] = sellersWorld(Date.now()).sellers;
    const record = sellersWorld(Date.now()).records.find(({ type }) => type === 'opportunity');
    if (!seller || !record) throw new Error('The world has no seller or no opportunity.');
    const crm = { type: 'Dynamics365', orgUrl: 'https://contoso.crm.dynamics.com' } as const;
    const ask = { wanted: 'record-details', seller, situation: { record, crm, language: 'en-US', now: Date.now() } };
    const [first] = played.connectors();
    const traced = await played.call(first?.key ?? '', ask);
    if (traced.outcome !== 'shown' || !traced.request) throw new Error(`The host shows nothing: ${traced.explanation}`);
    const { url, headers } = traced.request;
    const plain = async () => (await fetch(url, { headers: { ...headers } })).json();
    const five = <Result>(call: () => Promise<Result>) => Promise.all(Array.from({ length: connectorsAtOnce }, call));

    const times = await inTurns(
      {
        one: () => played.call(first?.key ?? '', ask),
        onePlain: plain,
        five: () => Promise.all(played.callEach(ask).map(([, trace]) => trace)),
        fivePlain: () => five(plain),
      },
      bench.progress,
    );
    await hub.stop();
    played.close();
    return {
      'host-one-share': median(times.one) / allowed(median(times.onePlain)),
      'host-five-share': median(times.five) / allowed(median(times.fivePlain)),
      'host-one': median(times.one),
      'host-one-plain': median(times.onePlain),
      'host-five': median(times.five),
      'host-five-plain': median(times.fivePlain),
    };
  },
});

/** Milliseconds of every call of each, taken in turns, the first two rounds left out. */
async function inTurns<Name extends string>(
  calls: Record<Name, () => Promise<unknown>>,
  progress: (words: string) => void,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(calls) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds + 2; round++) {
    progress(`Host: round ${round + 1} of ${rounds + 2}`);
    for (const name of round % 2 ? names : names.toReversed()) {
      for (let call = 0; call < callsInRound; call++) {
        const start = performance.now();
        await calls[name]();
        if (round > 1) times[name].push(performance.now() - start);
      }
    }
  }
  return times;
}
