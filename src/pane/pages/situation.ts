/** What is before the seller, as the host is asked about it. */
import type { CrmRecord, MailView, SituationBody } from '../../host/api/api-types.ts';
import { useWorld } from '../http/queries.ts';
import { type Place, usePlace } from '../state/place.ts';
import { useSellerContext } from '../state/seller-context.ts';

const crmTypes = { dynamics365: 'Dynamics365', salesforce: 'Salesforce' } as const;

/** TYPE:ID of a record in the CRM of the place; undefined where that CRM does not have it. */
export function referenceOf({ type, ids }: Pick<CrmRecord, 'type' | 'ids'>, crm: Place['crm']): string | undefined {
  const id = ids[crmTypes[crm]];
  return id === undefined ? undefined : `${type}:${id}`;
}

/** The same record in another CRM; undefined where it is not known, or not there. */
export function referenceInOther(
  records: readonly CrmRecord[],
  reference: string | undefined,
  from: Place['crm'],
  to: Place['crm'],
): string | undefined {
  const record = records.find((each) => referenceOf(each, from) === reference);
  return record && referenceOf(record, to);
}

/** The seller's part of the world, and the situation without a record or a mail. */
export function useSituation() {
  const [place, go] = usePlace();
  const { language } = useSellerContext();
  const world = useWorld();
  const sellers = world.data?.sellers ?? [];
  const seller = sellers.find(({ id }) => id === place.seller) ?? sellers[0];
  const isTheirs = (thing: { readonly tenant?: string }) =>
    thing.tenant === undefined || thing.tenant === seller?.tenant;
  const mails: readonly MailView[] = (world.data?.mails ?? []).filter(isTheirs);
  const records: readonly CrmRecord[] = (world.data?.records ?? []).filter(isTheirs);
  const base: SituationBody = { ...(seller && { seller: seller.id }), language, crm: place.crm };
  const recordOf = (reference: string | undefined) =>
    records.find((record) => referenceOf(record, place.crm) === reference);
  /** The CRM has no such record, which is known only when the world is. */
  const isUnknown = (reference: string) => world.data !== undefined && !recordOf(reference);
  return { place, go, world, seller, mails, records, base, recordOf, isUnknown };
}

/** A record as the pane shows it: one that the world does not know is shown by its id. */
export interface ShownRecord extends Pick<CrmRecord, 'type' | 'name' | 'fields' | 'account'> {
  /** TYPE:ID */
  readonly reference: string;
}

/** The mail that is open, the records that it is connected to, and how surfaces are asked about them. */
export function useOpenMail() {
  const situation = useSituation();
  const { place, mails, base, recordOf } = situation;
  const mail = mails.find(({ id }) => id === place.mail) ?? mails[0];
  const connected = (mail?.related ?? []).flatMap((key): ShownRecord[] => {
    const reference = referenceOf(key, place.crm);
    const record = recordOf(reference);
    return record && reference ? [{ ...record, reference }] : [];
  });
  const foremost = connected.find(({ type }) => type === 'opportunity') ?? connected[0];
  const asked: SituationBody = {
    ...base,
    ...(mail && { mail: mail.id }),
    ...(foremost && { record: foremost.reference }),
  };
  return { ...situation, mail, connected, foremost, asked };
}

/** A record by TYPE:ID. */
export function shownRecordOf(reference: string, recordOf: (reference: string) => CrmRecord | undefined): ShownRecord {
  const [type = '', id = ''] = reference.split(/:(.*)/s);
  return { ...(recordOf(reference) ?? { type, name: id, fields: {} }), reference };
}
