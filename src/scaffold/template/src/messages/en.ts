import type { Messages } from '../messages.ts';

export const en: Messages = {
  agreement: 'Agreement',
  agreements: 'Agreements',
  status: 'Status',
  statuses: { sent: 'Sent for signature', opened: 'Opened', signed: 'Signed' },
  changedOn: 'Last change',
  signers: 'Signers',
  happened: {
    sent: ({ title, account }) => `“${title}” is waiting for ${account} to sign.`,
    opened: ({ title, account }) => `${account} opened “${title}”.`,
    signed: ({ title, account }) => `${account} signed “${title}”.`,
  },
  open: 'Open agreement',
};
