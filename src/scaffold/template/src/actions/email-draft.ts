/** Email draft: the agreements with somebody in the mail, as files to link to in the answer. */
import type { Handlers } from 'saleskit/connector';
import { linkTo } from '../about.ts';
import { type Application, addressesIn } from '../application.ts';
import { dayOf, messagesIn } from '../messages.ts';

export function emailDraft(application: Application): Required<Handlers>['emailDraft'] {
  return async ({ resourceData }, context) => {
    const words = messagesIn(context.language);
    const agreements = await application.find({ people: addressesIn(resourceData) }, context);
    return agreements.map((agreement) => ({
      contentType: 'content-pdf',
      content: linkTo(agreement),
      contentTitle: agreement.title,
      contentDescription: words.happened[agreement.status](agreement),
      additionalProperties: { [words.changedOn]: dayOf(agreement.changedAt, context.language) },
    }));
  };
}
