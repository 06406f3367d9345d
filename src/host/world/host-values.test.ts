import { expect, test } from 'vitest';
import { extensionPoints, hostProfile } from '../../contract/contract.ts';
import { crms } from './crm.ts';
import { hostProfileSwitches, usualHostProfile } from './host-profile-switches.ts';
import { hostValues } from './host-values.ts';
import { sellersWorld } from './world.ts';

const now = Date.UTC(2026, 2, 14, 15);
const world = sellersWorld(now);
const automatic = '50cafe00-a100-4000-8000-000000000001';
const record = world.recordOf('opportunity', automatic, 'Dynamics365');
const mail = world.mailOf('framework-agreement');
if (!record || !mail) throw new Error('The sample lacks its record or mail.');
const situation = { record, mail, crm: crms.Dynamics365, language: 'fr-FR', now };
const salesforce = { ...situation, crm: crms.Salesforce };

test('record details get the record, its CRM and the first page', () => {
  expect(hostValues('record-details', situation)).toEqual({
    recordType: 'opportunity',
    recordId: automatic,
    top: 10,
    skip: 0,
    crmType: 'Dynamics365',
    crmOrgUrl: 'https://contoso.crm.dynamics.com',
  });
});

test('record summary covers the 90 days until now', () => {
  expect(hostValues('record-summary', salesforce)).toMatchObject({
    recordId: '0065i00000A1CaFAAV',
    startDateTime: '2025-12-14T15:00:00.000Z',
    endDateTime: '2026-03-14T15:00:00.000Z',
    crmType: 'Salesforce',
  });
});

test('email summary gets the mail with its fields alone, and the records connected to it', () => {
  const { resourceData, relatedEntities } = hostValues('email-summary', situation);
  const fields = extensionPoints.emailSummary.models.ExtensibilityEmail.map(({ name }) => name);
  expect(Object.keys(resourceData as object)).toEqual(fields);
  expect(relatedEntities).toEqual([
    { entityId: automatic, entityType: 'opportunity', entitySource: 'connected' },
    { entityId: 'f047c0ff-ee00-4000-8000-000000000001', entityType: 'account', entitySource: 'connected' },
  ]);
});

test('version 1 of email summary gets the participants as a list with commas', () => {
  const values = hostValues('email-summary-v1', situation);
  expect(values).toMatchObject({ Top: 10, Skip: 0, recordType: 'opportunity' });
  expect(values.emailContacts).toBe(
    'alberto@fourthcoffee.com,kenny@contoso.com,tony@fourthcoffee.com,mona@contoso.com',
  );
});

test('email draft says what it sends and which prompt is in use', () => {
  const values = hostValues('email-draft', { ...situation, inputPrompt: 'Make a Proposal' });
  expect(values).toMatchObject({ resourceType: 'email-thread', inputPrompt: 'Make a Proposal', recordId: automatic });
});

test('a mail without records and a situation without a mail leave the inputs out', () => {
  const bare = { crm: crms.Dynamics365, language: 'en-US', now };
  expect(Object.keys(hostValues('email-draft', { ...bare, mail: { ...mail, related: [] } }))).toEqual([
    'resourceData',
    'resourceType',
    'crmType',
    'crmOrgUrl',
    'top',
    'skip',
  ]);
  expect(hostValues('email-summary-v1', bare)).not.toHaveProperty('emailContacts');
  expect(hostValues('sales-chat', bare)).toEqual({});
});

test('the second page passes over the first', () => {
  expect(hostValues('record-details', { ...situation, page: 2 }).skip).toBe(20);
  expect(hostValues('record-details', { ...situation, page: 1 }, { ...usualHostProfile, top: 3 }).skip).toBe(3);
});

test.each([
  [{ crmType: 'Dynamics 365' }, { crmType: 'Dynamics 365' }, { crmType: 'Salesforce' }],
  [{ crmType: 'lower case' }, { crmType: 'dynamics365' }, { crmType: 'salesforce' }],
  [{ crmOrgUrl: 'bare host' }, { crmOrgUrl: 'contoso.crm.dynamics.com' }, { crmOrgUrl: 'contoso.my.salesforce.com' }],
] as const)('%j sends %j and %j', (switches, dynamics, other) => {
  const profile = { ...usualHostProfile, ...switches };
  expect(hostValues('record-summary', situation, profile)).toMatchObject(dynamics);
  expect(hostValues('record-summary', salesforce, profile)).toMatchObject(other);
});

test('what is switched off is not sent', () => {
  const off = Object.fromEntries(Object.keys(hostProfileSwitches).map((name) => [name, 'omitted']));
  expect(hostValues('record-summary', situation, { ...usualHostProfile, ...off })).toEqual({
    recordType: 'opportunity',
    recordId: automatic,
  });
});

test('every switch of the contract can be chosen', () => {
  const offered: Record<string, { readonly choices: readonly string[] }> = hostProfileSwitches;
  for (const [name, { switches }] of Object.entries(hostProfile)) {
    for (const each of switches) expect(offered[name]?.choices, `${name}: ${each}`).toContain(each);
  }
  expect(usualHostProfile.top).toBe(Number(hostProfile.top.value));
});

test('every input of every extension point has its value', () => {
  const full = { ...situation, inputPrompt: 'Make a Proposal' };
  for (const point of Object.values(extensionPoints)) {
    expect(Object.keys(hostValues(point.id, full)), point.id).toEqual(point.inputs.map(({ name }) => name));
  }
});
