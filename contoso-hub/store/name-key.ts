/** A name as it is compared: in lower case, without blanks at its ends, in one Unicode form. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase().normalize('NFKC');
}
