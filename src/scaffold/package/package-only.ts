/** A connector package alone, for those whose API is there, in whatever language it is written. */
import { connectorPackageFiles, type PackageWording } from '../connector-package.ts';
import type { Plan } from '../plan.ts';

const wording: PackageWording = {
  description: (title) => `TODO: what ${title} shows sellers of their customers, in 30 to 500 characters.`,
  skillDescription: (title) =>
    `${title}: TODO: say what this action answers, in the words in which sellers ask for it, given the name of the CRM account.`,
  skillInput: 'This input identifies the name of the CRM account that is asked about.',
};

/** Its files by name. Host, addresses and client ids are placeholders, marked TODO; operations are those of the plan. */
export function packageOnly(plan: Plan): Map<string, string | Uint8Array> {
  return new Map(Object.entries(connectorPackageFiles(plan, wording)));
}
