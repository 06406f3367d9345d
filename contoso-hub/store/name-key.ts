const legalForms = /[\s,]+(inc|corp|corporation|ltd|limited|llc|plc|gmbh|ag|s\.?a|s\.?r\.?l|b\.?v)\.?$/;

/** As many letters of a name count: with a tenant they fit into a key of PostgreSQL. */
const most = 300;

/** A name as it is compared: in lower case, in one Unicode form, without blanks at its ends and without its legal form. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(legalForms, '').replace(/\s+/g, ' ').slice(0, most);
}
