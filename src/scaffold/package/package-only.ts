/** A connector package alone, for those whose API is there, in whatever language it is written. */
import { connectorPackageFiles } from '../connector-package.ts';
import { openWording, wordingOf } from '../package-wording.ts';
import type { Plan } from '../plan.ts';

/** Its files by name. Host, addresses and client ids are placeholders, marked TODO; operations are those of the plan. */
export function packageOnly(plan: Plan): Map<string, string | Uint8Array> {
  return new Map(Object.entries(connectorPackageFiles(plan, plan.ownApi ? wordingOf(plan) : openWording)));
}
