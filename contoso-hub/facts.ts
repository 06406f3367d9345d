/** What Contoso Hub knows. Facts are stored; the sentences about them are made when somebody asks. */
import type { Context, CrmReference, CrmType } from 'saleskit/connector';

/** A record of a CRM, as calls name it. Ids in canonical spelling, types in lower case. */
export interface RecordReference {
  readonly type: string;
  readonly id: string;
  readonly crm: CrmReference;
}

/** A CRM that a tenant is connected to. */
export interface CrmConnection {
  readonly type: CrmType;
  readonly host: string;
}

export const industries = [
  'hospitality',
  'travel',
  'manufacturing',
  'retail',
  'healthcare',
  'finance',
  'education',
] as const;
export type Industry = (typeof industries)[number];

export type SubjectKind = 'account' | 'opportunity' | 'lead' | 'contact';

/** What facts are about: one customer, deal or person, whatever CRMs have records of it. */
export interface Subject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  /** The customer that it belongs to; its own id for an account. */
  readonly account: string;
  readonly accountName: string;
  readonly industry?: Industry;
  readonly product?: string;
}

interface AgreementMention {
  readonly id: string;
  readonly name: string;
}

/** Something that happened. `kind` decides what the sentence says. */
export type ActivityFacts =
  | {
      readonly kind: 'agreement-sent';
      readonly agreement: AgreementMention;
      readonly by: string;
      readonly to: readonly string[];
    }
  | { readonly kind: 'agreement-viewed'; readonly agreement: AgreementMention; readonly by: string }
  | { readonly kind: 'agreement-signed'; readonly agreement: AgreementMention; readonly by: readonly string[] }
  | { readonly kind: 'agreement-declined'; readonly agreement: AgreementMention; readonly by: string }
  | {
      readonly kind: 'site-visited';
      readonly by: string;
      readonly page: string;
      readonly visits: number;
      readonly minutes: number;
    }
  | {
      readonly kind: 'content-opened';
      readonly by: string;
      readonly content: { readonly id: string; readonly title: string };
    }
  | { readonly kind: 'meeting-held'; readonly by: string; readonly with: readonly string[]; readonly minutes: number };

export type ActivityKind = ActivityFacts['kind'];

export interface Activity {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly facts: ActivityFacts;
}

export type AgreementStatus = 'draft' | 'sent' | 'viewed' | 'signed' | 'declined';

export interface Agreement {
  readonly id: string;
  /** The last change, in milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly status: AgreementStatus;
  readonly signers: readonly string[];
  readonly sentAt: number;
  readonly value: number;
  readonly currency: string;
  readonly views: number;
  /** Known where events told of it. */
  readonly times?: AgreementTimes;
}

/** When an agreement was last sent, opened, signed, declined, and described (its name, signers, value), in milliseconds since 1970. */
export type AgreementTimes = {
  readonly [Moment in Exclude<AgreementStatus, 'draft'> | 'described']?: number | undefined;
};

/** A person at a customer, known by an address. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly account: string;
  readonly accountName: string;
  readonly industry?: Industry;
}

/** A colleague of the seller who knows a person at a customer. */
export interface Acquaintance {
  readonly contact: string;
  readonly contactName: string;
  readonly colleague: string;
  readonly meetings: number;
  readonly lastMetAt: number;
}

export type StakeholderRole = 'decision-maker' | 'economic-buyer' | 'champion' | 'influencer' | 'evaluator';

export interface Stakeholder {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly role: StakeholderRole;
  readonly lastContactAt: number;
  readonly knownBy: readonly string[];
}

export type ContentType =
  | 'content-file'
  | 'content-web'
  | 'content-doc'
  | 'content-pdf'
  | 'content-pptx'
  | 'content-xlsx';

/** A file or page of the content library. */
export interface Content {
  readonly id: string;
  readonly title: string;
  readonly type: ContentType;
  readonly url: string;
  readonly owner: string;
  /** What a mail must speak of for this to be of use. */
  readonly topics: readonly string[];
  readonly products: readonly string[];
  readonly industries: readonly Industry[];
  /** BCP 47. */
  readonly language: string;
  readonly pages: number;
  readonly updatedAt: number;
  readonly opened: number;
}

export interface ListRange {
  readonly limit: number;
  readonly offset: number;
}

export interface TimeRange extends ListRange {
  /** Milliseconds since 1970, both included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** On whose behalf facts are asked for. */
export type Asker = Pick<Context, 'tenant' | 'user' | 'token' | 'signal' | 'fetch' | 'log'>;

/** The questions that the connector asks: of the store in this process, or of the application's REST API in another. */
export interface Facts<By = Asker> {
  /** Throws INVALID_CRM_CONNECTION where this CRM is none that the tenant is connected to. */
  checkConnection(asker: By, crm: CrmReference): Promise<void>;
  /** The subject of a record; throws INVALID_CRM_CONNECTION or RECORD_NOT_FOUND. */
  subjectOf(asker: By, reference: RecordReference): Promise<Subject>;
  /** Newest first. */
  activities(asker: By, subject: string, range: TimeRange): Promise<Activity[]>;
  /** Last changed first. */
  agreements(asker: By, subject: string, range: ListRange): Promise<Agreement[]>;
  /** Those of these addresses (in lower case) that are known. */
  people(asker: By, emails: readonly string[]): Promise<Person[]>;
  /** Who knows people of an account, or one of them; best known first. */
  acquaintances(asker: By, account: string, contact?: string): Promise<Acquaintance[]>;
  /** The most powerful first. */
  stakeholders(asker: By, account: string): Promise<Stakeholder[]>;
  /** Accounts of this name, whatever its case and legal form; else those whose name begins with these words. */
  accounts(asker: By, name: string): Promise<Subject[]>;
  /** The library, most opened first, 500 at most. */
  content(asker: By): Promise<Content[]>;
  /** Throws while no facts can be had. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Bounds of every list, so that no question takes long. */
export const bounds = {
  list: 1000,
  people: 20,
  acquaintances: 50,
  stakeholders: 50,
  accounts: 5,
  content: 500,
} as const;
