/** Record ids as their CRM compares them. Written for the host alone: examiner and examined share no code. */

const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;
const shortSalesforceId = /^[\da-zA-Z]{15}$/;
const longSalesforceId = /^[\da-zA-Z]{18}$/;
const alphabet = 'abcdefghijklmnopqrstuvwxyz012345';

/** Whether two ids name the same record: GUIDs without case and braces, Salesforce ids with 15 or 18 characters. */
export function sameRecordId(one: string, other: string): boolean {
  return recordKey(one) === recordKey(other);
}

/**
 * A key that is equal for equal ids. The last three characters of a long Salesforce id say which of the others are
 * capitals, so that a long id is unique without case, and a short one is once they are added.
 */
export function recordKey(id: string): string {
  const trimmed = id.trim();
  const found = guid.exec(trimmed)?.[1];
  if (found) return found.toLowerCase();
  if (longSalesforceId.test(trimmed)) return trimmed.toLowerCase();
  if (shortSalesforceId.test(trimmed)) return trimmed.toLowerCase() + capitalsOf(trimmed);
  return trimmed;
}

/** Other ways in which a CRM writes this id; none for an id of another kind. */
export function spellingsOfId(id: string): string[] {
  const found = guid.exec(id)?.[1];
  const spellings = found
    ? [found.toLowerCase(), found.toUpperCase(), `{${found.toUpperCase()}}`]
    : longSalesforceId.test(id)
      ? [id.slice(0, 15)]
      : shortSalesforceId.test(id)
        ? [id + capitalsOf(id).toUpperCase()]
        : [];
  return spellings.filter((spelling) => spelling !== id);
}

function capitalsOf(id: string): string {
  return [0, 5, 10]
    .map((start) => [...id.slice(start, start + 5)].map((letter) => (/[A-Z]/.test(letter) ? '1' : '0')))
    .map((bits) => alphabet[Number.parseInt(bits.toReversed().join(''), 2)])
    .join('');
}
