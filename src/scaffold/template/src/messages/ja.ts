import type { Messages } from '../messages.ts';

export const ja: Messages = {
  agreement: '契約書',
  agreements: '契約書',
  status: '状態',
  statuses: { sent: '署名待ち', opened: '開封済み', signed: '署名済み' },
  changedOn: '最終更新日',
  signers: '署名者',
  happened: {
    sent: ({ title, account }) => `「${title}」は ${account} の署名を待っています。`,
    opened: ({ title, account }) => `${account} が「${title}」を開きました。`,
    signed: ({ title, account }) => `${account} が「${title}」に署名しました。`,
  },
  open: '契約書を開く',
};
