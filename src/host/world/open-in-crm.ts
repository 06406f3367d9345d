import { type Crm, type CrmType, crms } from './crm.ts';
import { type CrmRecord, recordAsGiven } from './crm-record.ts';
import type { Mail } from './mail.ts';
import type { RecordReference } from './record-reference.ts';
import type { World } from './world.ts';

/** What a request or a command line names. */
export interface Named {
  readonly record?: RecordReference | undefined;
  readonly mail?: Mail | undefined;
  /** As it was named, if it was: without an organization it is one of `crms`. */
  readonly crm?: Crm | undefined;
}

/** The open record, and the CRM that it is open in. */
export interface OpenInCrm {
  readonly record?: CrmRecord;
  readonly crm: Crm;
}

/**
 * A record is asked for in its own CRM and organization, unless another CRM is named; one that the world does not know
 * is used as given. Without a record the mail's CRM counts, else Dynamics 365.
 */
export function openInCrm(world: World, { record: reference, mail, crm: named }: Named): OpenInCrm {
  if (!reference) return { crm: named ?? mail?.crm ?? crms.Dynamics365 };
  const { type, id } = reference;
  const asked = named ? [named.type] : (Object.keys(crms) as CrmType[]);
  for (const crmType of asked) {
    const record = world.recordOf(type, id, crmType);
    const own = record?.crm?.type === crmType ? record.crm : crms[crmType];
    if (record) return { record, crm: named && named !== crms[crmType] ? named : own };
  }
  const crm = named ?? crms.Dynamics365;
  return { record: recordAsGiven(reference, crm), crm };
}
