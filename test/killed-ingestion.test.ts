/** Imports and a service that take events into one store, killed fifty times: nothing acknowledged is lost, nothing doubled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { sampleTenant } from '../contoso-hub/data/sample.ts';
import type { HubEvent } from '../contoso-hub/events/event.ts';
import { openStore } from '../contoso-hub/store/open-store.ts';

const kills = { ofImports: 42, ofServices: 8 };
const eventsARun = 400;
const eventsABatch = 25;

const folder = mkdtempSync(join(tmpdir(), 'contoso-hub-'));
const file = join(folder, 'hub.db');
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
function contosoHub(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['contoso-hub/main.ts', ...args, '--store', file], {
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
async function importing(events: readonly HubEvent[], killAfter: number): Promise<string | null> {
  const child = contosoHub('import', '-');
  child.stdout?.resume();
  child.stdin?.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const ended = once(child, 'close');
  await Promise.race([pause(killAfter, undefined, { ref: false }), ended]);
  child.kill('SIGKILL');
  return (await ended)[1] as string | null;
}

/** Each run has what the last one may not have stored, and something new. Gives how many events there were in all. */
async function killImports(): Promise<number> {
  let usual = 1000;
  let run = 0;
  for (let killed = 0; killed < kills.ofImports; run++) {
    const began = performance.now();
    const events = eventsOf('import', Math.max(0, run - 1) * eventsARun, 2 * eventsARun);
    const signal = await importing(events, usual * (0.3 + 0.7 * Math.random()));
    // How long it takes is learnt from those that came to their end.
    if (signal === 'SIGKILL') killed++;
    else usual = performance.now() - began;
  }
  return (run + 1) * eventsARun;
}

/** Sends batches, those that were not acknowledged again, while the service is killed and started. Gives the events sent. */
async function killServices(): Promise<number> {
  let batch = 0;
  for (let killed = 0; killed <= kills.ofServices; killed++) {
    const child = contosoHub('serve', '--port', '0', '--log-level', 'silent');
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

test('killed fifty times, all events are there, each once', { timeout: 120_000 }, async () => {
  const store = await openStore(file);
  const subjects = deals.map(
    (id): HubEvent => ({
      id: `subject-${id}`,
      at: '2026-11-20T09:00:00Z',
      kind: 'subject-changed',
      subject: { id, kind: 'opportunity', name: id, account: 'account', accountName: 'Fabrikam' },
    }),
  );
  await store.ingest(sampleTenant, subjects);

  const [imported, sent] = await Promise.all([killImports(), killServices()]);
  // Nothing of it is new, but for what the last import was killed before; the service's events were acknowledged.
  await importing(eventsOf('import', 0, imported), 60_000);

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
});
