import { type ChatCard, ConnectorError, type Context, chatSkill } from 'saleskit/connector';
import type { Facts, Stakeholder } from '../facts.ts';
import { linkTo } from '../links.ts';
import type { MessageKey } from '../messages/en.ts';
import { type Wording, wordingIn } from '../wording.ts';

/** The chat skill "Chat about key stakeholders": who decides at an account, one card a person, the most powerful first. */
export function keyStakeholders(facts: Facts) {
  return chatSkill({
    id: 'chat-about-key-stakeholders',
    title: 'Chat about key stakeholders',
    description:
      'This action gets the key stakeholders and decision makers of an account, with their roles and the colleagues who know them, given the name of the CRM account.',
    method: 'GET',
    inputs: [
      {
        name: 'accountName',
        type: 'string',
        required: true,
        description: 'This input identifies the name of the CRM account whose key stakeholders are requested.',
      },
    ],
    async answer({ accountName }, context: Context) {
      const [account] = await facts.accounts(context, accountName);
      if (!account)
        throw new ConnectorError('RECORD_NOT_FOUND', 'Contoso Hub knows no account of this name.', {
          details: { resourceType: 'account' },
        });
      const wording = wordingIn(context.language);
      const stakeholders = await facts.stakeholders(context, account.id);
      return stakeholders.map((stakeholder) => card(stakeholder, account.name, wording));
    },
  });
}

function card(stakeholder: Stakeholder, accountName: string, wording: Wording): ChatCard {
  const { id, name, jobTitle, role, email, lastContactAt, knownBy } = stakeholder;
  const url = linkTo('contacts', id);
  const subTitle = wording.text('stakeholder.subtitle', { jobTitle, role: wording.text(`role.${role}`) });
  const rows: [MessageKey, string][] = [
    ['label.account', accountName],
    ['label.role', wording.text(`role.${role}`)],
    ['label.email', email],
    ['label.lastContact', wording.date(lastContactAt)],
  ];
  if (knownBy.length > 0) rows.push(['label.knownBy', wording.list(knownBy)]);
  return {
    adaptiveCard: {
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: name, weight: 'Bolder', size: 'Medium', wrap: true },
        { type: 'TextBlock', text: subTitle, isSubtle: true, spacing: 'None', wrap: true },
        { type: 'FactSet', facts: rows.map(([label, value]) => ({ title: wording.text(label), value })) },
      ],
      actions: [{ type: 'Action.OpenUrl', title: wording.text('stakeholder.open'), url }],
    },
    previewCardData: { title: name, subTitle, url },
  };
}
