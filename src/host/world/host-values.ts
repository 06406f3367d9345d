/** What the host sends to an extension point, by the contract's input names, before it is mapped to an action. */
import { type ExtensionPointId, extensionPoints, limits, propertyName } from '../../contract/contract.ts';
import type { Crm } from './crm.ts';
import type { CrmRecord, RecordKey } from './crm-record.ts';
import { type HostProfileSwitches, usualHostProfile } from './host-profile-switches.ts';
import { type Mail, type MailData, participantsOf } from './mail.ts';
import { sameRecordId } from './record-id.ts';

/** What the seller has before them when the host calls. */
export interface Situation {
  readonly record?: CrmRecord;
  readonly mail?: Mail;
  readonly crm: Crm;
  /** BCP 47. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What was asked in Sales chat: see choose-skill.ts. */
  readonly question?: string;
  /** The prompt in use while drafting a mail. */
  readonly inputPrompt?: string;
  /** From 0, the page of items wanted. */
  readonly page?: number;
}

type Value = (situation: Situation, profile: HostProfileSwitches) => unknown;

const day = 86_400_000;
const { ExtensibilityEmail: emailFields } = extensionPoints.emailSummary.models;

/** The values of the extension points' inputs, by name; a value that is absent is not sent. */
const values: Readonly<Record<string, Value>> = {
  recordType: (situation) => relatedRecords(situation)[0]?.type.toLowerCase(),
  recordId: (situation) => relatedRecords(situation)[0]?.ids[situation.crm.type],
  relatedEntities: (situation) => {
    const entities = relatedRecords(situation).map(({ type, ids }) => ({
      entityId: ids[situation.crm.type],
      entityType: type.toLowerCase(),
      entitySource: 'connected',
    }));
    return entities.length > 0 ? entities : undefined;
  },
  resourceData: ({ mail }) => mail && resourceDataOf(mail),
  resourceType: () => 'email-thread',
  emailContacts: ({ mail }) => mail && participantsOf(mail).join(','),
  inputPrompt: ({ inputPrompt }) => inputPrompt,
  crmType: ({ crm }, profile) => crmTypes[profile.crmType](crm),
  crmOrgUrl: ({ crm }, profile) => crmOrgUrls[profile.crmOrgUrl](crm),
  top: (_, { top }) => (top === 'omitted' ? undefined : top),
  skip: ({ page = 0 }, { top, skip }) =>
    skip === 'omitted' ? undefined : skip + page * (top === 'omitted' ? limits.top.default : top),
  startDateTime: ({ now }, { startDateTime }) =>
    startDateTime === 'omitted' ? undefined : new Date(now - startDateTime * day).toISOString(),
  endDateTime: ({ now }, { endDateTime }) => (endDateTime === 'omitted' ? undefined : new Date(now).toISOString()),
};

const crmTypes: Readonly<Record<HostProfileSwitches['crmType'], (crm: Crm) => string | undefined>> = {
  'without blank': ({ type }) => type,
  'Dynamics 365': ({ type }) => type.replace('365', ' 365'),
  'lower case': ({ type }) => type.toLowerCase(),
  omitted: () => undefined,
};

const crmOrgUrls: Readonly<Record<HostProfileSwitches['crmOrgUrl'], (crm: Crm) => string | undefined>> = {
  URL: ({ orgUrl }) => orgUrl,
  'bare host': ({ orgUrl }) => new URL(orgUrl).host,
  omitted: () => undefined,
};

/** The values of an extension point's inputs in a situation. Inputs that it has no value for are absent. */
export function hostValues(
  pointId: ExtensionPointId,
  situation: Situation,
  profile: HostProfileSwitches = usualHostProfile,
): Record<string, unknown> {
  const point = Object.values(extensionPoints).find(({ id }) => id === pointId);
  const given = (point?.inputs ?? []).map(({ name }) => [name, values[propertyName(name)]?.(situation, profile)]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** The fields of a mail that are sent as resourceData. */
export function resourceDataOf(mail: Mail): MailData {
  const given = emailFields.map(({ name }) => [name, mail[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** The open record, then those that the mail is connected to, as far as this CRM has them; each once. */
function relatedRecords({ record, mail, crm }: Situation): RecordKey[] {
  const known = [record ?? [], mail?.related ?? []].flat().filter(({ ids }) => ids[crm.type] !== undefined);
  const isSame = (one: RecordKey, other: RecordKey) =>
    one.type.toLowerCase() === other.type.toLowerCase() &&
    sameRecordId(one.ids[crm.type] ?? '', other.ids[crm.type] ?? '');
  return known.filter((one, index) => known.findIndex((other) => isSame(one, other)) === index);
}
