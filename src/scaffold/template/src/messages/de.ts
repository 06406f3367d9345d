import type { Messages } from '../messages.ts';

export const de: Messages = {
  agreement: 'Vertrag',
  agreements: 'Verträge',
  status: 'Status',
  statuses: { sent: 'Zur Unterschrift gesendet', opened: 'Geöffnet', signed: 'Unterschrieben' },
  changedOn: 'Letzte Änderung',
  signers: 'Unterzeichner',
  happened: {
    sent: ({ title, account }) => `„${title}“ wartet auf die Unterschrift von ${account}.`,
    opened: ({ title, account }) => `${account} hat „${title}“ geöffnet.`,
    signed: ({ title, account }) => `${account} hat „${title}“ unterschrieben.`,
  },
  open: 'Vertrag öffnen',
};
