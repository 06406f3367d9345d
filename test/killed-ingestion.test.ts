/** Imports and a service that take events into one store, killed again and again: nothing acknowledged is lost, nothing doubled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { sampleTenant } from '../contoso-hub/data/sample.ts';
import type { HubEvent } from '../contoso-hub/events/event.ts';
import { openStore } from '../contoso-hub/store/open-store.ts';
import { startPostgres } from '../scripts/postgres-server.ts';

interface Kills {
  readonly ofImports: number;
  readonly ofServices: number;
}

const eventsARun = 400;
const eventsABatch = 25;

const folder = mkdtempSync(join(tmpdir(), 'contoso-hub-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const deals = Array.from({ length: 10 }, (_, index) => `deal-${index}`);
const asker = { tenant: sampleTenant };
const all = { limit: 1_000_000, offset: 0 };

/** Every third event opens an agreement, whose views are counted. */
function eventOf(lane: string, index: number): HubEvent {
  const about = [deals[index % deals.length] ?? ''];
  const envelope = { id: `${lane}-${index}`, at: new Date(1_790_000_000_000 + index).toISOString(), about, by: 'Ann' };
  return index % 3 === 0
    ? { ...envelope, kind: 'agreement-viewed', agreement: { id: `agreement-${about}`, name: 'Contract' } }
    : { ...envelope, kind: 'site-visited', page: 'Pricing', visits: 1, minutes: 1 };
}
const eventsOf = (lane: string, start: number, count: number) =>
  Array.from({ length: count }, (_, index) => eventOf(lane, start + index));

/** Starts in a third of the time where what was compiled is kept. */
function contosoHub(location: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['contoso-hub/main.ts', ...args, '--store', location], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  running.add(child.once('close', () => running.delete(child)));
  // Killed, it reads no more.
  child.stdin?.on('error', () => {});
  return child;
}

/** Imports events, and is killed after so many milliseconds unless it has ended. Gives the signal that ended it. */
async function importing(location: string, events: readonly HubEvent[], killAfter: number): Promise<string | null> {
  const child = contosoHub(location, 'import', '-');
  child.stdout?.resume();
  child.stdin?.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const ended = once(child, 'close');
  await Promise.race([pause(killAfter, undefined, { ref: false }), ended]);
  child.kill('SIGKILL');
  return (await ended)[1] as string | null;
}

/** Each run has what the last one may not have stored, and something new. Gives how many events there were in all. */
async function killImports(location: string, kills: Kills): Promise<number> {
  let usual = 1000;
  let run = 0;
  for (let killed = 0; killed < kills.ofImports; run++) {
    const began = performance.now();
    const events = eventsOf('import', Math.max(0, run - 1) * eventsARun, 2 * eventsARun);
    const signal = await importing(location, events, usual * (0.3 + 0.7 * Math.random()));
    // How long it takes is learnt from those that came to their end.
    if (signal === 'SIGKILL') killed++;
    else usual = performance.now() - began;
  }
  return (run + 1) * eventsARun;
}

/** Sends batches, those that were not acknowledged again, while the service is killed and started. Gives the events sent. */
async function killServices(location: string, kills: Kills): Promise<number> {
  let batch = 0;
  for (let killed = 0; killed <= kills.ofServices; killed++) {
    const child = contosoHub(location, 'serve', '--port', '0', '--log-level', 'silent');
    const ended = once(child, 'close');
    const [address] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    const url = `${String(address).trim()}/hub/v1/tenants/${sampleTenant}/events`;
    const isLast = killed === kills.ofServices;
    const until = batch + 1 + Math.floor(Math.random() * 5);
    for (;;) {
      if (batch === until && isLast) break;
      if (batch === until) setTimeout(() => child.kill('SIGKILL'), Math.random() * 15);
      if (!(await isAcknowledged(url, eventsOf('service', batch * eventsABatch, eventsABatch)))) break;
      batch++;
    }
    child.kill(isLast ? 'SIGTERM' : 'SIGKILL');
    await ended;
  }
  return batch * eventsABatch;
}

/** A store that is busy with an import asks for patience; no answer at all is that of the killed. */
async function isAcknowledged(url: string, events: readonly HubEvent[]): Promise<boolean> {
  for (;;) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ events }) }).catch(
      () => undefined,
    );
    if (answer?.status !== 503) return answer?.status === 200;
  }
}

/** Tells a store of events while those who take them in are killed, lets `crash` pass over it, and looks what is in it. */
async function expectEachOnce(location: string, kills: Kills, crash = async () => {}): Promise<void> {
  const first = await openStore(location);
  const subjects = deals.map(
    (id): HubEvent => ({
      id: `subject-${id}`,
      at: '2026-11-20T09:00:00Z',
      kind: 'subject-changed',
      subject: { id, kind: 'opportunity', name: id, account: 'account', accountName: 'Fabrikam' },
    }),
  );
  await first.ingest(sampleTenant, subjects);
  await first.close();

  const [imported, sent] = await Promise.all([killImports(location, kills), killServices(location, kills)]);
  // Nothing of it is new, but for what the last import was killed before; the service's events were acknowledged.
  await importing(location, eventsOf('import', 0, imported), 60_000);
  await crash();

  const store = await openStore(location);
  const expected = [...eventsOf('import', 0, imported), ...eventsOf('service', 0, sent)];
  const found = await store.activities(asker, 'account', all);
  expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  for (const deal of deals) {
    const opened = expected.filter((event) => event.kind === 'agreement-viewed' && event.about.includes(deal));
    expect(await store.agreements(asker, deal, all)).toMatchObject([{ views: opened.length }]);
    expect(await store.activities(asker, deal, all)).toHaveLength(
      expected.filter((event) => 'about' in event && event.about.includes(deal)).length,
    );
  }
  await store.close();
}

test('killed fifty times over a file, all events are there, each once', { timeout: 120_000 }, () =>
  expectEachOnce(join(folder, 'hub.db'), { ofImports: 42, ofServices: 8 }),
);

test('killed over PostgreSQL, which crashes in the end, all events are there, each once', {
  timeout: 120_000,
}, async () => {
  const server = await startPostgres({ durable: true });
  onTestFinished(() => server.close());
  await expectEachOnce(server.url, { ofImports: 4, ofServices: 3 }, () => server.stop().then(server.start));
});
