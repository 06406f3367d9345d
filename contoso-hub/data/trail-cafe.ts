import type { AccountStory } from './story.ts';

const lease = { id: 'AGR-9001', name: 'Lease of two coffee machines' };

/** The customer of the second tenant. */
export const trailCafe: AccountStory = {
  name: 'Trail Cafe',
  ids: { dynamics: '7ca11ca0-fe00-4000-8000-000000000001', salesforce: '0015i00000T7a1LAAR' },
  industry: 'hospitality',
  people: [
    {
      name: 'Robin Kline',
      email: 'robin@trailcafe.com',
      jobTitle: 'Owner',
      role: 'decision-maker',
      knownBy: [['Sara Davis', 3, 10]],
    },
  ],
  deals: [
    {
      kind: 'opportunity',
      name: '2 Cafe Mobile',
      ids: { dynamics: '7ca11ca0-fe00-4000-8000-000000000002', salesforce: '0065i00000T7a1LAAR' },
      product: 'Cafe Mobile',
      agreements: [{ ...lease, status: 'sent', signers: ['Robin Kline'], sent: [3], changed: [3], value: 4800 }],
      activities: [
        [[2, 10], { kind: 'site-visited', by: 'Robin Kline', page: 'Service', visits: 2, minutes: 8 }],
        [[3, 9], { kind: 'agreement-sent', agreement: lease, by: 'Sara Davis', to: ['Robin Kline'] }],
      ],
    },
  ],
};
