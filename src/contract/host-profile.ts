/** One thing that the host sends: its value unless told otherwise, what partners meet besides, and whether a page says so. */
export interface HostValue {
  readonly value: string;
  readonly switches: readonly string[];
  readonly assumed: boolean;
}

/** What the host of this project sends. Assumed values stand on no public page. */
export const hostProfile = {
  crmType: {
    value:
      'Dynamics365, or Salesforce; where the definition declares an enum, the member equal but for case and spaces',
    switches: ['Dynamics 365', 'lower case', 'omitted'],
    assumed: false,
  },
  crmOrgUrl: {
    value: 'absolute https URL without a closing slash',
    switches: ['bare host', 'omitted'],
    assumed: true,
  },
  recordType: {
    value: 'system name in lower case; where an enum has it in other case, the enum member, with a warning',
    switches: [],
    assumed: false,
  },
  top: { value: '10', switches: ['omitted'], assumed: true },
  skip: { value: '0, then pages', switches: ['omitted'], assumed: true },
  startDateTime: { value: '90 days before now, for record summary', switches: ['omitted'], assumed: true },
  endDateTime: { value: 'now', switches: [], assumed: true },
  acceptLanguage: { value: 'the user language as BCP 47, e.g. fr-FR', switches: [], assumed: false },
  'x-ms-client-request-id': { value: 'a new UUID a call', switches: [], assumed: false },
  'x-ms-user-agent': { value: 'sales-copilot', switches: [], assumed: false },
  resourceType: { value: 'email-thread, for email drafts', switches: [], assumed: false },
  timeoutMs: { value: '5000', switches: [], assumed: false },
  retries: { value: '0', switches: [], assumed: false },
} as const satisfies Record<string, HostValue>;
