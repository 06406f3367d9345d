/** Record summary: what happened to the agreements of a record, within the time asked for. */
import type { Handlers } from 'saleskit/connector';
import { linkTo } from '../about.ts';
import { type Application, agreementsOf } from '../application.ts';
import { dayOf, messagesIn } from '../messages.ts';

export function recordSummary(application: Application): Required<Handlers>['recordSummary'] {
  return async ({ recordId, startDateTime = new Date(0), endDateTime = new Date() }, context) => {
    const words = messagesIn(context.language);
    const agreements = await agreementsOf(application, recordId, context);
    return agreements
      .map((agreement) => ({ ...agreement, dateTime: new Date(agreement.changedAt) }))
      .filter(({ dateTime }) => startDateTime <= dateTime && dateTime <= endDateTime)
      .map((agreement) => ({
        title: words.statuses[agreement.status],
        description: words.happened[agreement.status](agreement),
        dateTime: agreement.dateTime,
        url: linkTo(agreement),
        additionalProperties: {
          [words.agreement]: agreement.title,
          [words.changedOn]: dayOf(agreement.changedAt, context.language),
        },
      }));
  };
}
