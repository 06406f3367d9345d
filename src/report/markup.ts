/** HTML made of values that are escaped unless they are HTML already. */
import { printable } from './printable.ts';

/** HTML that is safe to stand in a page. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** What may stand in a template of HTML; nothing stands for undefined, null and false. */
export type Value = string | number | Markup | undefined | null | false | readonly Value[];

/** A template of HTML: markup`<b>${title}</b>` escapes the title. Attributes must be quoted. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((text, index) => text + htmlOf(values[index])).join(''));
}

function htmlOf(value: Value): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(htmlOf).join('');
  return escaped(String(value));
}

/** Text as HTML shows it, also between quotes; control characters are written out. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
