/** What of a question feeds the parameters of an operation of one's own. */
import type { ExtensionPoint } from '../../contract/contract.ts';
import { round } from './feed-outputs.ts';
import { takes } from './list-reading.ts';
import { matchName } from './match-names.ts';
import type { OwnOperation, OwnParameter } from './own-api.ts';
import type { InputFeed } from './proposal.ts';
import { recordTypes, type Source, sources } from './sales-words.ts';
import { wordsOf } from './words.ts';

const enough = 0.55;

/** The sources that a point's question has; the user's language and tenant come with every question. */
function sourcesOf(point: ExtensionPoint): readonly Source[] {
  const has = (name: string) => takes(point, name);
  const isMail = has('resourceData');
  const plain = ['recordType', 'crmType', 'crmOrgUrl', 'top', 'skip', 'startDateTime', 'endDateTime'] as const;
  return [
    ...(isMail ? (['people', 'question'] as const) : []),
    ...(has('recordId') || has('relatedEntities') ? (['recordId'] as const) : []),
    ...plain.filter(has),
    ...(has('skip') ? (['page'] as const) : []),
    'language',
    'tenant',
  ];
}

/**
 * Each parameter that something feeds, the best for each source, and of ids one for each type of record; required ones
 * that nothing feeds come with `nothing`. A page's number is left alone unless it is required: the first page is enough.
 */
export function feedInputs(point: ExtensionPoint, { parameters, resource }: OwnOperation): InputFeed[] {
  const scored = parameters
    .flatMap((parameter) =>
      sourcesOf(point).map(
        (source): InputFeed => ({
          parameter,
          source,
          ...scoreOf(parameter, source, resource),
          ...(source === 'recordId' && { recordType: recordTypeOf(parameter) }),
        }),
      ),
    )
    .filter(({ score, source, parameter }) => score >= enough && (source !== 'page' || parameter.isRequired))
    .toSorted((one, other) => other.score - one.score);
  const feeds: InputFeed[] = [];
  for (const feed of scored) {
    if (!feeds.some((other) => excludes(other, feed))) feeds.push(feed);
  }
  // A mail is asked by who is in it; by the records that it is related to only where nothing takes that.
  const isByMail = feeds.some(({ source }) => source === 'people' || source === 'question');
  const kept = isByMail && !takes(point, 'recordId') ? feeds.filter(({ source }) => source !== 'recordId') : feeds;
  const unfed = parameters.filter(
    (parameter) => parameter.isRequired && !kept.some((feed) => feed.parameter === parameter),
  );
  return [
    ...parameters.flatMap((parameter) => kept.find((feed) => feed.parameter === parameter) ?? []),
    ...unfed.map(
      (parameter): InputFeed => ({ parameter, source: 'nothing', score: 0, why: 'nothing of the question fits' }),
    ),
  ];
}

/** One parameter is fed once, and one source feeds once; but an opportunity's id and an account's go side by side. */
function excludes(one: InputFeed, other: InputFeed): boolean {
  if (one.parameter === other.parameter) return true;
  if (one.source !== other.source) return false;
  const types = [one.recordType, other.recordType];
  const isInPath = [one, other].some(({ parameter }) => parameter.in === 'path' || parameter.isRequired);
  return isInPath || types.includes(undefined) || one.recordType === other.recordType;
}

/** The type of CRM record that a parameter takes the ids of, by its name alone: descriptions name several. */
function recordTypeOf({ name }: OwnParameter): string | undefined {
  const words = wordsOf(name);
  return Object.entries(recordTypes).find(([, names]) => names.some((each) => words.includes(each)))?.[0];
}

const numbers: readonly Source[] = ['top', 'skip', 'page'];
const times: readonly Source[] = ['startDateTime', 'endDateTime'];

function scoreOf(parameter: OwnParameter, source: Source, resource: string): { score: number; why: string } {
  const { name, type, format = '', description } = parameter;
  const isNumber = type === 'integer' || type === 'number';
  if (isNumber !== numbers.includes(source) && !times.includes(source)) return { score: 0, why: '' };
  if (format.startsWith('date') && !times.includes(source)) return { score: 0, why: '' };
  // An id of the application's own is none of the CRM's.
  if (source === 'recordId' && name.toLowerCase() === `${resource.replaceAll(' ', '')}id`) return { score: 0, why: '' };
  const match = matchName(name.replace(/^(filter|query)[.[]|\]$/g, ''), description, sources[source]);
  const isCrm = source === 'recordId' && /\b(CRM|Dynamics|Salesforce|opportunity|deal)\b/i.test(description);
  const isAddress = source === 'people' && format === 'email';
  const isTime = times.includes(source) && format.startsWith('date');
  const score = match.score === 0 ? 0 : Math.min(1, match.score + (isCrm ? 0.3 : 0) + (isAddress || isTime ? 0.1 : 0));
  const why = [match.why, isCrm ? 'its description speaks of the CRM' : ''].filter(Boolean).join(', ');
  return { score: round(score), why };
}
