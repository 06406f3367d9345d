import type {
  Acquaintance,
  Activity,
  Agreement,
  Content,
  CrmConnection,
  Person,
  Stakeholder,
  Subject,
} from '../facts.ts';

/** A record of one CRM and the subject that it is a record of. */
export interface RecordLink {
  readonly type: string;
  /** Canonical spelling. */
  readonly id: string;
  readonly crm: CrmConnection;
  readonly subject: string;
}

type About<Fact> = Fact & { readonly subject: string };

/** Facts of one tenant, to be stored together. Every list may be left out. */
export interface HubData {
  readonly connections?: readonly CrmConnection[];
  readonly subjects?: readonly Subject[];
  readonly records?: readonly RecordLink[];
  readonly activities?: readonly About<Activity>[];
  readonly agreements?: readonly About<Agreement>[];
  readonly people?: readonly Person[];
  readonly acquaintances?: readonly About<Acquaintance>[];
  readonly stakeholders?: readonly About<Stakeholder>[];
  readonly content?: readonly Content[];
}
