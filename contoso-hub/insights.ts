/** What is worth telling about a customer or a deal: found in the facts, weighed by what is being talked about. */
import { labelled } from './actions/activity-item.ts';
import type { Acquaintance, Activity, Agreement, Asker, Facts, Person, Subject } from './facts.ts';
import { linkTo } from './links.ts';
import type { MessageKey } from './messages/en.ts';
import type { Wording } from './wording.ts';

/** One thing worth telling, in the wording's language. */
export interface Insight {
  readonly about: 'agreement' | 'visits' | 'content' | 'acquaintances';
  readonly sentence: string;
  readonly at: number;
  readonly url: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Names that a mail may mention. */
  readonly names: readonly string[];
}

const window = { days: 90, activities: 200, agreements: 5 };
const day = 86_400_000;

/** Insights about a subject from its latest agreements and the last 90 days. */
export async function insightsAbout(
  facts: Facts,
  asker: Asker,
  subject: Subject,
  wording: Wording,
  now = Date.now(),
): Promise<Insight[]> {
  const [agreements, activities] = await Promise.all([
    facts.agreements(asker, subject.id, { limit: window.agreements, offset: 0 }),
    facts.activities(asker, subject.id, {
      from: now - window.days * day,
      to: now,
      limit: window.activities,
      offset: 0,
    }),
  ]);
  return [
    ...agreements.flatMap((agreement) => agreementInsight(agreement, subject, wording) ?? []),
    ...visitsInsight(activities, subject, wording, now),
    ...contentInsight(activities, wording),
  ];
}

/** Who among the colleagues knows this person. */
export async function acquaintanceInsight(
  facts: Facts,
  asker: Asker,
  person: Person,
  wording: Wording,
): Promise<Insight[]> {
  const known = await facts.acquaintances(asker, person.account, person.email);
  return acquaintancesOf(known, wording);
}

/** Who among the colleagues knows people of this customer, one insight a person. */
export async function acquaintanceInsights(
  facts: Facts,
  asker: Asker,
  account: string,
  wording: Wording,
): Promise<Insight[]> {
  const known = await facts.acquaintances(asker, account);
  const byContact = Map.groupBy(known, ({ contact }) => contact);
  return [...byContact.values()].flatMap((ofContact) => acquaintancesOf(ofContact, wording));
}

function agreementInsight(agreement: Agreement, { accountName }: Subject, wording: Wording): Insight | undefined {
  const { id, name, status, signers, at, sentAt, views, value, currency } = agreement;
  const who = wording.list(signers);
  const told: Record<Exclude<Agreement['status'], 'draft'>, [MessageKey, Record<string, string | number>]> = {
    sent: ['insight.waiting', { agreement: name, who, date: wording.date(sentAt) }],
    viewed: ['insight.opened', { account: accountName, agreement: name, count: views, date: wording.date(sentAt) }],
    signed: ['insight.signed', { agreement: name, who, date: wording.date(at) }],
    declined: ['insight.declined', { agreement: name, date: wording.date(at) }],
  };
  if (status === 'draft') return undefined;
  return {
    about: 'agreement',
    sentence: wording.text(...told[status]),
    at,
    url: linkTo('agreements', id),
    properties: labelled(
      [
        ['label.agreement', name],
        ['label.status', wording.text(`status.${status}`)],
        ['label.signers', who],
        ...(value > 0 ? [['label.value', wording.money(value, currency)] as const] : []),
        ['label.changedOn', wording.date(at)],
      ],
      wording,
    ),
    names: [name, ...signers],
  };
}

/** The days that these activities cover whole: all of the window, or as far back as the bound let them reach. */
function daysCovered(activities: readonly Activity[], now: number): number {
  const oldest = activities.at(-1);
  if (!oldest || activities.length < window.activities) return window.days;
  return Math.max(1, Math.ceil((now - oldest.at) / day));
}

function visitsInsight(activities: readonly Activity[], subject: Subject, wording: Wording, now: number): Insight[] {
  const visits = activities.flatMap(({ at, id, facts }) =>
    facts.kind === 'site-visited' ? [{ at, id, ...facts }] : [],
  );
  const [latest] = visits;
  if (!latest) return [];
  const count = visits.reduce((sum, visit) => sum + visit.visits, 0);
  const people = new Set(visits.map(({ by }) => by));
  const byPage = Map.groupBy(visits, ({ page }) => page);
  const seen = (page: string) => (byPage.get(page) ?? []).reduce((sum, visit) => sum + visit.visits, 0);
  const page = [...byPage.keys()].reduce((most, other) => (seen(other) > seen(most) ? other : most));
  const days = daysCovered(activities, now);
  const values = { account: subject.accountName, people: people.size, count, days, page };
  return [
    {
      about: 'visits',
      sentence: wording.text('insight.visits', values),
      at: latest.at,
      url: linkTo('visits', latest.id),
      properties: labelled(
        [
          ['label.account', subject.accountName],
          ['label.people', wording.list([...people].slice(0, 5))],
          ['label.visits', wording.number(count)],
          ['label.page', page],
        ],
        wording,
      ),
      names: [page],
    },
  ];
}

function contentInsight(activities: readonly Activity[], wording: Wording): Insight[] {
  const opened = activities.find(({ facts }) => facts.kind === 'content-opened');
  if (opened?.facts.kind !== 'content-opened') return [];
  const { by, content } = opened.facts;
  const date = wording.date(opened.at);
  return [
    {
      about: 'content',
      sentence: wording.text('insight.content', { who: by, content: content.title, date }),
      at: opened.at,
      url: linkTo('content', content.id),
      properties: labelled(
        [
          ['label.content', content.title],
          ['label.openedBy', by],
          ['label.openedOn', date],
        ],
        wording,
      ),
      names: [content.title, by],
    },
  ];
}

function acquaintancesOf(known: readonly Acquaintance[], wording: Wording): Insight[] {
  const [best] = known;
  if (!best) return [];
  const colleagues = known.slice(0, 3).map(({ colleague }) => colleague);
  const lastMetAt = Math.max(...known.map((each) => each.lastMetAt));
  const who = wording.list(colleagues);
  return [
    {
      about: 'acquaintances',
      sentence: wording.text('insight.acquaintances', { who, count: colleagues.length, contact: best.contactName }),
      at: lastMetAt,
      url: linkTo('contacts', best.contact),
      properties: labelled(
        [
          ['label.knownBy', who],
          ['label.lastMet', wording.date(lastMetAt)],
        ],
        wording,
      ),
      names: [best.contactName, ...colleagues],
    },
  ];
}
