type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const partsOf = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);

/** The card without the texts at its beginning that its head already shows; whole where nothing else would be left. */
export function withoutHead(card: unknown, shown: readonly (string | undefined)[]): unknown {
  if (!isPart(card) || !Array.isArray(card.body)) return card;
  const isShown = (part: unknown) =>
    isPart(part) && part.type === 'TextBlock' && shown.some((text) => text !== undefined && text === part.text);
  const rest = card.body.slice(card.body.findIndex((part) => !isShown(part)));
  return card.body.every(isShown) ? card : { ...card, body: rest };
}

/** Whether the card itself leads to a web page, so that no further button is wanted. */
export function hasPageAction(card: unknown): boolean {
  if (!isPart(card)) return false;
  const own = partsOf(card.actions);
  const inBody = partsOf(card.body).flatMap((part) => partsOf(part.actions));
  return [...own, ...inBody].some(({ type, url }) => type === 'Action.OpenUrl' && /^https?:/i.test(String(url)));
}

const textual = new Set(['TextBlock', 'RichTextBlock', 'ActionSet']);

/** A card of prose, a paragraph and sections of bullets, rather than of labels and values. */
export function isFreeForm(card: unknown): boolean {
  const isProse = (part: Part): boolean =>
    part.type === 'Container' ? partsOf(part.items).every(isProse) : textual.has(String(part.type));
  const body = isPart(card) ? partsOf(card.body) : [];
  return body.length > 0 && body.every(isProse);
}
