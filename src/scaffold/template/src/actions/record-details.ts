/** Record details: the agreements as records related to an account or opportunity. */
import type { Handlers } from 'saleskit/connector';
import { linkTo } from '../about.ts';
import { type Application, agreementsOf } from '../application.ts';
import { dayOf, messagesIn } from '../messages.ts';

export function recordDetails(application: Application): Required<Handlers>['recordDetails'] {
  return async ({ recordId }, context) => {
    const words = messagesIn(context.language);
    const agreements = await agreementsOf(application, recordId, context);
    return agreements.map((agreement) => ({
      recordId: agreement.id,
      recordType: 'agreement',
      recordTypeDisplayName: words.agreement,
      recordTypePluralDisplayName: words.agreements,
      recordTitle: agreement.title,
      url: linkTo(agreement),
      // The first two are what a seller sees in the list.
      additionalProperties: {
        [words.status]: words.statuses[agreement.status],
        [words.changedOn]: dayOf(agreement.changedAt, context.language),
        [words.signers]: agreement.signers.map(({ name }) => name).join(', '),
      },
    }));
  };
}
