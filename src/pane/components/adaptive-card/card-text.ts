/** A card's texts, one a line, facts as "label: value": what is copied, and what names a card without a title. */
export function cardText(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(cardText);
  if (typeof card !== 'object' || card === null) return [];
  const { type, text, facts, inlines, body, items, columns, rows, cells } = card as Readonly<Record<string, unknown>>;
  if (Array.isArray(facts))
    return facts.map(({ title, value }: { title?: unknown; value?: unknown }) => `${title ?? ''}: ${value ?? ''}`);
  if (Array.isArray(inlines))
    return [inlines.map((each) => (typeof each === 'string' ? each : (cardText(each)[0] ?? ''))).join('')];
  if ((type === 'TextBlock' || type === 'TextRun') && typeof text === 'string') return [text];
  return [body, items, columns, rows, cells].flatMap(cardText);
}
