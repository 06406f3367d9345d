import { hostProfile, limits } from '../../contract/contract.ts';

/** What the host sends in the ways that partners meet. The words are those of the contract's host profile. */
export interface HostProfileSwitches {
  /** "without blank" is Dynamics365, "lower case" dynamics365; Salesforce likewise. */
  readonly crmType: 'without blank' | (typeof hostProfile.crmType.switches)[number];
  readonly crmOrgUrl: 'URL' | (typeof hostProfile.crmOrgUrl.switches)[number];
  /** How many items are asked for. */
  readonly top: number | 'omitted';
  /** How many items are passed over on the first page. */
  readonly skip: number | 'omitted';
  /** Days before now. */
  readonly startDateTime: number | 'omitted';
  readonly endDateTime: 'now' | 'omitted';
}

export interface HostProfileSwitch {
  readonly description: string;
  /** The words that it takes. */
  readonly choices: readonly string[];
  /** The least number that it takes, where it takes numbers. */
  readonly minimum?: number;
}

/** What each switch takes. */
export const hostProfileSwitches = {
  crmType: {
    description: 'How the type of CRM is spelled.',
    choices: ['without blank', ...hostProfile.crmType.switches],
  },
  crmOrgUrl: {
    description: 'How the organization of the CRM is named.',
    choices: ['URL', ...hostProfile.crmOrgUrl.switches],
  },
  top: { description: 'How many items are asked for.', choices: hostProfile.top.switches, minimum: 0 },
  skip: { description: 'How many items are passed over.', choices: hostProfile.skip.switches, minimum: 0 },
  startDateTime: {
    description: 'How many days before now the activities of a record summary begin.',
    choices: hostProfile.startDateTime.switches,
    minimum: 0,
  },
  endDateTime: { description: 'Where the activities of a record summary end.', choices: ['now', 'omitted'] },
} as const satisfies Record<keyof HostProfileSwitches, HostProfileSwitch>;

/** What the host sends unless told otherwise. */
export const usualHostProfile: HostProfileSwitches = {
  crmType: 'without blank',
  crmOrgUrl: 'URL',
  top: limits.top.default,
  skip: 0,
  startDateTime: 90,
  endDateTime: 'now',
};
