/** The seller's world as GET /api/world gives it. */
import { type Crm, type CrmType, crms } from '../world/crm.ts';
import type { CrmRecord } from '../world/crm-record.ts';
import { type Mail, nameOf } from '../world/mail.ts';
import { messagesOf, textOfMail } from '../world/mail-content.ts';
import { sellerLanguages } from '../world/seller.ts';
import type { World } from '../world/world.ts';

/** The world, and the languages and CRMs to choose from. */
export function worldView({ sellers, records, mails }: World) {
  return {
    sellers,
    records: records.map(recordView),
    mails: mails.map(mailView),
    languages: sellerLanguages.map((tag) => ({ tag, name: nameOfLanguage(tag) })),
    crms: crmsOf(records, mails),
  };
}

/** A record; `id` and `reference` are those to name it by in its own CRM, else in the first that has it. */
export function recordView(record: CrmRecord) {
  const [[type, id] = ['', ''] as const] = Object.entries(record.ids).filter(
    ([crmType]) => !record.crm || crmType === record.crm.type,
  );
  const crm = record.crm ?? crms[type as CrmType] ?? crms.Dynamics365;
  return { ...record, id, reference: `${record.type}:${id}`, crm: crmView(crm) };
}

/** A mail; `text` is all of its thread in words, `messages` the same message by message; people by their names, too. */
export function mailView(mail: Mail) {
  const namesOf = (addresses: readonly string[] = []) => addresses.map((address) => nameOf(mail, address));
  return {
    ...mail,
    date: mail.sentDateTime ?? null,
    text: mail.plaintextBody || textOfMail(mail),
    messages: messagesOf(mail),
    fromName: mail.from ? nameOf(mail, mail.from) : null,
    toNames: namesOf(mail.to),
    ccNames: namesOf(mail.cc),
  };
}

/** `crm` is what requests name it by. */
function crmView(crm: Crm) {
  const { type, orgUrl } = crm;
  const name = type.toLowerCase();
  return { crm: crms[type].orgUrl === orgUrl ? name : `${name}:${orgUrl}`, type, orgUrl };
}

/** The CRMs of the world, then those of one's own records and mails; each once. */
function crmsOf(records: readonly CrmRecord[], mails: readonly Mail[]) {
  const own = [...records, ...mails].flatMap(({ crm }) => crm ?? []);
  const views = [...Object.values(crms), ...own].map(crmView);
  return [...new Map(views.map((view) => [view.crm, view])).values()];
}

function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}
