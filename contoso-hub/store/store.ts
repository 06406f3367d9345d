import type { Asker, Facts } from '../facts.ts';
import type { HubData } from './hub-data.ts';

/** On whose behalf a store is asked. Where the signal aborts, a statement that runs is cancelled. */
export type StoreAsker = Pick<Asker, 'tenant'> & Partial<Pick<Asker, 'signal'>>;

/** Where facts are kept. One suite of cases (store.cases.ts) holds for every kind of store. */
export interface Store extends Facts<StoreAsker> {
  /** Stores these facts of a tenant, all or none; facts of the same key are replaced. */
  load(tenant: string, data: HubData): Promise<void>;
  /** Calls `fill` where no tenant has any fact. Of several instances one does, and the others wait for it. */
  fillWhenEmpty(fill: () => Promise<void>): Promise<void>;
}
