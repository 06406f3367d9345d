/** The kinds of CRM that Copilot for Sales knows, in the spelling of certified connectors. */
export type CrmType = 'Dynamics365' | 'Salesforce';

/** The CRM that a seller works in. `orgUrl` is an absolute URL without a closing slash. */
export interface Crm {
  readonly type: CrmType;
  readonly orgUrl: string;
}

/** The two CRMs of the seller's world: the same records with other ids. They are those of Contoso Hub's sample. */
export const crms = {
  Dynamics365: { type: 'Dynamics365', orgUrl: 'https://contoso.crm.dynamics.com' },
  Salesforce: { type: 'Salesforce', orgUrl: 'https://contoso.my.salesforce.com' },
} as const satisfies Record<CrmType, Crm>;
