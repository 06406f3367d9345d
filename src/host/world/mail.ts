import type { extensionPoints, ShapeOf } from '../../contract/contract.ts';
import type { Crm } from './crm.ts';
import type { RecordKey } from './crm-record.ts';

type EmailFields = (typeof extensionPoints)['emailSummary']['models']['ExtensibilityEmail'];

/** What the host sends of a mail as resourceData; times in ISO 8601. */
export type MailData = ShapeOf<EmailFields, Record<never, never>, string>;

/** A mail in the seller's mailbox, with the thread it answers. */
export interface Mail extends MailData {
  readonly id: string;
  /** BCP 47; absent where nobody knows. */
  readonly language?: string;
  /** The CRM records that it is connected to, the foremost first. */
  readonly related: readonly RecordKey[];
  /** The CRM of those records; absent: the world's own. */
  readonly crm?: Crm;
  /** Names of participants by address in lower case. */
  readonly names: Readonly<Record<string, string>>;
  /** The tenant whose sellers have it; absent: all. */
  readonly tenant?: string;
}

/** The name that goes with an address; where none is known, what stands before the @. */
export function nameOf({ names }: Pick<Mail, 'names'>, address: string): string {
  const [local = address] = address.split('@');
  return names[address.toLowerCase()] ?? local.charAt(0).toUpperCase() + local.slice(1);
}

/** Everybody in the thread: sender, receivers, copies; plain addresses, each once. */
export function participantsOf(mail: MailData): string[] {
  const texts = [mail.from ?? [], mail.to ?? [], mail.cc ?? [], mail.bcc ?? []].flat();
  const addresses = texts.map(plainAddress).filter((address) => address !== '');
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

/** "Kenny Smith <kenny@contoso.com>" without the name. */
function plainAddress(text: string): string {
  return (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim();
}
