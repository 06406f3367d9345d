/** An activity as an item of a record summary. */
import type { Activity, ActivityFacts, ActivityKind } from '../facts.ts';
import { linkTo } from '../links.ts';
import type { MessageKey } from '../messages/en.ts';
import type { Wording } from '../wording.ts';

type FactsOf<Kind extends ActivityKind> = Extract<ActivityFacts, { kind: Kind }>;

interface Telling {
  /** What the sentence of this kind is filled with. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly properties: readonly (readonly [MessageKey, string])[];
  readonly url: string;
}

type Tell<Kind extends ActivityKind> = (facts: FactsOf<Kind>, activity: Activity, wording: Wording) => Telling;

const tellings: { readonly [Kind in ActivityKind]: Tell<Kind> } = {
  'agreement-sent': ({ agreement, by, to }, { at }, wording) => ({
    values: { by, to: wording.list(to), agreement: agreement.name },
    properties: [
      ['label.agreement', agreement.name],
      ['label.sentBy', by],
      ['label.sentTo', wording.list(to)],
      ['label.sentOn', wording.date(at)],
    ],
    url: linkTo('agreements', agreement.id),
  }),
  'agreement-viewed': ({ agreement, by }, { at }, wording) => ({
    values: { by, agreement: agreement.name },
    properties: [
      ['label.agreement', agreement.name],
      ['label.openedBy', by],
      ['label.openedOn', wording.date(at)],
    ],
    url: linkTo('agreements', agreement.id),
  }),
  'agreement-signed': ({ agreement, by }, { at }, wording) => ({
    values: { by: wording.list(by), agreement: agreement.name },
    properties: [
      ['label.agreement', agreement.name],
      ['label.signedBy', wording.list(by)],
      ['label.signedOn', wording.date(at)],
    ],
    url: linkTo('agreements', agreement.id),
  }),
  'agreement-declined': ({ agreement, by }, { at }, wording) => ({
    values: { by, agreement: agreement.name },
    properties: [
      ['label.agreement', agreement.name],
      ['label.declinedBy', by],
      ['label.declinedOn', wording.date(at)],
    ],
    url: linkTo('agreements', agreement.id),
  }),
  'site-visited': ({ by, page, visits, minutes }, { id, at }, wording) => ({
    values: { by, page, visits },
    properties: [
      ['label.visitor', by],
      ['label.page', page],
      ['label.visits', wording.number(visits)],
      ['label.duration', wording.minutes(minutes)],
      ['label.date', wording.date(at)],
    ],
    url: linkTo('visits', id),
  }),
  'content-opened': ({ by, content }, { at }, wording) => ({
    values: { by, content: content.title },
    properties: [
      ['label.content', content.title],
      ['label.openedBy', by],
      ['label.openedOn', wording.date(at)],
    ],
    url: linkTo('content', content.id),
  }),
  'meeting-held': ({ by, with: participants, minutes }, { id, at }, wording) => ({
    values: { by, with: wording.list(participants) },
    properties: [
      ['label.colleague', by],
      ['label.participants', wording.list(participants)],
      ['label.duration', wording.minutes(minutes)],
      ['label.date', wording.date(at)],
    ],
    url: linkTo('meetings', id),
  }),
};

/** Title, sentence, time, link and properties of an activity, in the wording's language. */
export function activityItem(activity: Activity, wording: Wording) {
  const { facts, at } = activity;
  const tell = tellings[facts.kind] as Tell<ActivityKind>;
  const { values, properties, url } = tell(facts, activity, wording);
  return {
    title: wording.text(`${facts.kind}.title`),
    description: wording.text(`${facts.kind}.text`, values),
    dateTime: new Date(at),
    url,
    additionalProperties: labelled(properties, wording),
  };
}

/** Name-value pairs under their labels in the wording's language, in order. */
export function labelled(
  properties: readonly (readonly [MessageKey, string])[],
  wording: Wording,
): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const [label, value] of properties) pairs[wording.text(label)] = value;
  return pairs;
}
