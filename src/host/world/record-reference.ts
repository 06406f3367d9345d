/** What the command line says of records and CRMs, read. Errors are CodedErrors INVALID_ARGUMENT. */
import { CodedError } from '../../core/coded-error.ts';
import { didYouMean } from '../configuration/nearest-word.ts';
import { type Crm, type CrmType, crms } from './crm.ts';

/** A record as it is named: its type is a system name in lower case, its id as it was given. */
export interface RecordReference {
  readonly type: string;
  readonly id: string;
}

const example = 'opportunity:50cafe00-a100-4000-8000-000000000001';

/** Reads "opportunity:ID". */
export function parseRecordReference(text: string): RecordReference {
  const colon = text.indexOf(':');
  const type = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const id = text.slice(colon + 1).trim();
  if (colon === -1) throw invalid(`The record "${text}" has no type: write TYPE:ID, such as ${example}.`);
  if (!/^[a-z]\w*$/.test(type)) {
    throw invalid(`"${type}" in the record "${text}" is no record type: write TYPE:ID, such as ${example}.`);
  }
  if (id === '') throw invalid(`The record "${text}" has no id after the colon: write TYPE:ID, such as ${example}.`);
  return { type, id };
}

const typesByName = new Map(Object.keys(crms).map((type) => [type.toLowerCase(), type as CrmType]));

/** Reads "dynamics365" or "salesforce", with ":ORG-URL" (a URL or a host name) for another organization than Contoso's. */
export function parseCrm(text: string): Crm {
  const colon = text.indexOf(':');
  const name = (colon === -1 ? text : text.slice(0, colon)).trim();
  const type = typesByName.get(name.toLowerCase().replace(/\s/g, ''));
  if (!type) throw invalid(`There is no CRM "${name}". ${didYouMean(name, [...typesByName.keys()])}`);
  return colon === -1 ? crms[type] : { type, orgUrl: orgUrlOf(text.slice(colon + 1).trim(), text) };
}

/** An organization's URL without path and closing slash, from a URL or a host name. */
function orgUrlOf(written: string, text: string): string {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return url.origin;
  throw invalid(
    `"${written}" in the CRM "${text}" is no address of an organization: write one such as ${crms.Dynamics365.orgUrl}.`,
  );
}

function invalid(message: string): CodedError {
  return new CodedError('INVALID_ARGUMENT', message);
}
