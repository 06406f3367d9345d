/** A shorthand for writing sample data by hand: times are days before the day on which the data is loaded. */
import { canonicalRecordId } from 'saleskit/connector';
import type {
  ActivityFacts,
  Agreement,
  AgreementStatus,
  Industry,
  StakeholderRole,
  Subject,
  SubjectKind,
} from '../facts.ts';
import type { HubData } from '../store/hub-data.ts';

export const crms = {
  dynamics: { type: 'Dynamics365', host: 'contoso.crm.dynamics.com' },
  salesforce: { type: 'Salesforce', host: 'contoso.my.salesforce.com' },
} as const;

/** Days before the day of loading, and the hour of that day (UTC). */
export type Moment = readonly [daysAgo: number, hour?: number];

export interface RecordIds {
  readonly dynamics: string;
  readonly salesforce: string;
}

export interface PersonStory {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly role?: StakeholderRole;
  readonly ids?: RecordIds;
  /** Colleagues who know the person, with how often they met. */
  readonly knownBy?: readonly (readonly [colleague: string, meetings: number, lastMet: number])[];
}

export interface AgreementStory {
  readonly id: string;
  readonly name: string;
  readonly status: AgreementStatus;
  readonly signers: readonly string[];
  readonly sent: Moment;
  readonly changed: Moment;
  readonly value: number;
  readonly currency?: string;
}

export interface DealStory {
  readonly kind: 'opportunity' | 'lead';
  readonly name: string;
  readonly ids: RecordIds;
  readonly product?: string;
  readonly agreements?: readonly AgreementStory[];
  readonly activities?: readonly (readonly [Moment, ActivityFacts])[];
}

export interface AccountStory {
  readonly name: string;
  readonly ids: RecordIds;
  readonly industry: Industry;
  readonly people: readonly PersonStory[];
  readonly deals: readonly DealStory[];
}

const day = 86_400_000;

/** The facts that a story tells, dated back from `today` (milliseconds since 1970). */
export function factsOf(story: AccountStory, today: number): HubData {
  const account = story.ids.dynamics;
  const midnight = Math.floor(today / day) * day;
  const at = ([daysAgo, hour = 9]: Moment) => midnight - daysAgo * day + hour * 3_600_000;
  const shared = { account, accountName: story.name, industry: story.industry };
  const subject = (
    kind: SubjectKind,
    { name, ids, product }: { name: string; ids: RecordIds; product?: string },
  ): Subject => ({
    id: ids.dynamics,
    kind,
    name,
    ...shared,
    ...(product && { product }),
  });
  const contacts = story.people.flatMap(({ name, ids }) => (ids ? [{ name, ids }] : []));
  const subjects = [
    subject('account', story),
    ...story.deals.map((deal) => subject(deal.kind, deal)),
    ...contacts.map((contact) => subject('contact', contact)),
  ];
  const ids = new Map([story, ...story.deals, ...contacts].map((each) => [each.ids.dynamics, each.ids]));

  return {
    subjects,
    records: subjects.flatMap(({ id, kind }) => recordLinks(kind, ids.get(id) as RecordIds)),
    agreements: story.deals.flatMap((deal) =>
      (deal.agreements ?? []).flatMap((agreement) => {
        const signers = contacts.filter(({ name }) => agreement.signers.includes(name));
        const facts = agreementFacts(agreement, viewsOf(agreement, deal), at);
        return [deal, story, ...signers].map((concerned) => ({ subject: concerned.ids.dynamics, ...facts }));
      }),
    ),
    activities: story.deals.flatMap((deal) =>
      (deal.activities ?? []).flatMap(([moment, facts], index) => {
        const id = `${deal.ids.dynamics.slice(-12)}-${index + 1}`;
        const concerned = contacts
          .filter(({ name }) => namesIn(facts).includes(name))
          .map((contact) => contact.ids.dynamics);
        return [deal.ids.dynamics, account, ...concerned].map((subject) => ({ subject, id, at: at(moment), facts }));
      }),
    ),
    people: story.people.map(({ name, email }) => ({ email, name, ...shared })),
    acquaintances: story.people.flatMap(({ name, email, knownBy = [] }) =>
      knownBy.map(([colleague, meetings, lastMet]) => ({
        subject: account,
        contact: email,
        contactName: name,
        colleague,
        meetings,
        lastMetAt: at([lastMet]),
      })),
    ),
    stakeholders: story.people.flatMap(({ name, email, jobTitle, role, knownBy = [] }) =>
      role
        ? [
            {
              subject: account,
              id: email,
              name,
              jobTitle,
              email,
              role,
              lastContactAt: at([Math.min(30, ...knownBy.map(([, , lastMet]) => lastMet))]),
              knownBy: knownBy.map(([colleague]) => colleague),
            },
          ]
        : [],
    ),
  };
}

/** The records of a subject in both CRMs. */
export function recordLinks(kind: SubjectKind, ids: RecordIds) {
  return (['dynamics', 'salesforce'] as const).map((crm) => ({
    type: kind,
    id: canonicalRecordId(ids[crm]),
    crm: crms[crm],
    subject: ids.dynamics,
  }));
}

function agreementFacts(agreement: AgreementStory, views: number, at: (moment: Moment) => number): Agreement {
  const { id, name, status, signers, sent, changed, value, currency = 'USD' } = agreement;
  return { id, name, status, signers, sentAt: at(sent), at: at(changed), value, currency, views };
}

/** How often the timeline says that an agreement was opened. */
function viewsOf({ id }: AgreementStory, { activities = [] }: DealStory): number {
  return activities.filter(([, facts]) => facts.kind === 'agreement-viewed' && facts.agreement.id === id).length;
}

function namesIn(facts: ActivityFacts): readonly string[] {
  return [facts.by, 'to' in facts ? facts.to : [], 'with' in facts ? facts.with : []].flat();
}
