import type { CrmActivity, CrmFields, CrmRecord } from './crm-record.ts';
import { dayOf, type Moment, timeOf } from './moment.ts';
import { sellers } from './seller.ts';

interface RecordStory extends Omit<CrmRecord, 'fields' | 'activities'> {
  readonly fields: Omit<CrmFields, 'openedOn' | 'closesOn'>;
  readonly opened?: Moment;
  readonly closes?: Moment;
  readonly activities?: readonly (readonly [CrmActivity['kind'], by: string, partner: string, Moment])[];
}

const [kenny, sara] = sellers;
const ofKenny = { tenant: kenny.tenant };
const ofSara = { tenant: sara.tenant };

/** The records by name; ids are those of Contoso Hub's sample and never change. */
const stories = {
  fourthCoffee: {
    type: 'account',
    name: 'Fourth Coffee',
    ids: { Dynamics365: 'f047c0ff-ee00-4000-8000-000000000001', Salesforce: '0015i00000F04CeAAJ' },
    ...ofKenny,
    fields: {
      industry: 'Hospitality',
      contact: 'Alberto Burgos',
      phone: '+1 206 555 0142',
      city: 'Seattle',
      owner: kenny.name,
    },
  },
  automatic: {
    type: 'opportunity',
    name: '50 Cafe A-100 Automatic',
    ids: { Dynamics365: '50cafe00-a100-4000-8000-000000000001', Salesforce: '0065i00000A1CaFAAV' },
    account: 'Fourth Coffee',
    ...ofKenny,
    fields: { amount: 345_000, currency: 'USD', stage: 'propose', contact: 'Alberto Burgos', owner: kenny.name },
    opened: [71],
    closes: [-21],
    activities: [
      ['mail', 'Kenny Smith', 'Tony Benis', [3, 16]],
      ['meeting', 'Mona Kane', 'Alberto Burgos', [4, 13]],
      ['call', 'Kenny Smith', 'Tony Benis', [11, 15]],
    ],
  },
  roastery: {
    type: 'opportunity',
    name: '10 Cafe Grande for the new roastery',
    ids: { Dynamics365: '00000000-0000-4000-8000-000000000e01', Salesforce: '0065i00000EmptYAAR' },
    account: 'Fourth Coffee',
    ...ofKenny,
    fields: { amount: 98_000, currency: 'USD', stage: 'qualify', contact: 'Tony Benis', owner: kenny.name },
    opened: [5],
    closes: [-120],
  },
  stations: {
    type: 'lead',
    name: 'Coffee bars in the stations',
    ids: { Dynamics365: '1ead0000-0000-4000-8000-000000000001', Salesforce: '00Q5i00000C0fFeAAJ' },
    account: 'Fourth Coffee',
    ...ofKenny,
    fields: {
      contact: 'Gabriela Edwards',
      jobTitle: 'Café Operations Manager',
      email: 'gabriela@fourthcoffee.com',
      owner: kenny.name,
    },
    opened: [7],
    activities: [['follow-up', 'Kenny Smith', 'Gabriela Edwards', [6, 14]]],
  },
  alberto: {
    type: 'contact',
    name: 'Alberto Burgos',
    ids: { Dynamics365: 'c0a1be27-0000-4000-8000-000000000001', Salesforce: '0035i00000A1bErAAJ' },
    account: 'Fourth Coffee',
    ...ofKenny,
    fields: {
      jobTitle: 'Chief Operating Officer',
      email: 'alberto@fourthcoffee.com',
      phone: '+1 206 555 0143',
      owner: kenny.name,
    },
  },
  tony: {
    type: 'contact',
    name: 'Tony Benis',
    ids: { Dynamics365: 'c0a1be27-0000-4000-8000-000000000002', Salesforce: '0035i00000B2bEnAAJ' },
    account: 'Fourth Coffee',
    ...ofKenny,
    fields: {
      jobTitle: 'Head of Procurement',
      email: 'tony@fourthcoffee.com',
      phone: '+1 206 555 0144',
      owner: kenny.name,
    },
  },
  alpineSkiHouse: {
    type: 'account',
    name: 'Alpine Ski House',
    ids: { Dynamics365: 'a1b10e00-0000-4000-8000-000000000001', Salesforce: '0015i00000A1p1NAAR' },
    ...ofKenny,
    fields: {
      industry: 'Travel',
      contact: 'Cacilia Viera',
      phone: '+41 27 555 01 10',
      city: 'Zermatt',
      owner: kenny.name,
    },
  },
  summit: {
    type: 'opportunity',
    name: '12 Cafe Duo for the summit stations',
    ids: { Dynamics365: '50cafe00-d000-4000-8000-000000000002', Salesforce: '0065i00000A1SkIAAV' },
    account: 'Alpine Ski House',
    ...ofKenny,
    fields: { amount: 64_200, currency: 'EUR', stage: 'close', contact: 'Cacilia Viera', owner: kenny.name },
    opened: [52],
    closes: [-9],
    activities: [
      ['meeting', 'Ray Tanaka', 'Cacilia Viera', [3, 10]],
      ['follow-up', 'Kenny Smith', 'Jonas Weber', [38, 9]],
    ],
  },
  cacilia: {
    type: 'contact',
    name: 'Cacilia Viera',
    ids: { Dynamics365: 'c0a1be27-0000-4000-8000-000000000011', Salesforce: '0035i00000C4c1LAAR' },
    account: 'Alpine Ski House',
    ...ofKenny,
    fields: {
      jobTitle: 'Managing Director',
      email: 'cacilia@alpineskihouse.com',
      phone: '+41 27 555 01 11',
      owner: kenny.name,
    },
  },
  trailCafe: {
    type: 'account',
    name: 'Trail Cafe',
    ids: { Dynamics365: '7ca11ca0-fe00-4000-8000-000000000001', Salesforce: '0015i00000T7a1LAAR' },
    ...ofSara,
    fields: {
      industry: 'Hospitality',
      contact: 'Robin Kline',
      phone: '+1 303 555 0117',
      city: 'Boulder',
      owner: sara.name,
    },
  },
  mobile: {
    type: 'opportunity',
    name: '2 Cafe Mobile',
    ids: { Dynamics365: '7ca11ca0-fe00-4000-8000-000000000002', Salesforce: '0065i00000T7a1LAAR' },
    account: 'Trail Cafe',
    ...ofSara,
    fields: { amount: 4800, currency: 'USD', stage: 'propose', contact: 'Robin Kline', owner: sara.name },
    opened: [14],
    closes: [-12],
    activities: [['mail', 'Sara Davis', 'Robin Kline', [3, 9]]],
  },
} as const satisfies Record<string, RecordStory>;

/** The type and ids of the world's records, by a short name: what mails are connected to. */
export const worldRecordKeys = stories;

/** The world's records with their days counted from `today`. */
export function worldRecords(today: number): CrmRecord[] {
  return Object.values<RecordStory>(stories).map(({ opened, closes, activities, fields, ...record }) => ({
    ...record,
    fields: {
      ...fields,
      ...(opened && { openedOn: dayOf(opened, today) }),
      ...(closes && { closesOn: dayOf(closes, today) }),
    },
    ...(activities && {
      activities: activities.map(([kind, by, partner, at]) => ({ kind, by, with: partner, on: timeOf(at, today) })),
    }),
  }));
}
