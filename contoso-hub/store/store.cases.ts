/** The cases that hold for every kind of store. */
import { ConnectorError } from 'saleskit/connector';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crms, recordLinks } from '../data/story.ts';
import type { Activity, Subject } from '../facts.ts';
import type { Store } from './store.ts';

const asker = (tenant: string) => ({ tenant });
const one = asker('tenant-1');
const two = asker('tenant-2');
const all = { limit: 100, offset: 0 };

const ids = { dynamics: '50cafe00-a100-4000-8000-000000000001', salesforce: '0065i00000A1CaFAAV' };
const deal: Subject = {
  id: ids.dynamics,
  kind: 'opportunity',
  name: 'Deal',
  account: 'account-1',
  accountName: 'Fourth Coffee',
};
const account: Subject = {
  id: 'account-1',
  kind: 'account',
  name: 'Fourth Coffee',
  account: 'account-1',
  accountName: 'Fourth Coffee',
};
const visit = (id: string, at: number, subject = deal.id) => ({
  subject,
  id,
  at,
  facts: { kind: 'site-visited', by: 'Ann', page: 'Pricing', visits: 1, minutes: 2 } as const,
});
const agreement = (id: string, at: number) => ({
  subject: deal.id,
  id,
  at,
  name: `Agreement ${id}`,
  status: 'sent' as const,
  signers: ['Ann'],
  sentAt: 0,
  value: 1,
  currency: 'USD',
  views: 0,
});
const idsOf = (found: readonly (Activity | { id: string })[]) => found.map(({ id }) => id);

/** Runs the cases on stores that `open` opens, empty. */
export function storeCases(kind: string, open: () => Promise<Store>): void {
  describe(`a store in ${kind}`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const fill = (tenant = one.tenant) =>
      store.load(tenant, {
        connections: [crms.dynamics, crms.salesforce],
        subjects: [deal, account],
        records: recordLinks('opportunity', ids),
      });

    test('is filled while it is empty, and only then', async () => {
      await store.ready();
      let fills = 0;
      const fillOnce = () => store.fillWhenEmpty(() => fill().then(() => void fills++));
      await fillOnce();
      await fillOnce();
      expect(fills).toBe(1);
    });

    test('is still empty where filling it failed', async () => {
      await expect(store.fillWhenEmpty(() => Promise.reject(new Error('no data')))).rejects.toThrow('no data');
      let fills = 0;
      await store.fillWhenEmpty(async () => void fills++);
      expect(fills).toBe(1);
    });

    describe('finds the subject of a record', () => {
      beforeEach(() => fill());

      test.each([
        ['by its id of Dynamics 365', { type: 'opportunity', id: ids.dynamics, crm: {} }],
        ['by its id of Salesforce', { type: 'opportunity', id: ids.salesforce, crm: {} }],
        ['in the CRM named', { type: 'opportunity', id: ids.salesforce, crm: crms.salesforce }],
        ['in the CRM type named', { type: 'opportunity', id: ids.dynamics, crm: { type: 'Dynamics365' as const } }],
        ['in the organization named', { type: 'opportunity', id: ids.dynamics, crm: { host: crms.dynamics.host } }],
      ])('%s', async (_how, reference) => {
        expect(await store.subjectOf(one, reference)).toEqual(deal);
      });

      test.each([
        ['an unknown id', { type: 'opportunity', id: 'x', crm: {} }, 'RECORD_NOT_FOUND'],
        ['another type', { type: 'account', id: ids.dynamics, crm: {} }, 'RECORD_NOT_FOUND'],
        ['the other CRM', { type: 'opportunity', id: ids.dynamics, crm: crms.salesforce }, 'RECORD_NOT_FOUND'],
        [
          'another organization',
          { type: 'opportunity', id: ids.dynamics, crm: { host: 'other.crm.dynamics.com' } },
          'INVALID_CRM_CONNECTION',
        ],
        [
          'an organization of the other CRM',
          { type: 'opportunity', id: ids.dynamics, crm: { type: 'Salesforce' as const, host: crms.dynamics.host } },
          'INVALID_CRM_CONNECTION',
        ],
      ])('but not by %s', async (_how, reference, code) => {
        await expect(store.subjectOf(one, reference)).rejects.toMatchObject({ code });
        await expect(store.subjectOf(one, reference)).rejects.toBeInstanceOf(ConnectorError);
      });
    });

    test('lists activities newest first, those of the same time by id, page after page without gap or repeat', async () => {
      await fill();
      await store.load(one.tenant, {
        activities: [visit('a', 10), visit('c', 30), visit('b', 30), visit('d', 20), visit('x', 99, 'other')],
      });
      expect(idsOf(await store.activities(one, deal.id, all))).toEqual(['b', 'c', 'd', 'a']);
      const pages = await Promise.all([0, 2, 4].map((offset) => store.activities(one, deal.id, { limit: 2, offset })));
      expect(pages.map(idsOf)).toEqual([['b', 'c'], ['d', 'a'], []]);
    });

    test('lists activities of a time, both ends included', async () => {
      await fill();
      await store.load(one.tenant, { activities: [visit('a', 10), visit('b', 20), visit('c', 30)] });
      const between = async (from?: number, to?: number) =>
        idsOf(await store.activities(one, deal.id, { from, to, ...all }));
      expect(await between(20)).toEqual(['c', 'b']);
      expect(await between(undefined, 20)).toEqual(['b', 'a']);
      expect(await between(20, 20)).toEqual(['b']);
      expect(await between(30, 10)).toEqual([]);
    });

    test('gives the facts of an activity as they were stored', async () => {
      await fill();
      const odd = visit('ä "quoted" \u0000 \u0001 \u00010 \u{1F600}', 10);
      await store.load(one.tenant, { activities: [odd] });
      const { subject, ...stored } = odd;
      expect(await store.activities(one, subject, all)).toEqual([stored]);
    });

    test('replaces an agreement that has changed', async () => {
      await fill();
      await store.load(one.tenant, { agreements: [agreement('1', 10), agreement('2', 20)] });
      await store.load(one.tenant, { agreements: [agreement('1', 30)] });
      expect(idsOf(await store.agreements(one, deal.id, all))).toEqual(['1', '2']);
      expect(idsOf(await store.agreements(one, deal.id, { limit: 1, offset: 1 }))).toEqual(['2']);
    });

    test('finds people by address, and who knows them best', async () => {
      const person = { email: 'ann@x.com', name: 'Ann', account: 'account-1', accountName: 'X' };
      const known = (contact: string, colleague: string, meetings: number) => ({
        subject: 'account-1',
        contact,
        contactName: contact,
        colleague,
        meetings,
        lastMetAt: 0,
      });
      await store.load(one.tenant, {
        people: [person],
        acquaintances: [known('ann@x.com', 'Bo', 1), known('ann@x.com', 'Cy', 5), known('dan@x.com', 'Bo', 3)],
      });
      expect(await store.people(one, ['nobody@x.com', 'ann@x.com'])).toEqual([person]);
      expect(await store.people(one, [])).toEqual([]);
      const colleagues = async (contact?: string) =>
        (await store.acquaintances(one, 'account-1', contact)).map((each) => each.colleague);
      expect(await colleagues('ann@x.com')).toEqual(['Cy', 'Bo']);
      expect(await colleagues()).toEqual(['Cy', 'Bo', 'Bo']);
    });

    test('lists stakeholders by their power', async () => {
      const stakeholder = (id: string, role: 'decision-maker' | 'champion') => ({
        subject: 'account-1',
        id,
        name: id,
        jobTitle: '',
        email: id,
        role,
        lastContactAt: 0,
        knownBy: [],
      });
      await store.load(one.tenant, {
        stakeholders: [stakeholder('a', 'champion'), stakeholder('b', 'decision-maker')],
      });
      expect(idsOf(await store.stakeholders(one, 'account-1'))).toEqual(['b', 'a']);
    });

    test.each(['Fourth Coffee', 'FOURTH COFFEE', ' fourth coffee ', 'fourth'])(
      'finds an account by the name %j',
      async (name) => {
        await fill();
        expect(idsOf(await store.accounts(one, name))).toEqual([account.id]);
      },
    );

    test.each(['Deal', 'coffee', 'Fifth', '%', 'Fourth\u0000Coffee'])(
      'finds no account by the name %j',
      async (name) => {
        await fill();
        expect(await store.accounts(one, name)).toEqual([]);
      },
    );

    test('lists the library by use', async () => {
      const content = (id: string, opened: number) => ({
        id,
        title: id,
        type: 'content-pdf' as const,
        url: 'https://x',
        owner: '',
        topics: [],
        products: [],
        industries: [],
        language: 'en',
        pages: 1,
        updatedAt: 0,
        opened,
      });
      await store.load(one.tenant, { content: [content('a', 1), content('b', 5)] });
      await store.load(one.tenant, { content: [content('a', 9)] });
      expect(idsOf(await store.content(one))).toEqual(['a', 'b']);
    });

    test('stores all or nothing', async () => {
      const broken = { ...visit('a', 10), at: 'never' as unknown as number };
      await expect(store.load(one.tenant, { activities: [visit('b', 5), broken] })).rejects.toThrow();
      expect(await store.activities(one, deal.id, all)).toEqual([]);
    });

    test('keeps tenants apart', async () => {
      await fill(one.tenant);
      await store.load(one.tenant, { activities: [visit('a', 10)], agreements: [agreement('1', 10)] });
      await expect(store.subjectOf(two, { type: 'opportunity', id: ids.dynamics, crm: {} })).rejects.toMatchObject({
        code: 'INVALID_CRM_CONNECTION',
      });
      expect(await store.activities(two, deal.id, all)).toEqual([]);
      expect(await store.agreements(two, deal.id, all)).toEqual([]);
      expect(await store.accounts(two, 'Fourth Coffee')).toEqual([]);
    });
  });
}
