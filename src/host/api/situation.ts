/** What a request says of the seller, the record and the mail before them, read against the world. */
import { CodedError } from '../../core/coded-error.ts';
import type { Situation } from '../world/host-values.ts';
import { isLanguage } from '../world/locale.ts';
import { openInCrm } from '../world/open-in-crm.ts';
import { mailOfFields } from '../world/read-mail.ts';
import { parseCrm, parseRecordReference } from '../world/record-reference.ts';
import type { Seller } from '../world/seller.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import type { Served } from './served.ts';

/** All of it may be left out: then the seller is the world's first, and there is no record and no mail. */
export interface SituationBody {
  readonly seller?: unknown;
  /** TYPE:ID */
  readonly record?: unknown;
  /** The id of a mail of the world, or the fields of resourceData. */
  readonly mail?: unknown;
  /** dynamics365 or salesforce[:ORG-URL]; the record's own where it is not named. */
  readonly crm?: unknown;
  readonly language?: unknown;
  readonly question?: unknown;
  readonly inputPrompt?: unknown;
  readonly page?: unknown;
}

export function sellerOf({ world }: Pick<Served, 'world'>, id: unknown): Seller {
  const seller = id === undefined ? world.sellers[0] : world.sellers.find((each) => each.id === id);
  if (seller) return seller;
  throw new CodedError(
    'INVALID_ARGUMENT',
    `seller: one of ${world.sellers.map((each) => each.id).join(', ')} is expected.`,
  );
}

const situationNames: Readonly<Record<keyof SituationBody, true>> = {
  seller: true,
  record: true,
  mail: true,
  crm: true,
  language: true,
  question: true,
  inputPrompt: true,
  page: true,
};
const lastPage = 1000;

/** The situation that a body names; `besides` is what else it may hold. Errors are INVALID_ARGUMENT. */
export function situationOf(
  served: Served,
  body: SituationBody,
  besides: readonly string[] = ['confirmed'],
): Situation {
  const { world } = served;
  refuseUnknown({ ...body }, [...Object.keys(situationNames), ...besides]);
  const [named, crmName] = [text(body.record), text(body.crm)];
  const mail =
    typeof body.mail === 'string' ? world.mailOf(body.mail) : body.mail ? mailOfFields(body.mail, 'mail') : undefined;
  if (typeof body.mail === 'string' && !mail)
    throw new CodedError('INVALID_ARGUMENT', `mail: "${body.mail}" is no mail of this world.`);
  const { record, crm } = openInCrm(world, {
    record: named === undefined ? undefined : parseRecordReference(named),
    mail,
    crm: crmName === undefined ? undefined : parseCrm(crmName),
  });
  const question = text(body.question);
  const inputPrompt = text(body.inputPrompt);
  return {
    crm,
    language: languageOf(text(body.language)) ?? sellerOf(served, body.seller).language,
    now: Date.now(),
    ...(record && { record }),
    ...(mail && { mail }),
    ...(question && { question }),
    ...(inputPrompt && { inputPrompt }),
    ...(body.page !== undefined && { page: pageOf(body.page) }),
  };
}

function pageOf(page: unknown): number {
  if (typeof page === 'number' && Number.isInteger(page) && page >= 0 && page <= lastPage) return page;
  const shown = JSON.stringify(page).slice(0, 60);
  throw new CodedError('INVALID_ARGUMENT', `page: a whole number from 0 to ${lastPage} is expected, not ${shown}.`);
}

function languageOf(tag: string | undefined): string | undefined {
  if (tag === undefined || isLanguage(tag)) return tag;
  throw new CodedError('INVALID_ARGUMENT', `language: a BCP 47 tag such as fr-FR is expected, not "${tag}".`);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
