/** Email summary: one sentence for each agreement with somebody in the mail. The foremost shows above the mail. */
import type { Handlers } from 'saleskit/connector';
import { type Application, addressesIn } from '../application.ts';
import { messagesIn } from '../messages.ts';

export function emailSummary(application: Application): Required<Handlers>['emailSummary'] {
  return async ({ resourceData }, context) => {
    const words = messagesIn(context.language);
    const agreements = await application.find({ people: addressesIn(resourceData) }, context);
    return agreements.map((agreement) => ({ insight: words.happened[agreement.status](agreement) }));
  };
}
