/** What a connector package says of its application, which no extension point says. */
import type { Plan } from './plan.ts';

export interface PackageWording {
  /** 30 to 500 characters. */
  description(title: string): string;
  /** By which Sales chat chooses a skill. */
  skillDescription(title: string): string;
  readonly skillInput: string;
}

/** Of the template, whose application knows agreements. */
export const templateWording: PackageWording = {
  description: (title) => `${title} shows sellers the agreements of their customers: what was sent, opened and signed.`,
  skillDescription: (title) =>
    `${title}: this action gets the agreements of an account and who has signed them, given the name of the CRM account.`,
  skillInput: 'This input identifies the name of the CRM account whose agreements are requested.',
};

/** Of an application that nothing is known of: TODO where its owner has to write. */
export const openWording: PackageWording = {
  description: (title) => `TODO: what ${title} shows sellers of their customers, in 30 to 500 characters.`,
  skillDescription: (title) =>
    `${title}: TODO: say what this action answers, in the words in which sellers ask for it, given the name of the CRM account.`,
  skillInput: 'This input identifies the name of the CRM account that is asked about.',
};

/** Of a plan: that of the template, or, where it has an API of its own, what is known of that. */
export function wordingOf({ ownApi }: Plan): PackageWording {
  if (!ownApi) return templateWording;
  const { description } = ownApi;
  return description === undefined ? openWording : { ...openWording, description: () => description };
}
