import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sampleTenant } from '../../contoso-hub/data/sample.ts';
import { type HubEvent, timeOf } from '../../contoso-hub/events/event.ts';
import { mostEvents } from '../../contoso-hub/events/events-api.ts';
import { openStore } from '../../contoso-hub/store/open-store.ts';
import { sqliteMigrations } from '../../contoso-hub/store/sqlite-migrations.ts';
import type { Bench } from '../bench.ts';
import { median, medianRatio } from '../comparison.ts';
import { group } from '../figure.ts';
import { startHub } from '../servers/contoso-hub.ts';

const rounds = 20;
const batchesARound = 40;
const deals = mostEvents;
const account = 'account';

type Take = (events: readonly HubEvent[]) => Promise<unknown>;
interface Taker {
  readonly take: Take;
  readonly close: () => Promise<void> | void;
}

/** What it costs to take in events, beside the same rows in a bare transaction. */
export const ingest = group({
  id: 'ingest',
  title: `Events taken in, ${mostEvents} a batch, against the same rows in a bare transaction`,
  figures: [
    { id: 'ingest-ratio', title: 'events/s, the store to the bare transaction', unit: '×' },
    { id: 'ingest-store', title: 'the store', unit: 'events/s' },
    { id: 'ingest-bare', title: 'the bare transaction', unit: 'events/s' },
    { id: 'ingest-http', title: 'over HTTP, one sender', unit: 'events/s' },
    { id: 'ingest-again', title: 'over HTTP, events that are known', unit: 'events/s' },
  ],
  async run(bench) {
    const takers = [await storeIn(bench), bareTransaction(bench), await overHttp(bench)] as const;
    const rates: [number[], number[], number[], number[]] = [[], [], [], []];
    const [store, bare, http, again] = rates;
    for (const { take } of takers) await take(subjects());
    for (let round = 0; round < rounds; round++) {
      bench.progress(`Events: round ${round + 1} of ${rounds}`);
      const batches = Array.from({ length: batchesARound }, (_, index) => batch(round * batchesARound + index));
      const turns = [
        [store, takers[0].take],
        [bare, takers[1].take],
        [http, takers[2].take],
      ] as const;
      for (const [list, take] of round % 2 === 0 ? turns : turns.toReversed()) list.push(await rate(take, batches));
      again.push(await rate(takers[2].take, batches));
    }
    for (const { close } of takers) await close();
    return {
      'ingest-ratio': medianRatio(store, bare),
      'ingest-store': median(store),
      'ingest-bare': median(bare),
      'ingest-http': median(http),
      'ingest-again': median(again),
    };
  },
});

async function rate(take: Take, batches: readonly (readonly HubEvent[])[]): Promise<number> {
  const began = performance.now();
  for (const events of batches) await take(events);
  return (batches.length * mostEvents * 1000) / (performance.now() - began);
}

function batch(number: number): HubEvent[] {
  return Array.from({ length: mostEvents }, (_, index) => {
    const place = number * mostEvents + index;
    return {
      id: `visit-${place}`,
      at: new Date(1_790_000_000_000 + place * 1000).toISOString(),
      kind: 'site-visited',
      about: [`deal-${(place * 7919) % deals}`],
      by: 'Alberto Burgos',
      page: 'Pricing',
      visits: 3,
      minutes: 12,
    };
  });
}

function subjects(): HubEvent[] {
  return Array.from({ length: deals }, (_, index) => {
    const id = `deal-${index}`;
    const subject = { id, kind: 'opportunity', name: id, account, accountName: 'Fourth Coffee' } as const;
    return { id: `subject-${index}`, at: '2026-01-01T00:00:00Z', kind: 'subject-changed', subject };
  });
}

async function storeIn(bench: Bench): Promise<Taker> {
  const store = await openStore(join(bench.folder, 'ingest-store.db'));
  return { take: (events) => store.ingest(sampleTenant, events), close: () => store.close() };
}

/** The same rows: an event, and an activity of the deal and of its account. Nothing is asked first. */
function bareTransaction(bench: Bench): Taker {
  const database = new DatabaseSync(join(bench.folder, 'ingest-bare.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536');
  for (const migration of sqliteMigrations) database.exec(migration);
  const addEvent = database.prepare('INSERT INTO event VALUES (?, ?, ?)');
  const addActivity = database.prepare('INSERT INTO activity VALUES (?, ?, ?, ?, ?)');
  return {
    async take(events) {
      database.exec('BEGIN IMMEDIATE');
      for (const event of events) {
        if (event.kind !== 'site-visited') continue;
        const { id, at: _at, about, ...facts } = event;
        const at = timeOf(event);
        const text = JSON.stringify(facts);
        addEvent.run(sampleTenant, id, at);
        for (const subject of [...about, account]) addActivity.run(sampleTenant, subject, at, id, text);
      }
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

async function overHttp(bench: Bench): Promise<Taker> {
  const hub = await startHub(bench, join(bench.folder, 'ingest-http.db'));
  const url = `${hub.address}/hub/v1/tenants/${sampleTenant}/events`;
  return {
    async take(events) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ events }) });
      if (!answer.ok) throw new Error(`Events are answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    },
    close: () => hub.stop(),
  };
}
