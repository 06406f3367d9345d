import type { Messages } from '../messages.ts';

export const zhHans: Messages = {
  agreement: '合同',
  agreements: '合同',
  status: '状态',
  statuses: { sent: '待签署', opened: '已打开', signed: '已签署' },
  changedOn: '最近更改',
  signers: '签署人',
  happened: {
    sent: ({ title, account }) => `“${title}”正在等待 ${account} 签署。`,
    opened: ({ title, account }) => `${account} 打开了“${title}”。`,
    signed: ({ title, account }) => `${account} 签署了“${title}”。`,
  },
  open: '打开合同',
};
