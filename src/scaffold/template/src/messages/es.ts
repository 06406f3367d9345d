import type { Messages } from '../messages.ts';

export const es: Messages = {
  agreement: 'Contrato',
  agreements: 'Contratos',
  status: 'Estado',
  statuses: { sent: 'Enviado para firmar', opened: 'Abierto', signed: 'Firmado' },
  changedOn: 'Último cambio',
  signers: 'Firmantes',
  happened: {
    sent: ({ title, account }) => `«${title}» espera la firma de ${account}.`,
    opened: ({ title, account }) => `${account} ha abierto «${title}».`,
    signed: ({ title, account }) => `${account} ha firmado «${title}».`,
  },
  open: 'Abrir contrato',
};
