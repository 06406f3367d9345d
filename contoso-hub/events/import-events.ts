/** contoso-hub import: events from a file, a line each, into a store. What is known is passed over, so it can be run again. */
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectorError } from 'saleskit/connector';
import type { ImportSettings } from '../command-line.ts';
import { sampleTenant } from '../data/sample.ts';
import { lineStart, progressBar, progressCount } from '../progress.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { storeName } from '../store/store-location.ts';
import { UsageError } from '../usage-error.ts';
import { type EventFault, EventsRefused, type HubEvent } from './event.ts';
import { type Line, linesOf } from './lines.ts';
import { isFault, readEvent } from './read-event.ts';

const batch = 1000;
const longestLine = 1_000_000;
const mostFaultsTold = 20;
const patience = 30;

type Numbered = readonly [line: number, event: HubEvent];

/**
 * The exit code: 0 all lines were taken, 1 some were not (told on standard error), 3 the store could not be written to.
 * Throws a UsageError.
 */
export async function importEvents({ file, store: location, tenant = sampleTenant }: ImportSettings): Promise<number> {
  const { bytes, size } = await opened(file);
  const store = await openStore(location);
  const progress = size === undefined ? progressCount('events') : progressBar(file, size);
  const counts = { stored: 0, known: 0, refused: 0 };
  const refuse = (line: number, { pointer, problem }: EventFault) => {
    if (counts.refused++ < mostFaultsTold) tell(`line ${line}: ${pointer || 'it'} ${problem}`);
  };
  let events: Numbered[] = [];
  let end = 0;
  const flush = async (isLast = false) => {
    const { stored, taken } = await ingest(store, { tenant, events, refuse });
    counts.stored += stored;
    counts.known += taken - stored;
    events = [];
    progress(size === undefined ? counts.stored + counts.known : end, isLast);
  };
  try {
    for await (const line of linesOf(bytes, longestLine)) {
      end = line.end;
      if (line.text?.trim() === '') continue;
      const read = eventOf(line);
      if (isFault(read)) refuse(line.number, read);
      else events.push([line.number, read]);
      if (events.length === batch) await flush();
    }
    await flush(true);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    tell(
      `${error.message} Import again later: the ${(counts.stored + counts.known).toLocaleString('en')} events stored are passed over then.`,
    );
    return 3;
  } finally {
    await store.close();
  }
  if (counts.refused > mostFaultsTold) tell(`… and ${counts.refused - mostFaultsTold} more lines`);
  process.stdout.write(`${storeName(location)}: ${summaryOf(counts)}, tenant ${tenant}\n`);
  return counts.refused === 0 ? 0 : 1;
}

function tell(words: string): void {
  process.stderr.write(`${lineStart()}${words}\n`);
}

interface Opened {
  readonly bytes: AsyncIterable<Buffer>;
  /** Bytes of a file; that of a pipe is not known. */
  readonly size: number | undefined;
}

/** Throws a UsageError where it cannot be read. */
async function opened(file: string): Promise<Opened> {
  if (file === '-') return { bytes: process.stdin, size: undefined };
  try {
    const handle = await open(file);
    const found = await handle.stat();
    if (found.isDirectory()) throw new Error('it is a folder');
    return { bytes: handle.createReadStream(), size: found.isFile() ? found.size : undefined };
  } catch (cause) {
    const words = `${file} cannot be read: ${(cause as Error).message}. Give another FILE, or - for standard input.`;
    throw new UsageError(words, { cause });
  }
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
      if (!isUnavailable(error) || attempt === patience) throw error;
      if (attempt === 1) tell(`${error.message} Trying again for ${patience} seconds.`);
      await pause(1000);
    }
  }
}

function isUnavailable(error: unknown): error is ConnectorError {
  return error instanceof ConnectorError && error.code === 'SERVICE_UNAVAILABLE';
}

function summaryOf(counts: Readonly<Record<string, number>>): string {
  const [stored, known, refused] = ['stored', 'known', 'refused'].map((name) => counts[name]?.toLocaleString('en'));
  return `${stored} ${counts.stored === 1 ? 'event' : 'events'} stored, ${known} known already, ${refused} refused`;
}
