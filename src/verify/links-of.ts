/** The links of an answer that a seller can follow. */
import type { SeenAnswer } from './seen-answers.ts';

export interface Link {
  readonly url: string;
  /** In words, where it stands. */
  readonly place: string;
}

const fields = ['url', 'content', 'contentIconUrl'];

/** Of items as they are shown; of cards those that open something. */
export function linksOf({ checked }: SeenAnswer): Link[] {
  return checked.items.flatMap((item, index) => {
    const place = `item ${index + 1}`;
    if ('adaptiveCard' in item) {
      const { url } = (item.previewCardData ?? {}) as { url?: unknown };
      return [
        ...(typeof url === 'string' ? [{ url, place: `previewCardData.url of ${place}` }] : []),
        ...opened(item.adaptiveCard).map((each) => ({ url: each, place: `Action.OpenUrl of ${place}` })),
      ];
    }
    return fields.flatMap((name) => {
      const url = item[name];
      return typeof url === 'string' ? [{ url, place: `${name} of ${place}` }] : [];
    });
  });
}

/** What the Action.OpenUrl of a card open, wherever they stand in it. */
function opened(card: unknown): string[] {
  if (typeof card !== 'object' || card === null) return [];
  const { type, url } = card as { type?: unknown; url?: unknown };
  const own = type === 'Action.OpenUrl' && typeof url === 'string' ? [url] : [];
  return [...own, ...Object.values(card).flatMap(opened)];
}
