/** Whose the sample is. A tenant sees its own data only, and of its own CRM: to be tried in one, the sample must be there. */
import type { CrmConnection } from '../facts.ts';
import type { Store } from '../store/store.ts';
import { sampleTenant } from './sample.ts';
import { crms } from './story.ts';

/** The tenant that the sample is loaded for, and the host of its Dynamics 365; those of nobody where they are absent. */
export interface SampleHome {
  readonly tenant: string | undefined;
  readonly crmHost: string | undefined;
}

/** The store's load, by which the data of the sample's own tenant and CRM come to be those of another home. */
export function loaderAt(
  { tenant: home = sampleTenant, crmHost = crms.dynamics.host }: SampleHome,
  store: Pick<Store, 'load'>,
): Pick<Store, 'load'> {
  const moved = (crm: CrmConnection) => (crm.host === crms.dynamics.host ? { ...crm, host: crmHost } : crm);
  return {
    async load(tenant, data) {
      if (tenant !== sampleTenant) return store.load(tenant, data);
      const { connections = [], records = [] } = data;
      return store.load(home, {
        ...data,
        connections: connections.map(moved),
        records: records.map((record) => ({ ...record, crm: moved(record.crm) })),
      });
    },
  };
}
