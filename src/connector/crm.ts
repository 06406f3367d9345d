import { ConnectorError } from './connector-error.ts';

/** The CRMs that Copilot for Sales works with. */
export type CrmType = 'Dynamics365' | 'Salesforce';

/** The CRM that a call speaks of; what the host leaves out is absent. */
export interface CrmReference {
  readonly type?: CrmType;
  /** Host name in lower case, such as contoso.crm.dynamics.com. */
  readonly host?: string;
}

const types = new Map<string, CrmType>([
  ['dynamics365', 'Dynamics365'],
  ['salesforce', 'Salesforce'],
]);

/** "Dynamics365", "Dynamics 365" or "Salesforce" in any case; anything else is no CRM that a user could be connected to. */
export function readCrmType(text: string): CrmType {
  const type = types.get(text.replace(/\s+/g, '').toLowerCase());
  if (type) return type;
  throw new ConnectorError('INVALID_CRM_CONNECTION', 'crmType is neither Dynamics 365 nor Salesforce.', {
    details: { parameter: 'crmType' },
  });
}

/** The host name of crmOrgUrl, which the documentation gives as a URL in places and as a host name in others. */
export function readCrmHost(text: string): string {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return url.hostname.toLowerCase();
  throw new ConnectorError('INVALID_CRM_CONNECTION', 'crmOrgUrl is neither a URL nor a host name of a CRM.', {
    details: { parameter: 'crmOrgUrl' },
  });
}
