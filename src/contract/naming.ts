/** Names made from names, so that nothing is called by hand what the declaration calls already. */

const acronyms: Record<string, string> = { crm: 'CRM', url: 'URL', id: 'ID', html: 'HTML' };

/** A label for people: `crmOrgUrl` gives "CRM Org URL". */
export function labelOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s-]+/)
    .map((word) => acronyms[word.toLowerCase()] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** `record-details` gives "RecordDetails". */
export function pascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `record-details` gives "recordDetails". */
export function camelCase(id: string): string {
  const name = pascalCase(id);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The name by which code knows a field: version 1 of email summary writes Top and Skip. */
export function propertyName(fieldName: string): string {
  return fieldName.charAt(0).toLowerCase() + fieldName.slice(1);
}
