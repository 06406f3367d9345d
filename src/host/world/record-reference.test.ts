import { expect, test } from 'vitest';
import { parseCrm, parseRecordReference } from './record-reference.ts';

test.each([
  ['opportunity:50cafe00', { type: 'opportunity', id: '50cafe00' }],
  [' Account : 0015i00000F04CeAAJ ', { type: 'account', id: '0015i00000F04CeAAJ' }],
  ['new_deal:a:b', { type: 'new_deal', id: 'a:b' }],
])('%s is a record', (text, reference) => {
  expect(parseRecordReference(text)).toEqual(reference);
});

test.each([
  ['50cafe00', 'has no type: write TYPE:ID'],
  [':1', '"" in the record ":1" is no record type'],
  ['my deal:1', '"my deal" in the record'],
  ['opportunity:', 'has no id after the colon'],
])('%s is no record, and the error says why', (text, message) => {
  expect(() => parseRecordReference(text)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
  );
});

test.each([
  ['dynamics365', { type: 'Dynamics365', orgUrl: 'https://contoso.crm.dynamics.com' }],
  ['Dynamics 365', { type: 'Dynamics365', orgUrl: 'https://contoso.crm.dynamics.com' }],
  ['salesforce', { type: 'Salesforce', orgUrl: 'https://contoso.my.salesforce.com' }],
  [
    'salesforce:https://acme.my.salesforce.com/lightning/',
    { type: 'Salesforce', orgUrl: 'https://acme.my.salesforce.com' },
  ],
  ['dynamics365:Acme.crm4.dynamics.com', { type: 'Dynamics365', orgUrl: 'https://acme.crm4.dynamics.com' }],
  ['salesforce:localhost:8443', { type: 'Salesforce', orgUrl: 'https://localhost:8443' }],
])('%s is a CRM', (text, crm) => {
  expect(parseCrm(text)).toEqual(crm);
});

test.each([
  ['salesforc', 'There is no CRM "salesforc". Did you mean salesforce?'],
  ['hubspot', 'There are dynamics365, salesforce.'],
  ['salesforce:', '"" in the CRM "salesforce:" is no address of an organization'],
  ['salesforce:ftp://acme', 'is no address of an organization'],
])('%s is no CRM, and the error says why', (text, message) => {
  expect(() => parseCrm(text)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
  );
});
