import type { HubEvent } from '../events/event.ts';
import type { Asker, Facts } from '../facts.ts';
import type { HubData } from './hub-data.ts';

/** On whose behalf a store is asked. Where the signal aborts, a statement that runs is cancelled. */
export type StoreAsker = Pick<Asker, 'tenant'> & Partial<Pick<Asker, 'signal'>>;

/** How many of the events were new. */
export interface Ingested {
  readonly stored: number;
}

/** Where facts are kept. One suite of cases (store.cases.ts) holds for every kind of store. */
export interface Store extends Facts<StoreAsker> {
  /** Stores these facts of a tenant, all or none; facts of the same key are replaced. */
  load(tenant: string, data: HubData): Promise<void>;
  /** Calls `fill` where no tenant has any fact or event. Of several instances one does, and the others wait for it. */
  fillWhenEmpty(fill: () => Promise<void>): Promise<void>;
  /**
   * Stores what comes of these events of a tenant, all or none; those whose ids are known are passed over. What it
   * resolves to is committed, and outlasts the process. Rejects with EventsRefused where an event is about a subject that
   * is not known, with SERVICE_UNAVAILABLE where the same call may do later.
   */
  ingest(tenant: string, events: readonly HubEvent[]): Promise<Ingested>;
}
