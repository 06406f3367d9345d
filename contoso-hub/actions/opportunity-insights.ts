import type { Context, HandlerInput } from 'saleskit/connector';
import type { extensionPoints } from 'saleskit/contract';
import type { Facts } from '../facts.ts';
import { acquaintanceInsights, type Insight, insightsAbout } from '../insights.ts';
import { partnerName } from '../partner.ts';
import { recordOf } from '../record-of.ts';
import { wordingIn } from '../wording.ts';

/** Opportunity insights: what is worth knowing about a record, newest first. */
export async function opportunityInsights(
  facts: Facts,
  input: HandlerInput<typeof extensionPoints.opportunityInsights>,
  context: Context,
) {
  const wording = wordingIn(context.language);
  const subject = await facts.subjectOf(context, recordOf(input));
  const insights = await insightsAbout(facts, context, subject, wording);
  // A deal of which nothing is known has nothing to tell, however well its customer is known.
  if (insights.length > 0 || subject.kind !== 'opportunity') {
    const acquaintances = await acquaintanceInsights(facts, context, subject.account, wording);
    const ofPerson = (insight: Insight) => subject.kind !== 'contact' || insight.names[0] === subject.name;
    insights.push(...acquaintances.filter(ofPerson));
  }
  return insights
    .sort((a, b) => b.at - a.at)
    .map(({ sentence, url, at, properties }) => ({
      title: partnerName,
      description: sentence,
      url,
      dateTime: new Date(at),
      additionalProperties: properties,
    }));
}
