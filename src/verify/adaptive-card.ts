/**
 * Whether an Adaptive Card is one of version 1.5: elements, what they cannot do without, and words that are fixed. The
 * renderer's own parser does not tell: a missing text, a body that is no list and a later version are nothing to it.
 */
import { isObject, type Json } from './json-object.ts';

type Needs = Readonly<Record<string, 'string' | 'array'>>;

/** Elements and actions of version 1.5 with the properties that they require (adaptivecards.io, Schema Explorer). */
const elements: Readonly<Record<string, Needs>> = {
  TextBlock: { text: 'string' },
  Image: { url: 'string' },
  Media: { sources: 'array' },
  RichTextBlock: { inlines: 'array' },
  TextRun: { text: 'string' },
  Container: { items: 'array' },
  ColumnSet: {},
  Column: {},
  FactSet: { facts: 'array' },
  ImageSet: { images: 'array' },
  ActionSet: { actions: 'array' },
  Table: {},
  TableRow: {},
  TableCell: { items: 'array' },
  'Input.Text': { id: 'string' },
  'Input.Number': { id: 'string' },
  'Input.Date': { id: 'string' },
  'Input.Time': { id: 'string' },
  'Input.Toggle': { id: 'string', title: 'string' },
  'Input.ChoiceSet': { id: 'string' },
  'Action.OpenUrl': { url: 'string' },
  'Action.Submit': {},
  'Action.ShowCard': {},
  'Action.ToggleVisibility': { targetElements: 'array' },
  'Action.Execute': {},
};

/** Properties that hold elements, and the type of those that may leave theirs out. */
const holders: Readonly<Record<string, string | undefined>> = {
  body: undefined,
  items: undefined,
  actions: undefined,
  selectAction: undefined,
  inlineAction: undefined,
  inlines: 'TextRun',
  columns: 'Column',
  images: 'Image',
  rows: 'TableRow',
  cells: 'TableCell',
};

/** Words that are fixed; case does not count. */
const words: Readonly<Record<string, readonly string[]>> = {
  spacing: ['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'],
  color: ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'],
  weight: ['default', 'lighter', 'bolder'],
  horizontalAlignment: ['left', 'center', 'right'],
  size: ['default', 'auto', 'stretch', 'small', 'medium', 'large', 'extraLarge'],
};
const truths = new Set(['wrap', 'isSubtle', 'separator', 'isVisible']);

/** What is wrong with a card, in words; nothing where all is well. */
export function cardProblems(card: Json): string[] {
  const { version } = card;
  const isDrawn = typeof version === 'string' && /^1\.[0-5]$/.test(version);
  return [
    ...(isDrawn ? [] : [`version is ${JSON.stringify(version) ?? 'missing'}, not "1.5".`]),
    ...within(card, 'The card'),
  ];
}

function within(holder: Json, place: string): string[] {
  return Object.entries(holder).flatMap(([name, value]) => {
    if (value === null) return [];
    if (name === 'card') return isObject(value) ? within(value, `${place}/card`) : [`${place}/card is no card.`];
    if (!(name in holders) || (name === 'columns' && holder.type === 'Table')) return [];
    const isOne = name.endsWith('Action');
    if (!isOne && !Array.isArray(value)) return [`${place}/${name} is no list.`];
    return (isOne ? [value] : (value as unknown[])).flatMap((each, index) =>
      elementProblems(each, holders[name], isOne ? `${place}/${name}` : `${place}/${name}/${index}`),
    );
  });
}

function elementProblems(element: unknown, usualType: string | undefined, place: string): string[] {
  if (usualType === 'TextRun' && typeof element === 'string') return [];
  if (!isObject(element)) return [`${place} is no element.`];
  const type = element.type ?? usualType;
  const needs = typeof type === 'string' && Object.hasOwn(elements, type) ? elements[type] : undefined;
  if (!needs && element.fallback !== undefined) return [];
  if (!needs) return [`${place} is of type ${JSON.stringify(type) ?? 'nothing'}, which version 1.5 does not have.`];
  return [
    ...Object.entries(needs).flatMap(([name, kind]) =>
      (kind === 'array' ? Array.isArray(element[name]) : typeof element[name] === 'string')
        ? []
        : [`${place} (${type}) needs ${name}, ${kind === 'array' ? 'a list' : 'a text'}.`],
    ),
    ...(type === 'FactSet' && Array.isArray(element.facts) ? factProblems(element.facts, place) : []),
    ...Object.entries(element).flatMap(([name, value]) => wordProblems(name, value, place)),
    ...within(element, place),
  ];
}

function factProblems(facts: readonly unknown[], place: string): string[] {
  return facts.flatMap((fact, index) =>
    isObject(fact) && typeof fact.title === 'string' && typeof fact.value === 'string'
      ? []
      : [`${place}/facts/${index} needs title and value, both texts.`],
  );
}

function wordProblems(name: string, value: unknown, place: string): string[] {
  if (value === null) return [];
  if (truths.has(name) && typeof value !== 'boolean') return [`${place}/${name} is neither true nor false.`];
  const allowed = words[name];
  if (!allowed || allowed.some((word) => word.toLowerCase() === String(value).toLowerCase())) return [];
  return [`${place}/${name} is ${JSON.stringify(value)}, none of ${allowed.join(', ')}.`];
}
