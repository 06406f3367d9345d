/** Record ids in one spelling, so that === compares them as their CRM does. */

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const salesforce = /^[0-9a-zA-Z]{15}(?:[0-9a-zA-Z]{3})?$/;
const checksumDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The canonical spelling: a Dynamics GUID in lower case without braces, a Salesforce id with 18 characters; anything
 * else as it came. An 18-character id in the wrong case is set right by its checksum, which exists for that.
 */
export function canonicalRecordId(id: string): string {
  const trimmed = id.trim();
  const found = guid.exec(trimmed);
  if (found?.[1]) return found[1].toLowerCase();
  if (!salesforce.test(trimmed)) return trimmed;
  if (trimmed.length === 15) return trimmed + checksumOf(trimmed);
  const suffix = trimmed.slice(15).toUpperCase();
  return (restoreCase(trimmed.slice(0, 15), suffix) ?? trimmed.slice(0, 15)) + suffix;
}

/** Three characters, each the bits of which of five letters are capitals. Source: Salesforce, 18-character ids. */
function checksumOf(id15: string): string {
  let checksum = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place++) if (/[A-Z]/.test(id15.charAt(chunk + place))) bits |= 1 << place;
    checksum += checksumDigits.charAt(bits);
  }
  return checksum;
}

/** The id with the capitals that the checksum tells, or undefined where the checksum fits no such id. */
function restoreCase(id15: string, checksum: string): string | undefined {
  let restored = '';
  for (let place = 0; place < 15; place++) {
    const bits = checksumDigits.indexOf(checksum.charAt(Math.floor(place / 5)));
    const letter = id15.charAt(place);
    restored += bits & (1 << (place % 5)) ? letter.toUpperCase() : letter.toLowerCase();
  }
  return checksumOf(restored) === checksum ? restored : undefined;
}
