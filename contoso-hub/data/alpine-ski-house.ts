import type { AccountStory } from './story.ts';

const rental = { id: 'AGR-2001', name: 'Rental agreement for the season' };
const service = { id: 'AGR-2002', name: 'Service agreement for the summit stations' };

export const alpineSkiHouse: AccountStory = {
  name: 'Alpine Ski House',
  ids: { dynamics: 'a1b10e00-0000-4000-8000-000000000001', salesforce: '0015i00000A1p1NAAR' },
  industry: 'travel',
  people: [
    {
      name: 'Cacilia Viera',
      email: 'cacilia@alpineskihouse.com',
      jobTitle: 'Managing Director',
      role: 'decision-maker',
      ids: { dynamics: 'c0a1be27-0000-4000-8000-000000000011', salesforce: '0035i00000C4c1LAAR' },
      knownBy: [['Ray Tanaka', 11, 3]],
    },
    {
      name: 'Jonas Weber',
      email: 'jonas@alpineskihouse.com',
      jobTitle: 'Head of Gastronomy',
      role: 'influencer',
      knownBy: [
        ['Daniela Smith', 2, 18],
        ['Ray Tanaka', 1, 90],
      ],
    },
  ],
  deals: [
    {
      kind: 'opportunity',
      name: '12 Cafe Duo for the summit stations',
      ids: { dynamics: '50cafe00-d000-4000-8000-000000000002', salesforce: '0065i00000A1SkIAAV' },
      product: 'Cafe Duo',
      agreements: [
        {
          ...rental,
          status: 'sent',
          signers: ['Cacilia Viera'],
          sent: [6],
          changed: [6],
          value: 64_200,
          currency: 'EUR',
        },
        {
          ...service,
          status: 'declined',
          signers: ['Jonas Weber'],
          sent: [45],
          changed: [39],
          value: 12_900,
          currency: 'EUR',
        },
      ],
      activities: [
        [[3, 10], { kind: 'meeting-held', by: 'Ray Tanaka', with: ['Cacilia Viera'], minutes: 60 }],
        [[4, 18], { kind: 'site-visited', by: 'Jonas Weber', page: 'Service', visits: 4, minutes: 22 }],
        [[6, 9], { kind: 'agreement-sent', agreement: rental, by: 'Kenny Smith', to: ['Cacilia Viera'] }],
        [
          [16, 14],
          { kind: 'content-opened', by: 'Jonas Weber', content: { id: 'CON-06', title: 'Sustainability report' } },
        ],
        [[39, 11], { kind: 'agreement-declined', agreement: service, by: 'Jonas Weber' }],
        [[45, 11], { kind: 'agreement-sent', agreement: service, by: 'Kenny Smith', to: ['Jonas Weber'] }],
      ],
    },
  ],
};
