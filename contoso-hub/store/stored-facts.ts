/** The questions, answered from the rows of any SQL: what a store says is the same whatever keeps it. */
import type { CrmReference } from 'saleskit/connector';
import {
  type Acquaintance,
  type Activity,
  type Agreement,
  bounds,
  type Content,
  type CrmConnection,
  type Facts,
  type Person,
  type Stakeholder,
  type Subject,
} from '../facts.ts';
import { notConnected, recordNotFound } from '../failures.ts';
import { nameKey } from './name-key.ts';
import type { StoreAsker } from './store.ts';

/** What a statement takes, and what its rows have. */
export type QueryValue = string | number | null | readonly string[];

/**
 * The statements of a store, with what each takes after the tenant:
 * connection (type or null, host or null) · record (type, id) · activities (to, from, limit, offset) after the subject ·
 * agreements (subject, limit, offset) · people (addresses) · acquaintances (account) · acquaintancesOfContact (account,
 * contact) · stakeholders (account) · accountsNamed (key) · accountsBeginning (from, to before) · content ().
 * Rows are arrays: `record` gives CRM type, CRM host and the subject's facts, `activities` id, time and facts, all others facts.
 */
export type Queries = Readonly<
  Record<
    | 'connection'
    | 'record'
    | 'activities'
    | 'agreements'
    | 'people'
    | 'acquaintances'
    | 'acquaintancesOfContact'
    | 'stakeholders'
    | 'accountsNamed'
    | 'accountsBeginning'
    | 'content',
    string
  >
>;

/** Asks a statement by its name. The asker's tenant is its first value, before those given. */
export type Ask = (query: keyof Queries, asker: StoreAsker, ...values: QueryValue[]) => unknown[] | Promise<unknown[]>;

type RecordRow = readonly [crmType: CrmConnection['type'], crmHost: string, facts: string];
type ActivityRow = readonly [id: string, at: number, facts: string];

/** The questions of `Facts`, as far as statements answer them. */
export function storedFacts(ask: Ask): Omit<Facts<StoreAsker>, 'ready' | 'close'> {
  const facts = async <Fact>(query: keyof Queries, asker: StoreAsker, ...values: QueryValue[]): Promise<Fact[]> =>
    parsed<Fact>(((await ask(query, asker, ...values)) as [string][]).map(([text]) => text));

  const checkConnection = async (asker: StoreAsker, { type = null, host = null }: Nullable<CrmReference>) => {
    const rows = await ask('connection', asker, type, host);
    if (rows.length === 0) throw notConnected();
  };

  return {
    checkConnection,
    async subjectOf(asker, { type, id, crm }) {
      const rows = (await ask('record', asker, type, id)) as RecordRow[];
      const row = rows.find(
        ([crmType, crmHost]) => (crm.type ?? crmType) === crmType && (crm.host ?? crmHost) === crmHost,
      );
      if (row) return JSON.parse(row[2]) as Subject;
      await checkConnection(asker, crm);
      throw recordNotFound({ type, id });
    },
    async activities(asker, subject, { from = 0, to = Number.MAX_SAFE_INTEGER, limit, offset }) {
      const rows = (await ask('activities', asker, subject, to, from, limit, offset)) as ActivityRow[];
      const all = parsed<Activity['facts']>(rows.map((row) => row[2]));
      return rows.map(([id, at], index): Activity => ({ id, at, facts: all[index] as Activity['facts'] }));
    },
    agreements: (asker, subject, { limit, offset }) => facts<Agreement>('agreements', asker, subject, limit, offset),
    people: (asker, emails) => facts<Person>('people', asker, emails.slice(0, bounds.people)),
    acquaintances: (asker, account, contact) =>
      contact === undefined
        ? facts<Acquaintance>('acquaintances', asker, account)
        : facts<Acquaintance>('acquaintancesOfContact', asker, account, contact),
    stakeholders: (asker, account) => facts<Stakeholder>('stakeholders', asker, account),
    async accounts(asker, name) {
      const key = nameKey(name);
      const named = await facts<Subject>('accountsNamed', asker, key);
      return named.length > 0 ? named : facts<Subject>('accountsBeginning', asker, `${key} `, `${key}!`);
    },
    content: (asker) => facts<Content>('content', asker),
  };
}

type Nullable<Shape> = { readonly [Name in keyof Shape]: Shape[Name] | null };

/** One JSON.parse for all of them: a timeline is what is asked for most (4 % of a request). */
function parsed<Fact>(texts: readonly string[]): Fact[] {
  return JSON.parse(`[${texts.join(',')}]`) as Fact[];
}
