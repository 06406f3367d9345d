import type { Messages } from '../messages.ts';

export const ptBr: Messages = {
  agreement: 'Contrato',
  agreements: 'Contratos',
  status: 'Status',
  statuses: { sent: 'Enviado para assinatura', opened: 'Aberto', signed: 'Assinado' },
  changedOn: 'Última alteração',
  signers: 'Signatários',
  happened: {
    sent: ({ title, account }) => `“${title}” aguarda a assinatura de ${account}.`,
    opened: ({ title, account }) => `${account} abriu “${title}”.`,
    signed: ({ title, account }) => `${account} assinou “${title}”.`,
  },
  open: 'Abrir contrato',
};
