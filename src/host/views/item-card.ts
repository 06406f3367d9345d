import type { Item } from '../engine/check-answer.ts';

/** An item of an extension point as Sales chat lists it: a card of its title, text and additional properties. */
export function itemCard(item: Item): Item {
  const text = (...names: string[]) => names.map((name) => item[name]).find((value) => typeof value === 'string');
  const about = text('description', 'insight', 'contentDescription');
  const title = text('recordTitle', 'title', 'contentTitle') ?? about ?? '';
  const url = text('url', 'content');
  const facts = Object.entries(item.additionalProperties ?? {}).map(([name, value]) => ({ title: name, value }));
  const body = [
    { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
    ...(about === undefined || about === title ? [] : [{ type: 'TextBlock', text: about, wrap: true }]),
    ...(facts.length > 0 ? [{ type: 'FactSet', facts }] : []),
  ];
  return {
    adaptiveCard: { type: 'AdaptiveCard', version: '1.5', body },
    previewCardData: { title, ...(url !== undefined && { url }) },
  };
}
