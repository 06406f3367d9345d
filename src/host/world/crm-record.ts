import type { Crm, CrmType } from './crm.ts';
import type { RecordReference } from './record-reference.ts';

/** The ids of one record in the CRMs that have it. */
export type RecordIds = { readonly [Type in CrmType]?: string };

/** What names a record, whichever CRM is asked. */
export interface RecordKey {
  /** System name, such as opportunity. */
  readonly type: string;
  readonly ids: RecordIds;
}

/** What a CRM shows of a record, in the order of `record-fields.ts`. Days are YYYY-MM-DD. */
export interface CrmFields {
  readonly amount?: number;
  /** ISO 4217; US dollars where absent. */
  readonly currency?: string;
  /** One of the stages that the texts know (qualify, develop, propose, close), or any other text, shown as it is. */
  readonly stage?: string;
  readonly openedOn?: string;
  readonly closesOn?: string;
  readonly contact?: string;
  readonly jobTitle?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly industry?: string;
  readonly city?: string;
  readonly owner?: string;
}

/** Something that the CRM itself remembers of a record; `on` is a time in ISO 8601. */
export interface CrmActivity {
  readonly kind: 'call' | 'follow-up' | 'mail' | 'meeting';
  readonly by: string;
  readonly with: string;
  readonly on: string;
}

/** A record of the seller's CRM. */
export interface CrmRecord extends RecordKey {
  readonly name: string;
  /** The CRM that it is asked for in; absent: the world's own, by the id that names it. */
  readonly crm?: Crm;
  /** Name of the account that it belongs to; absent on an account. */
  readonly account?: string;
  /** The tenant whose sellers see it; absent: all. */
  readonly tenant?: string;
  readonly fields: CrmFields;
  /** Latest first. */
  readonly activities?: readonly CrmActivity[];
}

/** The record of a reference about which nothing is known: its id stands for its name. */
export function recordAsGiven({ type, id }: RecordReference, crm: Crm): CrmRecord {
  return { type, name: id, crm, ids: { [crm.type]: id }, fields: {} };
}

/** The name of the account that a record is or belongs to. */
export function accountNameOf(record: CrmRecord): string | undefined {
  return record.type === 'account' ? record.name : record.account;
}
