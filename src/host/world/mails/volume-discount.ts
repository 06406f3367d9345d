import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** Procurement asks for a better price. */
export const volumeDiscount: Thread = {
  id: 'volume-discount',
  language: 'en',
  subject: 'Quote for 50 machines: discount and service plan',
  related: [records.automatic],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.tony,
      to: [people.kenny],
      cc: [people.alberto],
      sent: [3, 14, 40],
      paragraphs: [
        'Kenny,',
        'I compared your quote with two others. I will be frank: one of them is nine percent lower for a machine of the same class. Gabriela’s people prefer the Cafe A-100, it is quieter and the milk system cleans itself, but I have to justify the difference to our board.',
        'What would help me: a discount of seven percent from the 30th machine on, or the premium service plan at the price of the basic one for the first two years. Can you offer either? I would also like to see the energy consumption in figures, since our budget for next year assumes 15 percent less electricity per store. Do you have a reference customer of our size who would talk to us about what the machines cost them in daily use?',
        'One more concern: your price list says that prices may change every January. A framework agreement over two years with a price that moves after four months is not what we had in mind.',
        'I need the numbers by Thursday, when the board pack goes out.',
        'Regards,\nTony Benis\nHead of Procurement, Fourth Coffee',
      ],
    },
    {
      from: people.kenny,
      to: [people.tony],
      sent: [12, 17, 0],
      paragraphs: [
        'Hi Tony,',
        'Good to talk to you and Mona this morning. Attached is the quote: 50 Cafe A-100 at 6,900 dollars each, 345,000 dollars in total, with delivery and installation included. The premium service plan is 38 dollars a month and machine, with a technician on site within eight hours.',
        'The quote is valid for 45 days. I am glad to walk you through it whenever it suits you.',
        'Best,\nKenny',
      ],
    },
  ],
};
