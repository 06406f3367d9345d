import { join } from 'node:path';
import { Agent, request } from 'undici';
import { discover } from '../../src/discovery/discovery.ts';
import { type OutgoingRequest, sellersWorld } from '../../src/host/host.ts';
import { readPackage } from '../../src/package/connector-package.ts';
import { noCredentials, verify as verifyConnector } from '../../src/verify/verify.ts';
import { hubCommand } from '../bench.ts';
import { median } from '../comparison.ts';
import { group } from '../figure.ts';
import { alternateProcesses } from '../whole-processes.ts';

const root = join(import.meta.dirname, '../..');
const hubPackage = join(root, 'contoso-hub/package');
const manyRequests = 20_000;
const rounds = 3;
const concurrency = 4;

/** What examining Contoso Hub costs, and what verify adds to sending the same requests. */
export const verify = group({
  id: 'verify',
  title: 'saleskit verify of Contoso Hub, its throttle off',
  figures: [
    { id: 'verify-run-time', title: 'whole run at default settings', unit: 's', goal: { atMost: 60 } },
    { id: 'verify-run-cpu', title: 'its own CPU time', unit: 's', goal: { atMost: 10 } },
    { id: 'verify-run-megabytes', title: 'its peak memory', unit: 'MB' },
    {
      id: 'verify-requests-share',
      title: `requests a CPU second at --requests ${manyRequests}, of a bare undici loop's`,
      unit: '×',
      goal: { atLeast: 0.3 },
    },
    { id: 'verify-requests', title: 'requests a CPU second', unit: '/s' },
    { id: 'verify-requests-bare', title: 'requests a CPU second, bare undici', unit: '/s' },
  ],
  async run({ folder, progress, start }) {
    const hub = await start(hubCommand, ['--port', '0', '--throttle', 'off', '--log-level', 'silent']);
    const args = [join(root, 'src/cli/main.ts'), 'verify', hubPackage, '--url', hub.address, '--format', 'json'];
    const whole = alternateProcesses({ saleskit: { args, check: mustPass } }, { rounds: 5, folder, progress }).saleskit;

    const sent: OutgoingRequest[] = [];
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      progress(`Many requests: round ${round} of ${rounds}`);
      sent.length = 0;
      const examined = await cpuSecondsOf(() => examine(hub.address, sent));
      const looped = await cpuSecondsOf(() => loop(sent));
      // The first round warms both up.
      if (round === 0) continue;
      ours.push(sent.length / examined);
      bare.push(sent.length / looped);
    }
    await hub.stop();
    return {
      'verify-run-time': median(whole.seconds),
      'verify-run-cpu': median(whole.cpuSeconds),
      'verify-run-megabytes': median(whole.megabytes),
      'verify-requests-share': median(ours.map((each, round) => each / (bare[round] ?? Number.NaN))),
      'verify-requests': median(ours),
      'verify-requests-bare': median(bare),
    };
  },
});

function mustPass(printed: string): void {
  const { summary } = JSON.parse(printed) as { summary: { pass: number; fail: number } };
  if (summary.fail > 0 || summary.pass === 0) throw new Error(`verify has ${summary.fail} failures.`);
}

async function cpuSecondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Examines the connector with many generated inputs, and keeps what was sent. */
async function examine(url: string, sent: OutgoingRequest[]): Promise<void> {
  const discovery = discover(await readPackage(hubPackage));
  const actions = discovery.actions.filter(({ kind, isUsed }) => kind !== 'none' && isUsed);
  const { records, mails } = sellersWorld(Date.now());
  await verifyConnector(discovery, {
    version: 'bench',
    actions,
    url,
    isUrlGiven: true,
    headers: {},
    credentials: noCredentials,
    concurrency,
    rate: undefined,
    requests: manyRequests,
    seed: 1,
    languages: ['en-US', 'de-DE'],
    openable: {
      records,
      mails,
      crm: { type: 'Dynamics365', orgUrl: 'https://contoso.crm.dynamics.com' },
      language: 'en-US',
      now: Date.now(),
    },
    isRecordGiven: false,
    unknown: { type: 'opportunity', id: '00000000-dead-4000-8000-000000000000' },
    followsLinks: false,
    backEnd: undefined,
    budgetMs: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    transport: (outgoing, _bearer, usual) => {
      sent.push(outgoing);
      return usual();
    },
  });
}

/** The same requests by undici alone, as many at once, each answer read. */
async function loop(sent: readonly OutgoingRequest[]): Promise<void> {
  const dispatcher = new Agent({ connections: concurrency });
  let next = 0;
  const worker = async () => {
    for (let each = sent[next++]; each; each = sent[next++]) {
      const { method, url, headers, body } = each;
      const options = { method: method as 'GET', headers: { ...headers }, body: body ?? null, dispatcher };
      const answer = await request(url, options).catch(() => undefined);
      await answer?.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await dispatcher.close();
}
