/** The insights that a mail calls for: who takes part and what it speaks of decide, best first. */
import type { Asker, Facts, Person, RecordReference, Subject } from './facts.ts';
import { acquaintanceInsight, acquaintanceInsights, type Insight, insightsAbout } from './insights.ts';
import type { Mail } from './mail.ts';
import type { Topic } from './topics.ts';
import type { Wording } from './wording.ts';

const most = { records: 50, subjects: 5, people: 10 };
const worth: Readonly<Record<Insight['about'], number>> = { agreement: 3, acquaintances: 2, visits: 1, content: 1 };
const calledFor: Partial<Record<Topic, Insight['about']>> = {
  agreement: 'agreement',
  pricing: 'visits',
  technical: 'content',
  reference: 'content',
};

/** Insights about the records and the known participants, best first. */
export async function mailInsights(
  facts: Facts,
  asker: Asker,
  { mail, records }: { mail: Mail; records: readonly RecordReference[] },
  wording: Wording,
): Promise<Insight[]> {
  const [subjects, people] = await Promise.all([
    knownSubjects(facts, asker, records.slice(0, most.records)),
    facts.people(asker, mail.participants),
  ]);
  const told = withoutCovered(subjects).slice(0, most.subjects);
  const about = new Map<string, Subject>(told.map((subject) => [subject.id, subject]));
  if (about.size === 0) for (const subject of people.map(accountOf)) about.set(subject.id, subject);

  const found = await Promise.all([
    ...[...about.values()].map((subject) => insightsAbout(facts, asker, subject, wording)),
    ...people.slice(0, most.people).map((person) => acquaintanceInsight(facts, asker, person, wording)),
    ...(people.length === 0 ? subjects.map(({ account }) => acquaintanceInsights(facts, asker, account, wording)) : []),
  ]);
  const sender = people.find(({ email }) => email === mail.sender)?.name;
  const weigh = (insight: Insight) => weightIn(mail, insight) + (sender && insight.names.includes(sender) ? 1 : 0);
  return distinct(found.flat())
    .map((insight) => ({ insight, weight: weigh(insight) }))
    .sort((a, b) => b.weight - a.weight || b.insight.at - a.insight.at)
    .map(({ insight }) => insight);
}

/** An account says again what its deals say: it is left out where one of them is there. */
function withoutCovered(subjects: readonly Subject[]): Subject[] {
  const covered = new Set(subjects.filter(({ kind }) => kind === 'opportunity').map(({ account }) => account));
  return subjects.filter(({ kind, id }) => kind !== 'account' || !covered.has(id));
}

/** The subjects of these records; of several, those that are unknown are passed over, unless all are. */
async function knownSubjects(facts: Facts, asker: Asker, records: readonly RecordReference[]): Promise<Subject[]> {
  const found = await Promise.allSettled(records.map((record) => facts.subjectOf(asker, record)));
  const subjects = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = found.find((result) => result.status === 'rejected');
  if (failed && subjects.length === 0) throw failed.reason;
  return subjects;
}

function accountOf({ account, accountName, industry }: Person): Subject {
  return { id: account, kind: 'account', name: accountName, account, accountName, ...(industry && { industry }) };
}

function weightIn({ subject, body, subjectTopics, bodyTopics }: Mail, { about, names }: Insight): number {
  let weight = worth[about];
  for (const topic of subjectTopics) if (calledFor[topic] === about) weight += 5;
  for (const topic of bodyTopics) if (calledFor[topic] === about) weight += 4;
  for (const name of names) {
    const wanted = name.toLowerCase();
    if (subject.includes(wanted)) weight += 3;
    else if (body.includes(wanted)) weight += 1;
  }
  return weight;
}

function distinct(insights: readonly Insight[]): Insight[] {
  return [...new Map(insights.map((insight) => [insight.sentence, insight])).values()];
}
