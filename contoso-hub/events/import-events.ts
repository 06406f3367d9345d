/** contoso-hub import: events from a file, a line each, into a store. What is known is passed over, so it can be run again. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectorError } from 'saleskit/connector';
import type { ImportSettings } from '../command-line.ts';
import { sampleTenant } from '../data/sample.ts';
import { progressBar, progressCount } from '../progress.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from '../usage-error.ts';
import { type EventFault, EventsRefused, type HubEvent } from './event.ts';
import { type Line, linesOf } from './lines.ts';
import { isFault, readEvent } from './read-event.ts';

const batch = 1000;
const longestLine = 1_000_000;
const mostFaultsTold = 20;
const patience = 30;

type Numbered = readonly [line: number, event: HubEvent];

/** Whether all lines were taken. Those that were not are told on standard error. Throws a UsageError. */
export async function importEvents({ file, store: location, tenant = sampleTenant }: ImportSettings): Promise<boolean> {
  const size = file === '-' ? undefined : await sizeOf(file);
  const store = await openStore(location);
  const progress = size === undefined ? progressCount('events') : progressBar(file, size);
  const counts = { stored: 0, known: 0, refused: 0 };
  const refuse = (line: number, { pointer, problem }: EventFault) => {
    if (counts.refused++ < mostFaultsTold) process.stderr.write(`line ${line}: ${pointer || 'it'} ${problem}\n`);
  };
  let events: Numbered[] = [];
  const flush = async (end: number) => {
    const { stored, taken } = await ingest(store, { tenant, events, refuse });
    counts.stored += stored;
    counts.known += taken - stored;
    events = [];
    progress(size === undefined ? counts.stored + counts.known : end);
  };
  try {
    let end = 0;
    for await (const line of linesOf(size === undefined ? process.stdin : createReadStream(file), longestLine)) {
      end = line.end;
      if (line.text?.trim() === '') continue;
      const read = eventOf(line);
      if (isFault(read)) refuse(line.number, read);
      else events.push([line.number, read]);
      if (events.length === batch) await flush(end);
    }
    await flush(size ?? end);
  } finally {
    await store.close();
  }
  if (counts.refused > mostFaultsTold) process.stderr.write(`… and ${counts.refused - mostFaultsTold} more lines\n`);
  process.stdout.write(`${location}: ${summaryOf(counts)}, tenant ${tenant}\n`);
  return counts.refused === 0;
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((cause: Error) => {
    throw new UsageError(`${file} cannot be read: ${cause.message}. Give another FILE, or - for standard input.`);
  });
  if (!found.isDirectory()) return found.size;
  throw new UsageError(`${file} is a folder. Give a file of events, one a line.`);
}

function eventOf({ text }: Line): HubEvent | EventFault {
  if (text === undefined) {
    return { pointer: '', problem: `must be UTF-8, of ${longestLine.toLocaleString('en')} bytes at most` };
  }
  try {
    return readEvent(JSON.parse(text));
  } catch {
    return { pointer: '', problem: 'must be JSON, one event a line' };
  }
}

interface Batch {
  readonly tenant: string;
  readonly events: readonly Numbered[];
  readonly refuse: (line: number, fault: EventFault) => void;
}

/** Stores what can be stored of a batch. */
async function ingest(store: Store, { tenant, events, refuse }: Batch): Promise<{ stored: number; taken: number }> {
  try {
    const { stored } = await untilStored(store, tenant, events);
    return { stored, taken: events.length };
  } catch (error) {
    if (!(error instanceof EventsRefused)) throw error;
    const { faults } = error;
    for (const [line, { id }] of events) {
      const fault = faults.get(id);
      if (fault) refuse(line, fault);
    }
    return ingest(store, { tenant, events: events.filter(([, { id }]) => !faults.has(id)), refuse });
  }
}

/** Waits for a store that is busy or away, half a minute at most. */
async function untilStored(store: Store, tenant: string, events: readonly Numbered[]) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.ingest(
        tenant,
        events.map(([, event]) => event),
      );
    } catch (error) {
      const mayPass = error instanceof ConnectorError && error.code === 'SERVICE_UNAVAILABLE';
      if (!mayPass || attempt === patience) throw error;
      await pause(1000);
    }
  }
}

function summaryOf(counts: Readonly<Record<string, number>>): string {
  const [stored, known, refused] = ['stored', 'known', 'refused'].map((name) => counts[name]?.toLocaleString('en'));
  return `${stored} ${counts.stored === 1 ? 'event' : 'events'} stored, ${known} known already, ${refused} refused`;
}
