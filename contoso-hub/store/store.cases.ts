/** The cases that hold for every kind of store. */
import { ConnectorError } from 'saleskit/connector';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crms, recordLinks } from '../data/story.ts';
import { EventsRefused, type HubEvent } from '../events/event.ts';
import { longest } from '../events/event-kinds.ts';
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
const envelope = (id: string, second: number) => ({ id, at: new Date(second * 1000).toISOString() });
const subjectEvent = (id: string, second: number, subject = deal): HubEvent => ({
  ...envelope(id, second),
  kind: 'subject-changed',
  subject,
  records: [{ id: ids.dynamics, crm: crms.dynamics }],
});
const visitEvent = (id: string, second: number, about: readonly string[] = [deal.id]): HubEvent => ({
  ...envelope(id, second),
  kind: 'site-visited',
  about,
  by: 'Ann',
  page: 'Pricing',
  visits: 1,
  minutes: 2,
});
const agreementEvent = (id: string, second: number, kind: 'agreement-viewed' | 'agreement-declined'): HubEvent => ({
  ...envelope(id, second),
  kind,
  about: [deal.id],
  agreement: { id: '1', name: 'Agreement 1' },
  by: 'Ann',
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

    describe('takes in events', () => {
      test('which fill an empty store from nothing', async () => {
        const events: HubEvent[] = [
          { ...envelope('1', 1), kind: 'crm-connected', crm: crms.dynamics },
          subjectEvent('2', 2),
          visitEvent('3', 3),
        ];
        expect(await store.ingest(one.tenant, events)).toEqual({ stored: 3 });
        await store.fillWhenEmpty(() => expect.unreachable('it has events'));
        expect(await store.subjectOf(one, { type: 'opportunity', id: ids.dynamics, crm: crms.dynamics })).toEqual(deal);
        const { subject: _subject, ...activity } = visit('3', 3000);
        expect(await store.activities(one, deal.id, all)).toEqual([activity]);
        expect(await store.activities(one, deal.account, all)).toEqual([activity]);
      });

      test('once: those that are known, from before or from the same batch, are passed over', async () => {
        await store.ingest(one.tenant, [subjectEvent('s', 1), visitEvent('a', 10)]);
        const again = [visitEvent('a', 99), visitEvent('b', 20), visitEvent('b', 30), visitEvent('c', 15)];
        expect(await store.ingest(one.tenant, again)).toEqual({ stored: 2 });
        expect(await store.ingest(one.tenant, again)).toEqual({ stored: 0 });
        expect(await store.ingest(one.tenant, [])).toEqual({ stored: 0 });
        const found = await store.activities(one, deal.id, all);
        expect(found.map(({ id, at }) => [id, at])).toEqual([
          ['b', 20_000],
          ['c', 15_000],
          ['a', 10_000],
        ]);
      });

      test('all or none: what is about a subject that is not known is named, and nothing is stored', async () => {
        await fill();
        const batch = [visitEvent('a', 1), visitEvent('b', 2, [deal.id, 'nobody']), visitEvent('c', 3, ['nobody'])];
        const refused = await store.ingest(one.tenant, batch).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(EventsRefused);
        const { faults } = refused as EventsRefused;
        expect([...faults].map(([id, { pointer }]) => [id, pointer])).toEqual([
          ['b', '/about/1'],
          ['c', '/about/0'],
        ]);
        expect(await store.activities(one, deal.id, all)).toEqual([]);
        expect(await store.ingest(one.tenant, batch.slice(0, 1))).toEqual({ stored: 1 });
      });

      test('which change an agreement for all subjects that have it, wherever it came from', async () => {
        await fill();
        const shared = { ...agreement('1', 2000), status: 'viewed' as const, views: 4, sentAt: 1000 };
        await store.load(one.tenant, {
          agreements: [shared, { ...shared, subject: 'contact-1' }, agreement('2', 500)],
        });
        await store.ingest(one.tenant, [
          agreementEvent('v', 3, 'agreement-viewed'),
          agreementEvent('d', 4, 'agreement-declined'),
          agreementEvent('w', 5, 'agreement-viewed'),
        ]);
        for (const subject of [deal.id, deal.account, 'contact-1']) {
          const [changed] = await store.agreements(one, subject, all);
          expect(changed).toMatchObject({ id: '1', status: 'declined', at: 4000, sentAt: 1000, views: 6, value: 1 });
        }
        expect(idsOf(await store.agreements(one, deal.id, all))).toEqual(['1', '2']);
      });

      test('of which an older change that arrives later changes nothing', async () => {
        await store.ingest(one.tenant, [subjectEvent('new', 20, { ...deal, name: 'New' })]);
        await store.ingest(one.tenant, [subjectEvent('old', 10, { ...deal, name: 'Old' })]);
        const reference = { type: 'opportunity', id: ids.dynamics, crm: {} };
        expect(await store.subjectOf(one, reference)).toMatchObject({ name: 'New' });
      });

      test('which count how often content was opened', async () => {
        await fill();
        const content = {
          id: 'C',
          title: 'Prices',
          type: 'content-pdf',
          url: 'https://x',
          owner: 'Us',
          topics: [],
          products: [],
          industries: [],
          language: 'en',
          pages: 1,
        } as const;
        const opened = (id: string, second: number): HubEvent => ({
          ...envelope(id, second),
          kind: 'content-opened',
          about: [deal.id],
          by: 'Ann',
          content: { id: 'C', title: 'Prices' },
        });
        const changed = (id: string, second: number): HubEvent => ({
          ...envelope(id, second),
          kind: 'content-changed',
          content,
        });
        await store.ingest(one.tenant, [changed('1', 1), opened('2', 2), opened('3', 3)]);
        await store.ingest(one.tenant, [opened('4', 4), changed('5', 5)]);
        expect(await store.content(one)).toEqual([{ ...content, updatedAt: 5000, opened: 3 }]);
      });

      test('which tell who is who', async () => {
        const person = { email: 'ann@x.com', name: 'Ann', account: 'account-1', accountName: 'X' };
        const lastMetAt = envelope('', 7).at;
        await store.ingest(one.tenant, [
          { ...envelope('1', 1), kind: 'person-changed', person },
          {
            ...envelope('2', 2),
            kind: 'acquaintance-changed',
            account: 'account-1',
            acquaintance: { contact: 'ann@x.com', contactName: 'Ann', colleague: 'Bo', meetings: 2, lastMetAt },
          },
          {
            ...envelope('3', 3),
            kind: 'stakeholder-changed',
            account: 'account-1',
            stakeholder: {
              id: 'ann@x.com',
              name: 'Ann',
              jobTitle: 'CEO',
              email: 'ann@x.com',
              role: 'champion',
              lastContactAt: lastMetAt,
              knownBy: ['Bo'],
            },
          },
        ]);
        expect(await store.people(one, ['ann@x.com'])).toEqual([person]);
        expect(await store.acquaintances(one, 'account-1')).toMatchObject([{ colleague: 'Bo', lastMetAt: 7000 }]);
        expect(await store.stakeholders(one, 'account-1')).toMatchObject([{ id: 'ann@x.com', lastContactAt: 7000 }]);
      });

      test('of which ids and names are as long as they may be', async () => {
        // Letters of four bytes that no two places share, so that nothing can be told shorter.
        const long = (length: number, seed: number) =>
          String.fromCodePoint(
            ...Array.from({ length }, (_, index) => 0x20000 + ((index * 7919 + seed * 104_729) % 40_000)),
          );
        const tenant = long(longest.tenant, 1);
        const subject = { ...account, id: long(longest.id, 2), account: long(longest.id, 2), name: long(500, 3) };
        const acquaintance = {
          contact: long(longest.id, 4),
          contactName: 'Ann',
          colleague: long(longest.id, 5),
          meetings: 1,
          lastMetAt: envelope('', 1).at,
        };
        const events: HubEvent[] = [
          { ...envelope(long(longest.id, 6), 1), kind: 'subject-changed', subject },
          { ...envelope('2', 2), kind: 'acquaintance-changed', account: subject.id, acquaintance },
        ];
        expect(await store.ingest(tenant, events)).toEqual({ stored: 2 });
        expect(await store.accounts(asker(tenant), subject.name)).toEqual([subject]);
        expect(await store.acquaintances(asker(tenant), subject.id)).toMatchObject([{ meetings: 1 }]);
      });

      test('of one tenant, whatever ids another has', async () => {
        await store.ingest(one.tenant, [subjectEvent('s', 1), agreementEvent('a', 2, 'agreement-viewed')]);
        await expect(store.ingest(two.tenant, [visitEvent('b', 1)])).rejects.toBeInstanceOf(EventsRefused);
        await store.ingest(two.tenant, [subjectEvent('s', 1), agreementEvent('a', 2, 'agreement-declined')]);
        expect(await store.agreements(one, deal.id, all)).toMatchObject([{ status: 'viewed', views: 1 }]);
        expect(await store.agreements(two, deal.id, all)).toMatchObject([{ status: 'declined', views: 0 }]);
      });
    });
  });
}
