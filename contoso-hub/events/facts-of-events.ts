/** The facts that events turn into. Pure: a store reads what is wanted, and writes what comes of it, in one transaction. */
import type { Activity, ActivityKind, Agreement, Content, Subject } from '../facts.ts';
import type { HubData } from '../store/hub-data.ts';
import { type AgreementEvent, agreementAfter, isAboutAgreement } from './agreement-history.ts';
import { type EventFault, type EventKind, type EventOf, EventsRefused, type HubEvent, timeOf } from './event.ts';

/** When a fact last changed by an event: an older change that arrives later is passed over. */
export interface FactVersion {
  readonly fact: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Ids of the facts, and names of the versions, that events are to be read with. */
export interface Wanted {
  readonly subjects: readonly string[];
  readonly agreements: readonly string[];
  readonly content: readonly string[];
  readonly versions: readonly string[];
}

/** Those of the wanted facts that are there. An agreement comes once for each of its subjects. */
export interface KnownFacts {
  readonly subjects: readonly Subject[];
  readonly agreements: NonNullable<HubData['agreements']>;
  readonly content: readonly Content[];
  readonly versions: readonly FactVersion[];
}

/** What is to be written: facts that replace those of the same key, no key twice, and versions. */
export interface Outcome {
  readonly data: HubData;
  readonly versions: readonly FactVersion[];
}

/** What these events are to be read with. */
export function wantedBy(events: readonly HubEvent[]): Wanted {
  const distinct = (ids: readonly string[]) => [...new Set(ids)];
  return {
    subjects: distinct(events.flatMap((event) => ('about' in event ? event.about : []))),
    agreements: distinct(events.flatMap((event) => (isAboutAgreement(event) ? event.agreement.id : []))),
    content: distinct(events.flatMap((event) => ('content' in event ? event.content.id : []))),
    versions: distinct(events.flatMap((event) => changedFact(event) ?? [])),
  };
}

/** What comes of new events, taken in their order. Throws EventsRefused where one is about a subject that nobody knows. */
export function outcomeOf(events: readonly HubEvent[], known: KnownFacts): Outcome {
  const draft = draftOf(known);
  const faults = new Map<string, EventFault>();
  for (const event of events) {
    const fault = unknownSubject(event, draft);
    if (fault) faults.set(event.id, fault);
    else take(event, draft);
  }
  if (faults.size > 0) throw new EventsRefused(faults);
  return written(draft);
}

interface Told {
  agreement: Agreement;
  readonly subjects: Set<string>;
}

/** The facts as they are while events are taken; what is named in `changed` is written in the end. */
interface Draft {
  readonly subjects: Map<string, Subject>;
  readonly agreements: Map<string, Told>;
  readonly content: Map<string, Content>;
  readonly versions: Map<string, number>;
  readonly activities: (Activity & { readonly subject: string })[];
  /** What changes say, by the fact that they are about. */
  readonly changes: Map<string, HubData>;
  readonly changed: { readonly agreements: Set<string>; readonly content: Set<string>; readonly versions: Set<string> };
}

function draftOf({ subjects, agreements, content, versions }: KnownFacts): Draft {
  const told = new Map<string, Told>();
  for (const { subject, ...agreement } of agreements) {
    const each = told.get(agreement.id) ?? { agreement, subjects: new Set() };
    told.set(agreement.id, each);
    each.subjects.add(subject);
  }
  return {
    subjects: new Map(subjects.map((subject) => [subject.id, subject])),
    agreements: told,
    content: new Map(content.map((each) => [each.id, each])),
    versions: new Map(versions.map(({ fact, at }) => [fact, at])),
    activities: [],
    changes: new Map(),
    changed: { agreements: new Set(), content: new Set(), versions: new Set() },
  };
}

function unknownSubject(event: HubEvent, { subjects }: Draft): EventFault | undefined {
  const index = 'about' in event ? event.about.findIndex((id) => !subjects.has(id)) : -1;
  if (index < 0) return undefined;
  return {
    pointer: `/about/${index}`,
    problem: 'names a subject that is not known: send its subject-changed event before',
  };
}

function take(event: HubEvent, draft: Draft): void {
  const fact = changedFact(event);
  if (fact !== undefined) {
    const at = timeOf(event);
    if (at < (draft.versions.get(fact) ?? 0)) return;
    draft.versions.set(fact, at);
    draft.changed.versions.add(fact);
  }
  (takers[event.kind] as (event: HubEvent, draft: Draft) => void)(event, draft);
}

/** The name of the fact that a change is about; agreements have times of their own. */
function changedFact(event: HubEvent): string | undefined {
  const named = (...key: string[]) => JSON.stringify([event.kind, ...key]);
  switch (event.kind) {
    case 'crm-connected':
      return named(event.crm.type, event.crm.host);
    case 'subject-changed':
      return named(event.subject.id);
    case 'person-changed':
      return named(event.person.email, event.person.account);
    case 'acquaintance-changed':
      return named(event.account, event.acquaintance.contact, event.acquaintance.colleague);
    case 'stakeholder-changed':
      return named(event.account, event.stakeholder.id);
    case 'content-changed':
      return named(event.content.id);
    default:
      return undefined;
  }
}

const takers: { readonly [Kind in EventKind]: (event: EventOf<Kind>, draft: Draft) => void } = {
  'agreement-sent': agreementTold,
  'agreement-viewed': agreementTold,
  'agreement-signed': agreementTold,
  'agreement-declined': agreementTold,
  'agreement-changed': agreementChanged,
  'site-visited': happened,
  'meeting-held': happened,
  'content-opened': contentOpened,
  'crm-connected': (event, draft) => change(event, { connections: [event.crm] }, draft),
  'subject-changed': subjectChanged,
  'person-changed': (event, draft) => change(event, { people: [event.person] }, draft),
  'acquaintance-changed': (event, draft) => {
    const { account: subject, acquaintance } = event;
    const acquaintances = [{ ...acquaintance, subject, lastMetAt: Date.parse(acquaintance.lastMetAt) }];
    change(event, { acquaintances }, draft);
  },
  'stakeholder-changed': (event, draft) => {
    const { account: subject, stakeholder } = event;
    const stakeholders = [{ ...stakeholder, subject, lastContactAt: Date.parse(stakeholder.lastContactAt) }];
    change(event, { stakeholders }, draft);
  },
  'content-changed': (event, { content, changed }) => {
    const { id } = event.content;
    content.set(id, { ...event.content, updatedAt: timeOf(event), opened: content.get(id)?.opened ?? 0 });
    changed.content.add(id);
  },
};

type Happening = EventOf<ActivityKind>;

/** An activity of every subject concerned. */
function happened(event: Happening, draft: Draft): void {
  const { id, at: _at, about, ...facts } = event;
  const at = timeOf(event);
  for (const subject of concerned(about, draft)) draft.activities.push({ subject, id, at, facts });
}

/** Those that the event is about, and their accounts. */
function concerned(about: readonly string[], { subjects }: Draft): Set<string> {
  return new Set(about.flatMap((id) => [id, subjects.get(id)?.account ?? id]));
}

function agreementTold(event: AgreementEvent & Happening, draft: Draft): void {
  happened(event, draft);
  agreementChanged(event, draft);
}

/** The agreement as it is now, for the subjects that it had and those that it is told of. */
function agreementChanged(event: AgreementEvent, draft: Draft): void {
  const { id } = event.agreement;
  const told = draft.agreements.get(id);
  const subjects = new Set([...concerned(event.about, draft), ...(told?.subjects ?? [])]);
  draft.agreements.set(id, { agreement: agreementAfter(told?.agreement, event), subjects });
  draft.changed.agreements.add(id);
}

function contentOpened(event: EventOf<'content-opened'>, draft: Draft): void {
  happened(event, draft);
  const known = draft.content.get(event.content.id);
  if (!known) return;
  draft.content.set(known.id, { ...known, opened: known.opened + 1 });
  draft.changed.content.add(known.id);
}

function subjectChanged(event: EventOf<'subject-changed'>, draft: Draft): void {
  const { subject, records = [] } = event;
  draft.subjects.set(subject.id, subject);
  const links = records.map((record) => ({ ...record, type: subject.kind, subject: subject.id }));
  change(event, { subjects: [subject], records: links }, draft);
}

function change(event: HubEvent, data: HubData, { changes }: Draft): void {
  changes.set(changedFact(event) ?? '', data);
}

function written({ agreements, content, versions, activities, changes, changed }: Draft): Outcome {
  const all = [...changes.values()];
  const listed = <List extends keyof HubData>(list: List) =>
    all.flatMap((data): readonly unknown[] => data[list] ?? []) as unknown as NonNullable<HubData[List]>;
  return {
    data: {
      connections: listed('connections'),
      subjects: listed('subjects'),
      records: listed('records'),
      people: listed('people'),
      acquaintances: listed('acquaintances'),
      stakeholders: listed('stakeholders'),
      activities,
      agreements: [...changed.agreements].flatMap((id) => {
        const { agreement, subjects } = agreements.get(id) as Told;
        return [...subjects].map((subject) => ({ subject, ...agreement }));
      }),
      content: [...changed.content].map((id) => content.get(id) as Content),
    },
    versions: [...changed.versions].map((fact) => ({ fact, at: versions.get(fact) ?? 0 })),
  };
}
