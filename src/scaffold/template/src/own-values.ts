/** What answers out of your API are made of: times, amounts, pairs, and the errors about a record. */
import { ConnectorError } from 'saleskit/connector';

/** A record that the API has nothing about. */
export function unknownRecord(): ConnectorError {
  return new ConnectorError('RECORD_NOT_FOUND', 'Fabrikam Sign does not know this record.');
}

/** Throws for a record whose id the API does not take: its ids are those of these types alone. */
export function expectRecordType(recordType: string, types: readonly string[]): void {
  if (!types.includes(recordType)) throw unknownRecord();
}

/** The id of the first record that a mail is related to, of this type where one is given. */
export function relatedId(
  { relatedEntities = [] }: { relatedEntities?: readonly { entityId: string; entityType: string }[] | undefined },
  type?: string,
): string | undefined {
  return relatedEntities.find(({ entityType }) => type === undefined || entityType === type)?.entityId;
}

/** Whether a time lies in the time asked for. */
export function isWithin(
  time: Date | string,
  { startDateTime, endDateTime }: { startDateTime?: Date | undefined; endDateTime?: Date | undefined },
): boolean {
  const at = new Date(time);
  return !(startDateTime && at < startDateTime) && !(endDateTime && at > endDateTime);
}

/** Name-value pairs of what is there. TODO: names and values in the user's language. */
export function pairsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}

/** `€1,200.00`; the number alone where the currency is no code of three letters. */
export function amountOf(
  amount: number | null | undefined,
  currency: string | null | undefined,
  language: string,
): string | undefined {
  const isCode = /^[A-Za-z]{3}$/.test(currency ?? '');
  return amount?.toLocaleString(language, isCode && currency ? { style: 'currency', currency } : {});
}

const contentTypes = [
  ['pdf', 'content-pdf'],
  ['word', 'content-doc'],
  ['presentation', 'content-pptx'],
  ['powerpoint', 'content-pptx'],
  ['sheet', 'content-xlsx'],
  ['excel', 'content-xlsx'],
  ['html', 'content-web'],
] as const;

/** What Copilot for Sales calls a media type. */
export function contentTypeOf(mediaType: string | null | undefined): string {
  const known = contentTypes.find(([part]) => mediaType?.toLowerCase().includes(part));
  return known?.[1] ?? 'content-file';
}
