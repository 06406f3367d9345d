/** The members of an item, as TypeScript makes them of what one's own API answers. */
import { labelOf } from '../../contract/contract.ts';
import type { OwnField } from './own-schema.ts';
import type { MadeText, OutputFeed } from './proposal.ts';
import { access, inTemplate, propertyKey, quoted } from './typescript-text.ts';

/** One output, in a line or two. */
export function outputLines({ output, isRequired, source }: OutputFeed, variable: string): string[] {
  const line = (value: string) => [`    ${output}: ${value},`];
  switch (source.kind) {
    case 'constant':
      return line(quoted(source.value));
    case 'composed':
    case 'labelled':
      return line(madeText(source, variable));
    case 'pairs': {
      const labels = distinct(source.fields.map((field) => labelFor(field, source.currencies.has(field))));
      const members = source.fields.map(
        (field, index) =>
          `      ${propertyKey(labels[index] ?? '')}: ${valueFor(field, source.currencies.get(field), variable)},`,
      );
      return [`    ${output}: pairsOf({`, ...members, '    }),'];
    }
    case 'nothing':
      return isRequired
        ? [`    // TODO: nothing fits ${output}.`, ...line(usualOf(output))]
        : [`    // TODO: nothing fits ${output}.`];
    case 'field': {
      if (output === 'contentType') return line(`contentTypeOf(${reached(source.field, variable)})`);
      const value = expressionFor(output, source.field, variable);
      if (source.field.isRequired) return line(value);
      if (source.instead) return line(`${value} ?? ${madeText(source.instead, variable)}`);
      if (!isRequired) return line(`${value} ?? undefined`);
      return [
        `    // TODO: ${source.field.path.map((name) => name.replace(/\s+/g, ' ')).join('.')} may be absent.`,
        ...line(`${value} ?? ${usualOf(output)}`),
      ];
    }
  }
}

/** What stands where something required is missing. */
const usualOf = (output: string) => (output === 'dateTime' ? 'new Date(0)' : "''");

/** Whether an output is written as the user's language has it: with days or amounts. */
export function isToldByLanguage({ source }: OutputFeed): boolean {
  return source.kind === 'pairs' && source.fields.some((field) => isDay(field) || source.currencies.has(field));
}

/** A value that sellers read. */
function valueFor(field: OwnField, currency: OwnField | undefined, variable: string): string {
  const value = reached(field, variable);
  if (currency) return `amountOf(${value}, ${reached(currency, variable)}, language)`;
  if (!isDay(field)) return value;
  return field.isRequired ? `dayOf(${value}, language)` : `${value} && dayOf(${value}, language)`;
}

const isDay = ({ type, format = '', isList }: OwnField) => type === 'string' && format.startsWith('date') && !isList;

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

function madeText(text: MadeText, variable: string): string {
  const part = (field: OwnField) => `\${${reached(field, variable)}${field.isRequired ? '' : " ?? ''"}}`;
  if (text.kind === 'labelled') return `\`${inTemplate(labelFor(text.field))}: ${part(text.field)}\``;
  return `\`${text.fields.map(part).join(': ')}\``;
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

/** What sellers read: `status_changed_at` gives "Status Changed At", and `totalAmount` with a currency "Total". */
export function labelFor({ path }: OwnField, isMoney = false): string {
  const label = labelOf(
    path
      .slice(-2)
      .join(' ')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );
  return isMoney ? label.replace(/(?<=\S) (?:Amount|Value)$/, '') : label;
}
