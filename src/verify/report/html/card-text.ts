/** An Adaptive Card as plain text and facts: what is left of it where no renderer is at hand. */

export type CardLine =
  | { readonly text: string }
  | { readonly facts: readonly (readonly [title: string, value: string])[] };

const deepest = 8;
const most = 40;

/** The lines of a card, in their order; its fallback text where the body has none. */
export function cardLines(card: unknown): CardLine[] {
  const { body, fallbackText } = objectOf(card);
  const lines = linesOf(body, 0).slice(0, most);
  return lines.length > 0 || typeof fallbackText !== 'string' ? lines : [{ text: fallbackText }];
}

/** Elements that hold others, by the properties in which they do. */
const holders = ['items', 'columns', 'rows', 'cells', 'body', 'card'];

function linesOf(value: unknown, depth: number): CardLine[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.slice(0, most).flatMap((each) => linesOf(each, depth + 1));
  const element = objectOf(value);
  if (element.isVisible === false) return [];
  const { type, text, facts, inlines, altText } = element;
  if (type === 'FactSet' && Array.isArray(facts)) return [{ facts: facts.slice(0, most).map(factOf) }];
  if (type === 'RichTextBlock' && Array.isArray(inlines))
    return [{ text: inlines.map((each) => textOf(typeof each === 'string' ? each : objectOf(each).text)).join('') }];
  if (type === 'Image' && typeof altText === 'string' && altText !== '') return [{ text: `(${altText})` }];
  if (typeof text === 'string') return text.trim() === '' ? [] : [{ text }];
  return holders.flatMap((name) => (element[name] === undefined ? [] : linesOf(element[name], depth + 1)));
}

function factOf(fact: unknown): readonly [string, string] {
  const { title, value } = objectOf(fact);
  return [textOf(title), textOf(value)];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
