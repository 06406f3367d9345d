import { describe, expect, test } from 'vitest';
import { actionOf, extensionPoints } from '../contract/contract.ts';
import { inputReader, readDateTime } from './input.ts';

const readSummary = inputReader(actionOf(extensionPoints.recordSummary));
const readMail = inputReader(actionOf(extensionPoints.emailSummary));
const readVersion1 = inputReader(actionOf(extensionPoints.emailSummaryV1));
const record = { recordType: 'opportunity', recordId: 'x' };

const refusal = (code: string, parameter: string) => expect.objectContaining({ code, details: { parameter } });

describe('a query', () => {
  test('has its texts coerced, its ids and types in one spelling, its CRM read', () => {
    const input = readSummary({
      recordType: 'Opportunity',
      recordId: '{50CAFE00-A100-4000-8000-000000000001}',
      startDateTime: '2026-05-07T03:28:38.1234567+02:00',
      top: '5',
      skip: '10',
      crmType: 'dynamics 365',
      crmOrgUrl: 'https://contoso.crm.dynamics.com/',
    });
    expect(input).toEqual({
      recordType: 'opportunity',
      recordId: '50cafe00-a100-4000-8000-000000000001',
      startDateTime: new Date('2026-05-07T01:28:38.123Z'),
      top: 5,
      skip: 10,
      crm: { type: 'Dynamics365', host: 'contoso.crm.dynamics.com' },
    });
  });

  test('has top 10 and skip 0 where they are absent, and no CRM where none is named', () => {
    expect(readSummary(record)).toEqual({ ...record, top: 10, skip: 0, crm: {} });
  });

  test('may have empty optional inputs', () => {
    expect(readSummary({ ...record, crmType: '', top: '' })).toEqual({ ...record, top: 10, skip: 0, crm: {} });
  });

  test.each([
    ['100', 100],
    ['101', 100],
    ['99999999999', 100],
  ])('with top=%s asks for %i', (top, wanted) => {
    expect(readSummary({ ...record, top }).top).toBe(wanted);
  });

  test.each([
    ['top', '0'],
    ['top', '-1'],
    ['top', 'ten'],
    ['top', '1.5'],
    ['top', '0x10'],
    ['top', '1e1'],
    ['top', ['1', '2']],
    ['skip', '-1'],
    ['skip', '4294967296'],
    ['recordId', ['a', 'b']],
    ['startDateTime', 'yesterday'],
    ['endDateTime', '2026-02-30T00:00:00Z'],
  ])('with %s=%s is refused', (name, value) => {
    expect(() => readSummary({ ...record, [name]: value })).toThrow(refusal('INVALID_PARAMETER', name));
  });

  test.each([
    [{}, 'recordType'],
    [{ recordType: 'account' }, 'recordId'],
    [{ recordType: 'account', recordId: '' }, 'recordId'],
    [{ recordType: 'account', recordId: ' ' }, 'recordId'],
  ])('%o lacks %s', (query, name) => {
    expect(() => readSummary(query)).toThrow(refusal('MISSING_PARAMETER', name));
  });

  test('finds names whatever their case, as version 1 of email summary needs', () => {
    expect(readVersion1({ emailContacts: 'a@b.com', Top: '3', skip: '1' })).toMatchObject({ top: 3, skip: 1 });
    expect(readVersion1({ emailContacts: 'a@b.com', top: '4' })).toMatchObject({ top: 4 });
  });
});

describe('a body', () => {
  test('is read as it is typed, nulls being absent', () => {
    const input = readMail({
      resourceData: { subject: 'Hi', to: ['a@b.com'], sentDateTime: '2026-05-07T03:28:38Z', cc: null },
      relatedEntities: [{ entityId: '0065i00000A1CaF', entityType: 'Opportunity', entitySource: '' }],
      top: 3,
      skip: null,
      unknown: 1,
    });
    expect(input).toEqual({
      resourceData: { subject: 'Hi', to: ['a@b.com'], sentDateTime: new Date('2026-05-07T03:28:38Z') },
      relatedEntities: [{ entityId: '0065i00000A1CaFAAV', entityType: 'opportunity' }],
      top: 3,
      skip: 0,
      crm: {},
    });
  });

  test.each([
    [{ resourceData: 'text' }, 'INVALID_PARAMETER', 'resourceData'],
    [{ resourceData: [] }, 'INVALID_PARAMETER', 'resourceData'],
    [{ resourceData: {}, top: '3' }, 'INVALID_PARAMETER', 'top'],
    [{ resourceData: { to: 'a@b.com' } }, 'INVALID_PARAMETER', 'resourceData.to'],
    [{ resourceData: { to: ['a', 1] } }, 'INVALID_PARAMETER', 'resourceData.to[1]'],
    [{ resourceData: {}, relatedEntities: [{}] }, 'MISSING_PARAMETER', 'relatedEntities[0].entityId'],
    [{ resourceData: null }, 'MISSING_PARAMETER', 'resourceData'],
  ])('%j is refused with %s at %s', (body, code, name) => {
    expect(() => readMail(body)).toThrow(refusal(code, name));
  });
});

test.each([
  ['2026-05-07T03:28:38+02:00', '2026-05-07T01:28:38.000Z'],
  ['2026-05-07T03:28:38 02:00', '2026-05-07T01:28:38.000Z'],
  ['2026-05-07T03:28:38', '2026-05-07T03:28:38.000Z'],
  ['2026-05-07t03:28:38.5z', '2026-05-07T03:28:38.500Z'],
  ['2026-05-07', '2026-05-07T00:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(readDateTime(text)?.toISOString()).toBe(instant);
});

test.each(['2026-05', '2026-13-01T00:00:00Z', '2026-05-07T25:00:00Z', '07/05/2026', ''])('%s is no time', (text) => {
  expect(readDateTime(text)).toBeUndefined();
});
