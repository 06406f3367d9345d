import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** The contract that is out for signature, and what stands in its way. */
export const frameworkAgreement: Thread = {
  id: 'framework-agreement',
  language: 'en',
  subject: 'Framework agreement 50 Cafe A-100 Automatic',
  related: [records.automatic, records.fourthCoffee],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.alberto,
      to: [people.kenny],
      cc: [people.tony, people.mona],
      sent: [1, 17, 20],
      paragraphs: [
        'Hi Kenny,',
        'Thanks for sending the framework agreement. Tony and I went through it again this afternoon, and we are close. The volume commitment of 50 machines over two years is fine with us, and so is the price of 6,900 dollars a machine.',
        'Three points before we can sign. First, clause 7 makes us pay the full amount on delivery; our policy is 30 percent on order and the rest 45 days after installation. Could you have that changed? Second, the warranty of 24 months should start when a machine is installed, not when it leaves your warehouse, because some of our sites open months later. Third, our legal team wants the contract to say who answers for data that the connected machines send back to you.',
        'We would like to have this behind us before the quarter ends, and the first ten machines are needed in the Pike Street stores in six weeks. Is that delivery date still realistic if we sign by the end of next week?',
        'Best,\nAlberto',
      ],
    },
    {
      from: people.kenny,
      to: [people.alberto, people.tony],
      cc: [people.mona],
      sent: [9, 16, 5],
      paragraphs: [
        'Hi Alberto, hi Tony,',
        'As promised when we spoke, the framework agreement for 50 Cafe A-100 Automatic is on its way to you for signature. It covers the volume price, delivery in five lots of ten machines, installation by our own technicians and a warranty of 24 months. The renewal contract of last month is separate and does not change.',
        'Please tell me if you want to discuss any clause; our legal department answers within two working days.',
        'Kind regards,\nKenny',
      ],
    },
  ],
};
