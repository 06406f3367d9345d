import { expect, test } from 'vitest';
import { crms } from './crm.ts';
import { recordAsGiven } from './crm-record.ts';
import { openInCrm } from './open-in-crm.ts';
import { parseCrm, parseRecordReference } from './record-reference.ts';
import { sellersWorld, withOwn } from './world.ts';

const own = parseCrm('salesforce:https://mine.my.salesforce.com');
const other = parseCrm('salesforce:https://other.my.salesforce.com');
const world = withOwn(sellersWorld(0), { records: [recordAsGiven({ type: 'opportunity', id: 'X-1' }, own)] });
const dynamicsId = 'opportunity:50cafe00-a100-4000-8000-000000000001';
const salesforceId = 'opportunity:0065i00000A1CaFAAV';

test.each([
  ['a record of one’s own in its own CRM and organization', 'opportunity:X-1', undefined, own, 'X-1'],
  ['it by the kind of its CRM', 'opportunity:X-1', crms.Salesforce, own, 'X-1'],
  ['it in another organization, where that is named', 'opportunity:X-1', other, other, 'X-1'],
  ['it in another CRM, as given', 'opportunity:X-1', crms.Dynamics365, crms.Dynamics365, 'X-1'],
  [
    'a record of the world by its id of Dynamics 365',
    dynamicsId,
    undefined,
    crms.Dynamics365,
    '50 Cafe A-100 Automatic',
  ],
  ['it by its id of Salesforce', salesforceId, undefined, crms.Salesforce, '50 Cafe A-100 Automatic'],
  ['it in the organization that is named', salesforceId, other, other, '50 Cafe A-100 Automatic'],
  ['an unknown record in Dynamics 365', 'lead:none', undefined, crms.Dynamics365, 'none'],
  ['an unknown record in the CRM that is named', 'lead:none', other, other, 'none'],
])('opens %s', (_what, reference, crm, expected, name) => {
  const open = openInCrm(world, { record: parseRecordReference(reference), crm });
  expect([open.crm, open.record?.name]).toEqual([expected, name]);
});

test('without a record the CRM named counts, then the mail’s', () => {
  const mail = { id: 'm', related: [], names: {}, crm: own };
  expect(openInCrm(world, {})).toEqual({ crm: crms.Dynamics365 });
  expect(openInCrm(world, { mail })).toEqual({ crm: own });
  expect(openInCrm(world, { mail, crm: other })).toEqual({ crm: other });
});
