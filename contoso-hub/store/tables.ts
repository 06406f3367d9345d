/** What is stored of facts: the tables, and the row that each fact becomes. Both kinds of store have the same. */
import type { StakeholderRole } from '../facts.ts';
import type { HubData } from './hub-data.ts';
import { nameKey } from './name-key.ts';

export type ColumnType = 'text' | 'bigint';
export type Row = readonly (string | number)[];

/** A table. Its first column is the tenant; those named here follow. */
export interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** With the tenant, what no two rows share. */
  readonly key: readonly string[];
  /** The rows of these facts, in the order of the columns, without the tenant. */
  rows(data: HubData): Row[];
}

type Fact<List extends keyof HubData> = NonNullable<HubData[List]>[number];

function table<List extends keyof HubData>(
  name: string,
  list: List,
  shape: Pick<Table, 'columns' | 'key'>,
  row: (fact: Fact<List>) => Row,
): Table {
  return { name, ...shape, rows: (data) => ((data[list] ?? []) as readonly Fact<List>[]).map(row) };
}

const power: Readonly<Record<StakeholderRole, number>> = {
  'decision-maker': 50,
  'economic-buyer': 40,
  champion: 30,
  influencer: 20,
  evaluator: 10,
};

/** All tables, in the order in which they are written. */
export const tables: readonly Table[] = [
  table(
    'crm_connection',
    'connections',
    { columns: { type: 'text', host: 'text' }, key: ['type', 'host'] },
    ({ type, host }) => [type, host],
  ),
  table(
    'subject',
    'subjects',
    { columns: { id: 'text', kind: 'text', name_key: 'text', facts: 'text' }, key: ['id'] },
    (facts) => [facts.id, facts.kind, nameKey(facts.name), JSON.stringify(facts)],
  ),
  table(
    'record',
    'records',
    {
      columns: { type: 'text', id: 'text', crm_host: 'text', crm_type: 'text', subject: 'text' },
      key: ['type', 'id', 'crm_host'],
    },
    ({ type, id, crm, subject }) => [type, id, crm.host, crm.type, subject],
  ),
  table(
    'activity',
    'activities',
    { columns: { subject: 'text', at: 'bigint', id: 'text', facts: 'text' }, key: ['subject', 'at', 'id'] },
    ({ subject, at, id, facts }) => [subject, at, id, JSON.stringify(facts)],
  ),
  table(
    'agreement',
    'agreements',
    { columns: { subject: 'text', id: 'text', at: 'bigint', facts: 'text' }, key: ['subject', 'id'] },
    ({ subject, ...facts }) => [subject, facts.id, facts.at, JSON.stringify(facts)],
  ),
  table(
    'person',
    'people',
    { columns: { email: 'text', account: 'text', facts: 'text' }, key: ['email', 'account'] },
    (facts) => [facts.email, facts.account, JSON.stringify(facts)],
  ),
  table(
    'acquaintance',
    'acquaintances',
    {
      columns: { subject: 'text', contact: 'text', colleague: 'text', meetings: 'bigint', facts: 'text' },
      key: ['subject', 'contact', 'colleague'],
    },
    ({ subject, ...facts }) => [subject, facts.contact, facts.colleague, facts.meetings, JSON.stringify(facts)],
  ),
  table(
    'stakeholder',
    'stakeholders',
    { columns: { subject: 'text', id: 'text', power: 'bigint', facts: 'text' }, key: ['subject', 'id'] },
    ({ subject, ...facts }) => [subject, facts.id, power[facts.role], JSON.stringify(facts)],
  ),
  table('content', 'content', { columns: { id: 'text', opened: 'bigint', facts: 'text' }, key: ['id'] }, (facts) => [
    facts.id,
    facts.opened,
    JSON.stringify(facts),
  ]),
];
