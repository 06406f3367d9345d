import type { MailView } from '../../../host/api/api-types.ts';

const newest = 'Hi Kenny,\n\nThanks for sending the framework agreement.\n\nBest,\nAlberto';
const earlier =
  'From: Kenny Smith <kenny@contoso.com>\nSent: Friday, November 13, 2026 at 4:05 PM\n\nHi Alberto,\n\nIt is on its way to you.';

/** A thread of two messages, the earlier one quoted. */
export const frameworkAgreement: MailView = {
  id: 'framework-agreement',
  language: 'en',
  related: [{ type: 'opportunity', ids: { Dynamics365: '50cafe00-a100-4000-8000-000000000001' } }],
  names: {},
  subject: 'Re: Framework agreement 50 Cafe A-100 Automatic',
  from: 'alberto@fourthcoffee.com',
  fromName: 'Alberto Burgos',
  to: ['kenny@contoso.com'],
  toNames: ['Kenny Smith'],
  cc: ['tony@fourthcoffee.com'],
  ccNames: ['Tony Benis'],
  bcc: [],
  sentDateTime: '2026-11-21T17:20:00.000Z',
  date: '2026-11-21T17:20:00.000Z',
  text: [newest, '________________________________', earlier].join('\n'),
  messages: [newest, earlier],
};

/** A mail of one's own: hardly any field, and a text that would be markup. */
export const bareMail: MailView = {
  id: 'mine',
  related: [],
  names: {},
  from: 'robin@trailcafe.com',
  fromName: 'Robin',
  toNames: [],
  ccNames: [],
  date: null,
  text: 'Hello <b>there</b>',
  messages: ['Hello <b>there</b><script>window.broken = true</script><img src="x" onerror="window.broken = true">'],
};
