import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** The new roastery, an opportunity of which connected applications know nothing yet. */
export const newRoastery: Thread = {
  id: 'new-roastery',
  language: 'en',
  subject: 'Cafe Grande for the new roastery: power, water and floor plan',
  related: [records.roastery, records.fourthCoffee],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.logan,
      to: [people.kenny],
      cc: [people.tony],
      sent: [2, 10, 15],
      paragraphs: [
        'Hello Kenny,',
        'The building permit for the roastery has come through, so the planning of the tasting hall begins in earnest. We think of ten Cafe Grande along the north wall. Before our electrician draws anything I need a few technical answers from you.',
        'How much power does a Cafe Grande draw with both boilers heating, and can two of them share one 32 ampere circuit? Which water pressure does it need, and does your filter cope with 18 degrees of hardness? The floor is poured in the week after next: where exactly must drain and supply come up? A drawing with dimensions would be best. Last, the hall has glass walls, and the architect asks whether the machines come in a matt finish.',
        'We would install in about four months. There is no budget approved yet, so please do not take this for an order. But whoever answers quickly now has a good chance of being in the plan when Tony asks for offers.',
        'Thanks for your help,\nLogan Edwards\nFacilities, Fourth Coffee',
      ],
    },
    {
      from: people.kenny,
      to: [people.logan],
      sent: [5, 9, 30],
      paragraphs: [
        'Hi Logan,',
        'Tony tells me that you are planning a roastery with a tasting hall, and that Cafe Grande came up. It is made for places like that: two groups, 300 cups an hour, and a grinder that can be fed from a silo. If you tell me what you need to know about installation, I will get it from our engineers within a day.',
        'Best,\nKenny',
      ],
    },
  ],
};
