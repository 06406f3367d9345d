/** The seller's world: a small CRM, kept as Dynamics 365 and as Salesforce, and a mailbox. */
import type { CrmType } from './crm.ts';
import type { CrmRecord } from './crm-record.ts';
import type { Mail } from './mail.ts';
import { recordKey } from './record-id.ts';
import { type Seller, sellers } from './seller.ts';
import { worldMails } from './world-mails.ts';
import { worldRecords } from './world-records.ts';

/** Who sells, and what their CRM and mailbox hold. */
export interface World {
  readonly sellers: readonly Seller[];
  readonly records: readonly CrmRecord[];
  /** Newest first; those without a time, which are one's own, before all others. */
  readonly mails: readonly Mail[];
  /** The record of that type and id; types without case, ids as CRMs compare them. */
  recordOf(type: string, id: string, crm: CrmType): CrmRecord | undefined;
  mailOf(id: string): Mail | undefined;
}

/** What somebody adds to the world. What has the id of something in it takes its place. */
export interface OwnWorld {
  readonly sellers?: readonly Seller[];
  readonly records?: readonly CrmRecord[];
  readonly mails?: readonly Mail[];
}

/** The world that comes with the host, its times counted from `today` (milliseconds since 1970). */
export function sellersWorld(today: number): World {
  return worldOf({ sellers, records: worldRecords(today), mails: worldMails(today) });
}

/** The world with one's own sellers, records and mails before its own. */
export function withOwn(world: World, own: OwnWorld): World {
  return worldOf({
    sellers: replaced(own.sellers ?? [], world.sellers, ({ id }) => [id]),
    records: replaced(own.records ?? [], world.records, recordKeysOf),
    mails: newestFirst(replaced(own.mails ?? [], world.mails, ({ id }) => [id])),
  });
}

/** The world as sellers of one tenant see it. */
export function worldOfTenant(world: World, tenant: string): World {
  const isTheirs = (thing: { readonly tenant?: string }) => thing.tenant === undefined || thing.tenant === tenant;
  return worldOf({
    sellers: world.sellers.filter(isTheirs),
    records: world.records.filter(isTheirs),
    mails: world.mails.filter(isTheirs),
  });
}

function newestFirst(mails: readonly Mail[]): Mail[] {
  const timeOf = ({ sentDateTime }: Mail) => (sentDateTime ? Date.parse(sentDateTime) : Number.POSITIVE_INFINITY);
  const at = new Map(mails.map((mail) => [mail, timeOf(mail)]));
  return mails.toSorted((one, other) =>
    (at.get(one) ?? 0) < (at.get(other) ?? 0) ? 1 : at.get(one) === at.get(other) ? 0 : -1,
  );
}

function worldOf(content: Required<OwnWorld>): World {
  const records = new Map(
    content.records.toReversed().flatMap((record) => recordKeysOf(record).map((key) => [key, record])),
  );
  const mails = new Map(content.mails.toReversed().map((mail) => [mail.id, mail]));
  return {
    ...content,
    recordOf: (type, id, crm) => records.get(keyOf(crm, type, id)),
    mailOf: (id) => mails.get(id),
  };
}

function recordKeysOf({ type, ids }: CrmRecord): string[] {
  return Object.entries(ids).map(([crm, id]) => keyOf(crm, type, id));
}

function keyOf(crm: string, type: string, id: string): string {
  return `${crm} ${type.trim().toLowerCase()} ${recordKey(id)}`;
}

function replaced<Thing>(own: readonly Thing[], others: readonly Thing[], keysOf: (thing: Thing) => string[]): Thing[] {
  const taken = new Set(own.flatMap(keysOf));
  return [...own, ...others.filter((other) => !keysOf(other).some((key) => taken.has(key)))];
}
