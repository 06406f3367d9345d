import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** What Sara of the second tenant has in her mailbox. */
export const machineLease: Thread = {
  id: 'machine-lease',
  language: 'en',
  subject: 'Lease of two coffee machines',
  related: [records.mobile, records.trailCafe],
  tenant: sellers[1].tenant,
  messages: [
    {
      from: people.robin,
      to: [people.sara],
      sent: [2, 19, 30],
      paragraphs: [
        'Hi Sara,',
        'I have read the lease for the two Cafe Mobile, and I like that I can give them back after each season. Before I sign I have to be sure about the running costs, because Trail Cafe is just me and three helpers.',
        'The lease is 4,800 dollars a year for both machines. Does that include the yearly maintenance, or is the service plan on your website extra? If a machine breaks down on a holiday weekend, do I get a replacement, and who pays for the shipment to Boulder? And what does insurance cost if the machines travel in a trailer most days?',
        'On the technical side: we run on a 3 kilowatt generator at the trailheads. Your data sheet says 1.6 kilowatts per machine, which would be just too much for two of them. Can they be set to heat one after the other? A friend of mine had an older model that tripped the fuse whenever both boilers came on.',
        'I would love to open with the new machines on the first weekend of next month. If you can deliver by then and answer the points above, I will sign the contract right away.',
        'Cheers,\nRobin',
      ],
    },
    {
      from: people.sara,
      to: [people.robin],
      sent: [3, 9, 5],
      paragraphs: [
        'Hi Robin,',
        'It was a pleasure to have a coffee at your trailer last week. The lease of two coffee machines is in your inbox for signature, with the return after each season as we agreed. Call me any time if something is unclear.',
        'Best,\nSara',
      ],
    },
  ],
};
