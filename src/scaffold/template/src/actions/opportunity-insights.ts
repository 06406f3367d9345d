/** Opportunity insights: what a seller has to know about the agreements of a record. */
import type { Handlers } from 'saleskit/connector';
import { linkTo } from '../about.ts';
import { type Application, agreementsOf } from '../application.ts';
import { dayOf, messagesIn } from '../messages.ts';

export function opportunityInsights(application: Application): Required<Handlers>['opportunityInsights'] {
  return async ({ recordId }, context) => {
    const words = messagesIn(context.language);
    const agreements = await agreementsOf(application, recordId, context);
    return agreements.map((agreement) => ({
      title: words.statuses[agreement.status],
      description: words.happened[agreement.status](agreement),
      dateTime: agreement.changedAt,
      url: linkTo(agreement),
      additionalProperties: {
        [words.agreement]: agreement.title,
        [words.changedOn]: dayOf(agreement.changedAt, context.language),
      },
    }));
  };
}
