import { expect, test } from 'vitest';
import { readCrmHost, readCrmType } from './crm.ts';

test.each(['Dynamics365', 'Dynamics 365', 'dynamics 365', 'DYNAMICS365'])('%s is Dynamics365', (text) => {
  expect(readCrmType(text)).toBe('Dynamics365');
});

test.each(['Salesforce', 'salesforce', 'SALESFORCE'])('%s is Salesforce', (text) => {
  expect(readCrmType(text)).toBe('Salesforce');
});

test.each(['HubSpot', 'constructor', '365'])('%s is no CRM to be connected to', (text) => {
  expect(() => readCrmType(text)).toThrow(expect.objectContaining({ code: 'INVALID_CRM_CONNECTION' }));
});

test.each([
  'https://contoso.crm.dynamics.com',
  'https://Contoso.crm.dynamics.com/',
  'http://contoso.crm.dynamics.com:443/main.aspx?x=1',
  'contoso.crm.dynamics.com',
  ' contoso.crm.dynamics.com/ ',
])('%s names the host', (text) => {
  expect(readCrmHost(text)).toBe('contoso.crm.dynamics.com');
});

test.each(['ftp://contoso.crm.dynamics.com', 'https://', 'not a host', 'javascript:alert(1)'])(
  '%s names none',
  (text) => {
    expect(() => readCrmHost(text)).toThrow(expect.objectContaining({ code: 'INVALID_CRM_CONNECTION' }));
  },
);
