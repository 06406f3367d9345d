import type { Context, HandlerInput } from 'saleskit/connector';
import type { extensionPoints } from 'saleskit/contract';
import type { Facts } from '../facts.ts';
import { readMail } from '../mail.ts';
import { mailInsights } from '../mail-insights.ts';
import { wordingIn } from '../wording.ts';

/** Email summary: what the mail's participants, words and related records call for, best first. */
export async function emailSummary(
  facts: Facts,
  input: HandlerInput<typeof extensionPoints.emailSummary>,
  context: Context,
) {
  const { resourceData, relatedEntities = [], crm } = input;
  if (crm.type ?? crm.host) await facts.checkConnection(context, crm);
  const records = relatedEntities.map(({ entityType, entityId }) => ({ type: entityType, id: entityId, crm }));
  const insights = await mailInsights(
    facts,
    context,
    { mail: readMail(resourceData), records },
    wordingIn(context.language),
  );
  return insights.map(({ sentence }) => ({ insight: sentence }));
}
