import { expect, test } from 'vitest';
import { participantsOf } from './mail.ts';
import { sellersWorld, withOwn, worldOfTenant } from './world.ts';
import { worldRecordKeys } from './world-records.ts';

const today = Date.UTC(2026, 2, 14, 15);
const world = sellersWorld(today);
const automatic = worldRecordKeys.automatic;

test('it has the ids that the guide of Contoso Hub promises, in both CRMs', () => {
  const promised = [
    ['opportunity', '50cafe00-a100-4000-8000-000000000001', '0065i00000A1CaFAAV', '50 Cafe A-100 Automatic'],
    ['account', 'f047c0ff-ee00-4000-8000-000000000001', '0015i00000F04CeAAJ', 'Fourth Coffee'],
    [
      'opportunity',
      '00000000-0000-4000-8000-000000000e01',
      '0065i00000EmptYAAR',
      '10 Cafe Grande for the new roastery',
    ],
  ] as const;
  for (const [type, dynamics, salesforce, name] of promised) {
    expect(world.recordOf(type, dynamics, 'Dynamics365')?.name).toBe(name);
    expect(world.recordOf(type, salesforce, 'Salesforce')?.name).toBe(name);
    expect(world.recordOf(type, salesforce, 'Dynamics365')).toBeUndefined();
  }
});

test.each([
  ['Dynamics365', '{50CAFE00-A100-4000-8000-000000000001}'],
  ['Salesforce', '0065i00000A1CaF'],
  ['Salesforce', '0065i00000a1cafaav'],
] as const)('in %s, %s is found as the CRM finds it', (crm, id) => {
  expect(world.recordOf('Opportunity', id, crm)?.name).toBe(automatic.name);
});

test('a short Salesforce id in another case is another id', () => {
  expect(world.recordOf('opportunity', '0065I00000A1CAF', 'Salesforce')).toBeUndefined();
});

test('mails come from customers to a seller, newest first, before today, in five languages', () => {
  const times = world.mails.map(({ sentDateTime = '' }) => sentDateTime);
  expect(times).toEqual(times.toSorted().reverse());
  expect(times.every((time) => Date.parse(time) < today && Date.parse(time) > today - 10 * 86_400_000)).toBe(true);
  expect(new Set(world.mails.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'fr', 'ja', 'es']));
  const sellers = world.sellers.map(({ email }) => email);
  for (const mail of world.mails) expect(sellers, mail.id).toContain(mail.to?.[0]);
});

test('every mail is long enough to be summarized, is a thread, and names its people and records', () => {
  for (const mail of world.mails) {
    const { id, plaintextBody = '', fullHtmlBody = '', names, related } = mail;
    expect(plaintextBody.length, id).toBeGreaterThan(1000);
    expect(plaintextBody, id).toMatch(/_{32}/);
    expect(fullHtmlBody, id).toContain('<hr>');
    expect(
      participantsOf(mail).every((address) => names[address]),
      id,
    ).toBe(true);
    expect(related.length, id).toBeGreaterThan(0);
    for (const { type, ids } of related) expect(world.recordOf(type, ids.Salesforce ?? '', 'Salesforce')).toBeDefined();
  }
});

test('days count from today', () => {
  const fields = world.recordOf('opportunity', automatic.ids.Dynamics365, 'Dynamics365')?.fields;
  expect(fields).toMatchObject({ openedOn: '2026-01-02', closesOn: '2026-04-04' });
});

test('a seller sees what their tenant has', () => {
  const [kenny, sara] = world.sellers.map(({ tenant }) => worldOfTenant(world, tenant));
  expect(sara?.records.map(({ name }) => name)).toEqual(['Trail Cafe', '2 Cafe Mobile']);
  expect(sara?.mails.map(({ id }) => id)).toEqual(['machine-lease']);
  expect(kenny?.mails).toHaveLength(world.mails.length - 1);
});

test('own mails stand among the others by their time', () => {
  const mail = (id: string, sentDateTime?: string) => ({
    id,
    related: [],
    names: {},
    ...(sentDateTime && { sentDateTime }),
  });
  const [newest] = world.mails;
  const after = new Date(Date.parse(newest?.sentDateTime ?? '') + 1).toISOString();
  const mails = [mail('old', '2001-01-01'), mail('none'), mail('new', after)];
  const ids = withOwn(world, { mails }).mails.map(({ id }) => id);
  expect([...ids.slice(0, 3), ids.at(-1)]).toEqual(['none', 'new', newest?.id, 'old']);
});

test('own records and mails come first, and take the place of those with their ids', () => {
  const deal = { type: 'opportunity', name: 'Mine', ids: { Dynamics365: '1' }, fields: {} };
  const renamed = { type: automatic.type, ids: automatic.ids, name: 'Renamed', fields: {} };
  const mail = { id: 'own.eml', related: [], names: {}, subject: 'Mine' };
  const own = withOwn(world, { records: [deal, renamed], mails: [mail] });
  expect(own.mails[0]).toBe(mail);
  expect(own.mailOf('own.eml')).toBe(mail);
  expect(own.recordOf('opportunity', '1', 'Dynamics365')).toBe(deal);
  expect(own.recordOf('opportunity', automatic.ids.Salesforce, 'Salesforce')?.name).toBe('Renamed');
  expect(own.records).toHaveLength(world.records.length + 1);
});
