import type { AccountStory } from './story.ts';

const renewal = { id: 'AGR-1001', name: 'Renewal contract for Fourth Coffee' };
const framework = { id: 'AGR-1002', name: 'Framework agreement 50 Cafe A-100 Automatic' };
const nda = { id: 'AGR-1003', name: 'Mutual non-disclosure agreement' };

/** Fourth Coffee: the customer that the documentation's examples are about. Its ids never change. */
export const fourthCoffee: AccountStory = {
  name: 'Fourth Coffee',
  ids: { dynamics: 'f047c0ff-ee00-4000-8000-000000000001', salesforce: '0015i00000F04CeAAJ' },
  industry: 'hospitality',
  people: [
    {
      name: 'Alberto Burgos',
      email: 'alberto@fourthcoffee.com',
      jobTitle: 'Chief Operating Officer',
      role: 'decision-maker',
      ids: { dynamics: 'c0a1be27-0000-4000-8000-000000000001', salesforce: '0035i00000A1bErAAJ' },
      knownBy: [
        ['Mona Kane', 9, 4],
        ['Ray Tanaka', 5, 21],
        ['Daniela Smith', 3, 40],
      ],
    },
    {
      name: 'Tony Benis',
      email: 'tony@fourthcoffee.com',
      jobTitle: 'Head of Procurement',
      role: 'economic-buyer',
      ids: { dynamics: 'c0a1be27-0000-4000-8000-000000000002', salesforce: '0035i00000B2bEnAAJ' },
      knownBy: [['Mona Kane', 4, 12]],
    },
    {
      name: 'Gabriela Edwards',
      email: 'gabriela@fourthcoffee.com',
      jobTitle: 'Café Operations Manager',
      role: 'champion',
      knownBy: [['Kenny Smith', 6, 6]],
    },
    { name: 'Logan Edwards', email: 'logan@fourthcoffee.com', jobTitle: 'Facilities Engineer', role: 'evaluator' },
  ],
  deals: [
    {
      kind: 'opportunity',
      name: '50 Cafe A-100 Automatic',
      ids: { dynamics: '50cafe00-a100-4000-8000-000000000001', salesforce: '0065i00000A1CaFAAV' },
      product: 'Cafe A-100',
      agreements: [
        {
          ...framework,
          status: 'viewed',
          signers: ['Alberto Burgos', 'Tony Benis'],
          sent: [9],
          changed: [1, 15],
          value: 345_000,
        },
        {
          ...renewal,
          status: 'signed',
          signers: ['Alberto Burgos', 'Tony Benis'],
          sent: [20],
          changed: [5, 14],
          value: 118_500,
        },
        { ...nda, status: 'signed', signers: ['Alberto Burgos'], sent: [64], changed: [62], value: 0 },
      ],
      activities: [
        [[1, 15], { kind: 'agreement-viewed', agreement: framework, by: 'Tony Benis' }],
        [[6, 8], { kind: 'agreement-viewed', agreement: framework, by: 'Alberto Burgos' }],
        [[8, 17], { kind: 'agreement-viewed', agreement: framework, by: 'Gabriela Edwards' }],
        [[2, 10], { kind: 'site-visited', by: 'Gabriela Edwards', page: 'Pricing', visits: 3, minutes: 14 }],
        [
          [3, 11],
          {
            kind: 'content-opened',
            by: 'Logan Edwards',
            content: { id: 'CON-03', title: 'Cafe A-100 technical data sheet' },
          },
        ],
        [[4, 13], { kind: 'meeting-held', by: 'Mona Kane', with: ['Alberto Burgos', 'Gabriela Edwards'], minutes: 45 }],
        [[5, 14], { kind: 'agreement-signed', agreement: renewal, by: ['Alberto Burgos', 'Tony Benis'] }],
        [[8, 9], { kind: 'site-visited', by: 'Alberto Burgos', page: 'Customer stories', visits: 1, minutes: 6 }],
        [
          [9, 16],
          { kind: 'agreement-sent', agreement: framework, by: 'Kenny Smith', to: ['Alberto Burgos', 'Tony Benis'] },
        ],
        [[12, 10], { kind: 'meeting-held', by: 'Mona Kane', with: ['Tony Benis'], minutes: 30 }],
        [[18, 8], { kind: 'agreement-viewed', agreement: renewal, by: 'Alberto Burgos' }],
        [
          [20, 12],
          { kind: 'agreement-sent', agreement: renewal, by: 'Kenny Smith', to: ['Alberto Burgos', 'Tony Benis'] },
        ],
        [[33, 15], { kind: 'site-visited', by: 'Logan Edwards', page: 'Pricing', visits: 2, minutes: 9 }],
        [[62, 9], { kind: 'agreement-signed', agreement: nda, by: ['Alberto Burgos'] }],
      ],
    },
    {
      kind: 'opportunity',
      name: '10 Cafe Grande for the new roastery',
      ids: { dynamics: '00000000-0000-4000-8000-000000000e01', salesforce: '0065i00000EmptYAAR' },
    },
    {
      kind: 'lead',
      name: 'Coffee bars in the stations',
      ids: { dynamics: '1ead0000-0000-4000-8000-000000000001', salesforce: '00Q5i00000C0fFeAAJ' },
      activities: [[[7, 9], { kind: 'site-visited', by: 'Gabriela Edwards', page: 'Contact', visits: 1, minutes: 3 }]],
    },
  ],
};
