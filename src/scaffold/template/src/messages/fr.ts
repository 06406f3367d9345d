import type { Messages } from '../messages.ts';

export const fr: Messages = {
  agreement: 'Contrat',
  agreements: 'Contrats',
  status: 'État',
  statuses: { sent: 'Envoyé pour signature', opened: 'Ouvert', signed: 'Signé' },
  changedOn: 'Dernière modification',
  signers: 'Signataires',
  happened: {
    sent: ({ title, account }) => `« ${title} » attend la signature de ${account}.`,
    opened: ({ title, account }) => `${account} a ouvert « ${title} ».`,
    signed: ({ title, account }) => `${account} a signé « ${title} ».`,
  },
  open: 'Ouvrir le contrat',
};
