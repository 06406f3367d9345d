import type { Messages } from '../messages.ts';

export const it: Messages = {
  agreement: 'Contratto',
  agreements: 'Contratti',
  status: 'Stato',
  statuses: { sent: 'Inviato per la firma', opened: 'Aperto', signed: 'Firmato' },
  changedOn: 'Ultima modifica',
  signers: 'Firmatari',
  happened: {
    sent: ({ title, account }) => `«${title}» è in attesa della firma di ${account}.`,
    opened: ({ title, account }) => `${account} ha aperto «${title}».`,
    signed: ({ title, account }) => `${account} ha firmato «${title}».`,
  },
  open: 'Apri il contratto',
};
