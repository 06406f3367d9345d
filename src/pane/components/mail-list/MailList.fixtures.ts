import type { Mail } from '../../../host/api/api-types.ts';

const names = {
  'alberto@fourthcoffee.com': 'Alberto Burgos',
  'kenny@contoso.com': 'Kenny Smith',
  'tony@fourthcoffee.com': 'Tony Benis',
};

/** A thread of two messages, the earlier one quoted. */
export const frameworkAgreement: Mail = {
  id: 'framework-agreement',
  language: 'en',
  related: [{ type: 'opportunity', ids: { Dynamics365: '50cafe00-a100-4000-8000-000000000001' } }],
  names,
  subject: 'Re: Framework agreement 50 Cafe A-100 Automatic',
  from: 'alberto@fourthcoffee.com',
  to: ['kenny@contoso.com'],
  cc: ['tony@fourthcoffee.com'],
  bcc: [],
  sentDateTime: '2026-11-21T17:20:00.000Z',
  plaintextBody: [
    'Hi Kenny,\n\nThanks for sending the framework agreement.\n\nBest,\nAlberto\n',
    '________________________________',
    'From: Kenny Smith <kenny@contoso.com>\nSent: Friday, November 13, 2026 at 4:05 PM\n\nHi Alberto,\n\nIt is on its way to you.',
  ].join('\n'),
};

/** A mail of one's own: hardly any field, and a text in HTML alone. */
export const bareMail: Mail = {
  id: 'mine',
  related: [],
  names: {},
  from: 'robin@trailcafe.com',
  fullHtmlBody:
    '<p>Hello <b>there</b></p><script>window.broken = true</script><img src="x" onerror="window.broken = true">',
};
