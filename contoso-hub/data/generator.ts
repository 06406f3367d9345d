/** Generated data: accounts with their opportunities, and what happened around them. Same options, same data. */
import { type ActivityFacts, type Agreement, type AgreementStatus, industries, type Subject } from '../facts.ts';
import type { HubData } from '../store/hub-data.ts';
import { type Random, randomFrom } from './random.ts';
import { type RecordIds, recordLinks } from './story.ts';

export interface GeneratorOptions {
  /** Accounts and opportunities together. */
  readonly records: number;
  /** Activities in all. Of every 100,000 of them, 10,000 fall to one record. */
  readonly activities: number;
  readonly seed: number;
  /** The day that all times count back from. */
  readonly today: number;
  /** One account and its opportunities. */
  readonly recordsPerAccount?: number;
  readonly accountNames?: readonly string[];
  /** First eight hexadecimal digits of every id. */
  readonly namespace?: string;
}

const day = 86_400_000;
const heavyRecord = 10_000;
const batch = 1000;

const products = ['Cafe A-100', 'Cafe Duo', 'Cafe Grande', 'Cafe Mobile'];
const firstNames = [
  'Ana',
  'Ben',
  'Chidi',
  'Dilek',
  'Emre',
  'Fatima',
  'Goran',
  'Hanna',
  'Ines',
  'Jun',
  'Kira',
  'Luis',
  'Mei',
  'Nils',
  'Olga',
];
const lastNames = [
  'Abe',
  'Bauer',
  'Costa',
  'Diaz',
  'Eriksen',
  'Ferri',
  'Garcia',
  'Hansen',
  'Ito',
  'Jensen',
  'Kovacs',
  'Lopez',
  'Moreau',
  'Novak',
];
const colleagues = ['Kenny Smith', 'Mona Kane', 'Ray Tanaka', 'Daniela Smith', 'Maria Smith'];
const companyWords = [
  'Alder',
  'Birch',
  'Cedar',
  'Dune',
  'Ember',
  'Fjord',
  'Grove',
  'Harbor',
  'Isle',
  'Juniper',
  'Kestrel',
  'Lagoon',
];
const companyKinds = [
  'Foods',
  'Hotels',
  'Logistics',
  'Clinics',
  'Stores',
  'Works',
  'Airlines',
  'Bank',
  'Schools',
  'Energy',
];
const pages = ['Pricing', 'Customer stories', 'Service', 'Products', 'Contact', 'Sustainability'];
const contents = [
  'Price list and volume discounts',
  'Service and maintenance plans',
  'Sustainability report',
  'Delivery and installation guide',
];
const roles = ['decision-maker', 'economic-buyer', 'champion', 'influencer', 'evaluator'] as const;
const statuses: readonly AgreementStatus[] = ['sent', 'viewed', 'signed', 'signed', 'declined', 'draft'];

/** The ids of the record at this place in the order of generation: an account, then its opportunities. */
export function generatedIds(index: number, namespace = '9e000000'): RecordIds {
  const number = index.toString(16).padStart(12, '0');
  return {
    dynamics: `${namespace}-0000-4000-8000-${number}`,
    salesforce: `0065i${namespace.slice(0, 2)}${number.slice(-8)}`,
  };
}

/** The data in batches of a thousand records, each to be stored in one go. */
export function* generatedData(options: GeneratorOptions): Generator<HubData, void> {
  const { records, activities, recordsPerAccount = 10, namespace } = options;
  const random = randomFrom(options.seed);
  const heavy = Math.floor(activities / 100_000);
  let left = activities;
  let account: Account | undefined;
  for (let start = 0; start < records; start += batch) {
    const data = emptyData();
    for (let index = start; index < Math.min(start + batch, records); index++) {
      const ids = generatedIds(index, namespace);
      const isAccount = index % recordsPerAccount === 0;
      account = isAccount || !account ? makeAccount(ids, index / recordsPerAccount, options, random) : account;
      const count = index === records - 1 ? left : shareOf(left, records - index, index < heavy, random);
      left -= count;
      addRecord(data, { ids, account, isAccount, count }, options, random);
    }
    yield data;
  }
}

interface Account {
  readonly subject: Subject;
  readonly people: readonly { readonly name: string; readonly email: string }[];
}

type MutableData = {
  [List in keyof HubData]-?: HubData[List] extends readonly (infer Fact)[] | undefined ? Fact[] : never;
};

function emptyData(): MutableData {
  return {
    connections: [],
    subjects: [],
    records: [],
    activities: [],
    agreements: [],
    people: [],
    acquaintances: [],
    stakeholders: [],
    content: [],
  };
}

/** How many of the activities left fall to the next of so many records: half to one and a half times the average. */
function shareOf(left: number, records: number, isHeavy: boolean, random: Random): number {
  if (isHeavy) return Math.min(left, heavyRecord);
  return Math.min(left, Math.round((left / records) * (0.5 + random.next())));
}

function makeAccount(ids: RecordIds, number: number, { accountNames }: GeneratorOptions, random: Random): Account {
  const name = accountNames?.[number] ?? `${random.one(companyWords)} ${random.one(companyKinds)} ${number + 1}`;
  const domain = `${name.toLowerCase().replace(/[^a-z0-9]/g, '')}.com`;
  const names = new Set(Array.from({ length: 3 }, () => `${random.one(firstNames)} ${random.one(lastNames)}`));
  return {
    subject: {
      id: ids.dynamics,
      kind: 'account',
      name,
      account: ids.dynamics,
      accountName: name,
      industry: random.one(industries),
    },
    people: [...names].map((person) => ({
      name: person,
      email: `${person.toLowerCase().replace(' ', '.')}@${domain}`,
    })),
  };
}

interface RecordToMake {
  readonly ids: RecordIds;
  readonly account: Account;
  readonly isAccount: boolean;
  readonly count: number;
}

function addRecord(
  data: MutableData,
  { ids, account, isAccount, count }: RecordToMake,
  { today }: GeneratorOptions,
  random: Random,
): void {
  const product = random.one(products);
  const subject: Subject = isAccount
    ? account.subject
    : {
        ...account.subject,
        id: ids.dynamics,
        kind: 'opportunity',
        name: `${1 + random.below(90)} ${product}`,
        product,
      };
  data.subjects.push(subject);
  data.records.push(...recordLinks(subject.kind, ids));
  if (isAccount) addPeople(data, account, today, random);
  const agreements = Array.from({ length: 1 + random.below(3) }, (_, index) =>
    makeAgreement(subject, index, account, today, random),
  );
  data.agreements.push(...agreements.map((agreement) => ({ subject: subject.id, ...agreement })));

  const step = (400 * day) / Math.max(count, 20);
  for (let index = 0; index < count; index++) {
    const at = Math.round(today - (index + random.next()) * step);
    const facts = makeActivity(account, random.one(agreements), random);
    data.activities.push({ subject: subject.id, id: `${ids.dynamics.slice(-8)}-${index}`, at, facts });
  }
}

function addPeople(data: MutableData, { subject, people }: Account, today: number, random: Random): void {
  const { account, accountName } = subject;
  const industry = subject.industry && { industry: subject.industry };
  for (const { name, email } of people) {
    data.people.push({ email, name, account, accountName, ...industry });
    const lastMetAt = today - (1 + random.below(120)) * day;
    const colleague = random.one(colleagues);
    data.acquaintances.push({
      subject: account,
      contact: email,
      contactName: name,
      colleague,
      meetings: 1 + random.below(9),
      lastMetAt,
    });
    const role = random.one(roles);
    const stakeholder = {
      subject: account,
      id: email,
      name,
      jobTitle: 'Manager',
      email,
      role,
      lastContactAt: lastMetAt,
      knownBy: [colleague],
    };
    data.stakeholders.push(stakeholder);
  }
}

function makeAgreement(subject: Subject, index: number, { people }: Account, today: number, random: Random): Agreement {
  const sentAt = today - (20 + random.below(300)) * day;
  return {
    id: `AGR-${subject.id.slice(-12)}-${index + 1}`,
    name: `${random.one(['Purchase contract', 'Renewal contract', 'Service agreement'])} ${subject.name}`,
    status: random.one(statuses),
    signers: people.slice(0, 1 + random.below(2)).map(({ name }) => name),
    sentAt,
    at: sentAt + random.below(19) * day,
    value: 1000 * (1 + random.below(900)),
    currency: 'USD',
    views: random.below(12),
  };
}

function makeActivity({ people }: Account, { id, name }: Agreement, random: Random): ActivityFacts {
  const by = random.one(people).name;
  const agreement = { id, name };
  switch (random.below(6)) {
    case 0:
      return { kind: 'agreement-sent', agreement, by: random.one(colleagues), to: [by] };
    case 1:
      return { kind: 'agreement-viewed', agreement, by };
    case 2:
      return { kind: 'agreement-signed', agreement, by: [by] };
    case 3:
      return {
        kind: 'content-opened',
        by,
        content: { id: `CON-0${1 + random.below(9)}`, title: random.one(contents) },
      };
    case 4:
      return { kind: 'meeting-held', by: random.one(colleagues), with: [by], minutes: 15 * (1 + random.below(6)) };
    default:
      return {
        kind: 'site-visited',
        by,
        page: random.one(pages),
        visits: 1 + random.below(5),
        minutes: 1 + random.below(40),
      };
  }
}
