/** Events: what the application's own systems tell Contoso Hub, as they stand in JSON. Times are in RFC 3339. */
import type {
  Acquaintance,
  ActivityFacts,
  ActivityKind,
  Agreement,
  Content,
  CrmConnection,
  Person,
  Stakeholder,
  Subject,
} from '../facts.ts';

/** What every event has. */
interface Envelope {
  /** No two events of a tenant have the same: one that is known is passed over. */
  readonly id: string;
  /** When it happened. */
  readonly at: string;
}

interface About {
  /** Ids of subjects. What happens to one happens to the account that it belongs to as well. */
  readonly about: readonly string[];
}

/** A subject's id: that of an account. */
interface OfAccount {
  readonly account: string;
}

/** A record of a subject; its type is the subject's kind. */
export interface CrmRecord {
  readonly id: string;
  readonly crm: CrmConnection;
}

type Timed<Fact, Time extends keyof Fact> = Omit<Fact, Time> & { readonly [Name in Time]: string };

/** Changes say how a thing is from then on. */
type Changes = {
  'crm-connected': { readonly crm: CrmConnection };
  'subject-changed': { readonly subject: Subject; readonly records?: readonly CrmRecord[] };
  'agreement-changed': About & {
    readonly agreement: Pick<Agreement, 'id' | 'name' | 'signers' | 'value' | 'currency'>;
  };
  'person-changed': { readonly person: Person };
  'acquaintance-changed': OfAccount & { readonly acquaintance: Timed<Acquaintance, 'lastMetAt'> };
  'stakeholder-changed': OfAccount & { readonly stakeholder: Timed<Stakeholder, 'lastContactAt'> };
  'content-changed': { readonly content: Omit<Content, 'opened' | 'updatedAt'> };
};

type ChangeKind = keyof Changes;
/** What happens, and what changes. */
export type EventKind = ActivityKind | ChangeKind;

/** An event of one kind. Its facts stand beside id and time. */
export type EventOf<Kind extends EventKind> = Kind extends ActivityKind
  ? Envelope & About & Extract<ActivityFacts, { readonly kind: Kind }>
  : Kind extends ChangeKind
    ? Envelope & { readonly kind: Kind } & Changes[Kind]
    : never;

/** An event of any kind. */
export type HubEvent = EventOf<EventKind>;

/** When it happened, in milliseconds since 1970. */
export function timeOf({ at }: Pick<HubEvent, 'at'>): number {
  return Date.parse(at);
}

/** What is wrong with an event, and where in it (a JSON pointer, empty for itself). */
export interface EventFault {
  readonly pointer: string;
  readonly problem: string;
}

/** Thrown where events cannot be stored; nothing of their batch is. Faults by the event's id. */
export class EventsRefused extends Error {
  readonly faults: ReadonlyMap<string, EventFault>;

  constructor(faults: ReadonlyMap<string, EventFault>) {
    super(`${faults.size} of the events cannot be stored.`);
    this.faults = faults;
  }
}
