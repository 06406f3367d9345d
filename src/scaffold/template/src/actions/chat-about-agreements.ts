/** Chat about agreements: a skill of Sales chat, which chooses it by its description. TODO: describe what it answers. */
import { chatSkill } from 'saleskit/connector';
import { linkTo } from '../about.ts';
import type { Application } from '../application.ts';
import { messagesIn } from '../messages.ts';

export function chatAboutAgreements(application: Application) {
  return chatSkill({
    id: 'chat-about-agreements',
    title: 'Chat about agreements',
    description:
      'Chat about agreements: this action gets the agreements of an account and who has signed them, given the name of the CRM account.',
    method: 'GET',
    inputs: [
      {
        name: 'accountName',
        type: 'string',
        required: true,
        description: 'This input identifies the name of the CRM account whose agreements are requested.',
      },
    ],
    async answer({ accountName }, context) {
      const words = messagesIn(context.language);
      const agreements = await application.find({ account: accountName }, context);
      return agreements.map((agreement) => {
        const [title, subTitle, url] = [agreement.title, words.statuses[agreement.status], linkTo(agreement)];
        const body = [
          { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
          { type: 'TextBlock', text: words.happened[agreement.status](agreement), wrap: true },
        ];
        const actions = [{ type: 'Action.OpenUrl', title: words.open, url }];
        return {
          adaptiveCard: { type: 'AdaptiveCard', version: '1.5', body, actions },
          previewCardData: { title, subTitle, url },
        };
      });
    },
  });
}
