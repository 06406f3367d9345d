/** Which properties of an item feed the outputs of an extension point. */
import type { ExtensionPoint } from '../../contract/contract.ts';
import { matchName } from './match-names.ts';
import type { OwnOperation } from './own-api.ts';
import { currenciesIn } from './own-currencies.ts';
import type { OwnField } from './own-schema.ts';
import type { MadeText, OutputFeed, OutputSource } from './proposal.ts';
import { type Sense, senses } from './sales-words.ts';
import { plural } from './words.ts';

/** What an output means, or what is said for every item: made of the API's title and what an item is called. */
type Wish = Sense | ((title: string, resource: string) => string);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const wishes: Readonly<Record<string, Readonly<Record<string, Wish>>>> = {
  'record-details': {
    recordId: 'id',
    recordTypeDisplayName: (_title, resource) => capital(resource),
    recordTypePluralDisplayName: (_title, resource) => capital(plural(resource)),
    recordType: (_title, resource) => resource.replaceAll(' ', '_'),
    recordTitle: 'title',
    url: 'link',
  },
  'record-summary': { title: 'event', description: 'text', dateTime: 'time', url: 'link' },
  'opportunity-insights': { title: shortTitle, description: 'text', url: 'link', dateTime: 'time' },
  'email-summary': { insight: 'text' },
  'email-draft': {
    contentType: 'kind',
    content: 'file',
    contentTitle: 'title',
    contentDescription: 'text',
    contentIconUrl: 'icon',
  },
};

const enough = 0.35;
const mostPairs = 5;
const composedScore = 0.5;
/** What a seller does not read. */
const unread: readonly Sense[] = ['id', 'link', 'file', 'icon'];

/** A feed for each output, `nothing` among them. */
export function feedOutputs(point: ExtensionPoint, operation: OwnOperation, title: string): OutputFeed[] {
  const { fields, resource } = operation;
  const used = new Set<OwnField>();
  const feeds = point.item.map(({ name, required }): OutputFeed => {
    const wish = wishes[point.id]?.[name];
    const base = { output: name, isRequired: required };
    if (wish === undefined) return { ...base, source: { kind: 'nothing' }, score: 0, why: '' };
    if (typeof wish === 'function')
      return {
        ...base,
        source: { kind: 'constant', value: wish(title, resource) },
        score: 0.8,
        why: 'the same for every item',
      };
    const found = bestField(fields, wish, resource);
    if (found) {
      used.add(found.field);
      const other = found.field.isRequired || !required ? undefined : substitute(wish, fields, resource).source;
      const instead = other?.kind === 'composed' ? { instead: other } : {};
      return { ...base, source: { kind: 'field', field: found.field, ...instead }, score: found.score, why: found.why };
    }
    return { ...base, ...substitute(wish, fields, resource) };
  });
  const told = feeds.map((feed) => unlikeTitle(feed, used));
  for (const { source } of told) if (source.kind === 'labelled') used.add(source.field);
  return told.map((feed) => (feed.output === 'additionalProperties' ? pairs(feed, fields, used, resource) : feed));
}

/** Where the title is shown already, a text made of it and a status is the status alone. */
function unlikeTitle(feed: OutputFeed, shown: ReadonlySet<OwnField>): OutputFeed {
  const { source } = feed;
  if (source.kind === 'field' && source.instead)
    return { ...feed, source: { ...source, instead: textUnlike(source.instead, shown) } };
  const made = source.kind === 'composed' ? textUnlike(source, shown) : source;
  return made === source ? feed : { ...feed, source: made, why: 'no text is there, so the status is one' };
}

function textUnlike(text: MadeText, shown: ReadonlySet<OwnField>): MadeText {
  if (text.kind !== 'composed' || !shown.has(text.fields[0])) return text;
  return { kind: 'labelled', field: text.fields[1] };
}

/** Only the name of the partner, at most 20 characters. */
function shortTitle(title: string): string {
  if (title.length <= 20) return title;
  return title
    .slice(0, 21)
    .replace(/\s+\S*$/, '')
    .slice(0, 20);
}

function bestField(fields: readonly OwnField[], sense: Sense, resource: string) {
  const scored = fields
    .filter((field) => !field.isList && isTypeFor(sense, field))
    .map((field) => ({ field, ...scoreOf(field, sense, resource) }))
    .filter(({ score }) => score >= enough);
  return scored.toSorted((one, other) => other.score - one.score)[0];
}

function isTypeFor(sense: Sense, { type, format = '' }: OwnField): boolean {
  const isTime = format.startsWith('date');
  if (sense === 'time') return isTime || type === 'integer' || type === 'string';
  if (sense === 'id') return !isTime && (type === 'string' || type === 'integer');
  return type === 'string' && !isTime;
}

const formats: Readonly<Partial<Record<Sense, RegExp>>> = {
  time: /^date/,
  link: /^ur[il]/,
  file: /^ur[il]/,
  icon: /^ur[il]/,
  id: /^uuid$/,
};
/** What an item may stand in without being another's: JSON:API, links, audit data. */
const wrappers = new Set(['attributes', 'links', '_links', 'fields', 'properties', 'data', 'metadata', 'meta']);

function scoreOf(field: OwnField, sense: Sense, resource: string): { score: number; why: string } {
  const [name = '', ...outer] = field.path.toReversed();
  const whole = wrappers.has(outer[0] ?? '') && name === 'href' ? (outer[0] ?? name) : name;
  const match = matchName(whole, field.description, senses[sense], resource.split(' '));
  const isFormat = formats[sense]?.test(field.format ?? '') ?? false;
  const isPlainTime = sense === 'time' && !isFormat;
  const isKindForText = sense === 'title' && field.isEnum;
  const foreign = outer.filter((each) => !wrappers.has(each)).length;
  const score =
    Math.max(match.score + (isFormat ? 0.04 : 0), isFormat && sense !== 'id' && sense !== 'icon' ? 0.5 : 0) *
    0.6 ** foreign *
    (isPlainTime || isKindForText ? 0.7 : 1) *
    (isFormat || !['link', 'file'].includes(sense) || /ur[il]|link|href/i.test(field.path.join(' ')) ? 1 : 0.4);
  const why = [match.why, isFormat ? `its format is ${field.format}` : ''].filter(Boolean).join(', ');
  return { score: Math.min(1, round(score)), why };
}

/** A text made of title and status; a file that is any file. */
function substitute(
  sense: Sense,
  fields: readonly OwnField[],
  resource: string,
): { source: OutputSource; score: number; why: string } {
  if (sense === 'kind')
    return { source: { kind: 'constant', value: 'content-file' }, score: composedScore, why: 'any kind of file' };
  const title = sense === 'text' || sense === 'event' ? bestField(fields, 'title', resource) : undefined;
  const status = bestField(fields, 'status', resource);
  if (!title || !status) return { source: { kind: 'nothing' }, score: 0, why: '' };
  const source = { kind: 'composed', fields: [title.field, status.field] } as const;
  return { source, score: composedScore, why: 'no text is there, so title and status make one' };
}

function pairs(
  feed: OutputFeed,
  fields: readonly OwnField[],
  used: ReadonlySet<OwnField>,
  resource: string,
): OutputFeed {
  const currencies = currenciesIn(fields);
  const ofAmounts = new Set(currencies.values());
  const isRead = (field: OwnField) =>
    !used.has(field) &&
    !ofAmounts.has(field) &&
    field.type !== 'object' &&
    unread.every((sense) => scoreOf(field, sense, resource).score < 0.6) &&
    !/(^|[a-z_])(id|Id|ID|url|Url|uri|etag|version)$/.test(field.path.at(-1) ?? '');
  const status = bestField(fields, 'status', resource)?.field;
  const left = fields.filter(isRead).toSorted((one, other) => Number(other === status) - Number(one === status));
  if (left.length === 0) return feed;
  return {
    ...feed,
    source: { kind: 'pairs', fields: left.slice(0, mostPairs), currencies },
    score: 0.6,
    why: 'what is left that sellers read',
  };
}

export function round(score: number): number {
  return Math.round(score * 100) / 100;
}
