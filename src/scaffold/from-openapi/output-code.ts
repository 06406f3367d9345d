/** The members of an item, as TypeScript makes them of what one's own API answers. */
import { labelOf } from '../../contract/contract.ts';
import type { OwnField } from './own-schema.ts';
import type { OutputFeed } from './proposal.ts';
import { access, propertyKey, quoted } from './typescript-text.ts';

/** One output, in a line or two. */
export function outputLines({ output, isRequired, source }: OutputFeed, variable: string): string[] {
  const line = (value: string) => [`    ${output}: ${value},`];
  switch (source.kind) {
    case 'constant':
      return line(quoted(source.value));
    case 'composed':
      return line(composed(source.fields, variable));
    case 'pairs': {
      const labels = distinct(source.fields.map(labelFor));
      const members = source.fields.map(
        (field, index) => `      ${propertyKey(labels[index] ?? '')}: ${reached(field, variable)},`,
      );
      return [`    ${output}: pairsOf({`, ...members, '    }),'];
    }
    case 'nothing':
      return isRequired
        ? [`    // TODO: nothing fits ${output}.`, ...line("''")]
        : [`    // TODO: nothing fits ${output}.`];
    case 'field': {
      if (output === 'contentType') return line(`contentTypeOf(${reached(source.field, variable)})`);
      const value = expressionFor(output, source.field, variable);
      if (source.field.isRequired) return line(value);
      if (source.instead) return line(`${value} ?? ${composed(source.instead, variable)}`);
      if (!isRequired) return line(`${value} ?? undefined`);
      const usual = output === 'dateTime' ? 'new Date(0)' : "''";
      return [
        `    // TODO: ${source.field.path.map((name) => name.replace(/\s+/g, ' ')).join('.')} may be absent.`,
        ...line(`${value} ?? ${usual}`),
      ];
    }
  }
}

function expressionFor(output: string, field: OwnField, variable: string): string {
  const own = reached(field, variable);
  if (output === 'dateTime') {
    // A day alone, or seconds: Date reads both once they are milliseconds.
    if (field.type === 'string' && field.format === 'date-time') return own;
    const made = (text: string) => (field.type === 'integer' ? `new Date(${text} * 1000)` : `new Date(${text})`);
    return field.isRequired ? made(own) : `(${own} ? ${made(own)} : undefined)`;
  }
  if (field.type === 'string') return own;
  return field.isRequired ? `String(${own})` : `${own}?.toString()`;
}

function composed(fields: readonly [OwnField, OwnField], variable: string): string {
  const [title, status] = fields.map((field) => `\${${reached(field, variable)}${field.isRequired ? '' : " ?? ''"}}`);
  return `\`${title}: ${status}\``;
}

function reached({ path, isRequired }: OwnField, variable: string): string {
  return variable + path.map((name, index) => access(name, index === 0 || isRequired)).join('');
}

/** Labels of which none is empty, and no two are the same. */
function distinct(labels: readonly string[]): string[] {
  const taken: string[] = [];
  for (const label of labels) {
    const name = label || 'Value';
    taken.push(taken.includes(name) ? `${name} ${taken.length + 1}` : name);
  }
  return taken;
}

/** What sellers read: `status_changed_at` gives "Status Changed At". */
function labelFor({ path }: OwnField): string {
  return labelOf(
    path
      .slice(-2)
      .join(' ')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );
}
