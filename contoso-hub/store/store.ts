import type { Asker, Facts } from '../facts.ts';
import type { HubData } from './hub-data.ts';

/** Where facts are kept. One suite of cases (store.cases.ts) holds for every kind of store. */
export interface Store extends Facts<Pick<Asker, 'tenant'>> {
  /** Stores these facts of a tenant, all or none; facts of the same key are replaced. */
  load(tenant: string, data: HubData): Promise<void>;
  /** Whether no tenant has any fact. */
  isEmpty(): Promise<boolean>;
}
