import type { Context, HandlerInput } from 'saleskit/connector';
import type { extensionPoints } from 'saleskit/contract';
import type { Facts } from '../facts.ts';
import { addressesIn, readMail } from '../mail.ts';
import { mailInsights } from '../mail-insights.ts';
import { partnerName } from '../partner.ts';
import { wordingIn } from '../wording.ts';

/** Email summary, version 1: the host sends the participants and a record, not the mail. */
export async function emailSummaryV1(
  facts: Facts,
  input: HandlerInput<typeof extensionPoints.emailSummaryV1>,
  context: Context,
) {
  const { recordType, recordId, emailContacts, crm } = input;
  if (crm.type ?? crm.host) await facts.checkConnection(context, crm);
  const records = recordType && recordId ? [{ type: recordType, id: recordId, crm }] : [];
  const mail = readMail({ to: addressesIn([emailContacts]) });
  const insights = await mailInsights(facts, context, { mail, records }, wordingIn(context.language));
  return insights.map(({ sentence }) => ({ title: partnerName, description: sentence }));
}
