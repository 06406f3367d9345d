import { type Context, type HandlerInput, page } from 'saleskit/connector';
import type { extensionPoints } from 'saleskit/contract';
import type { Agreement, Facts } from '../facts.ts';
import { linkTo } from '../links.ts';
import { recordOf } from '../record-of.ts';
import { type Wording, wordingIn } from '../wording.ts';
import { labelled } from './activity-item.ts';

/** Record details: the agreements of a record, last changed first. Status and last change are the key fields of a row. */
export async function recordDetails(
  facts: Facts,
  input: HandlerInput<typeof extensionPoints.recordDetails>,
  context: Context,
) {
  const { top, skip } = input;
  const subject = await facts.subjectOf(context, recordOf(input));
  const agreements = await facts.agreements(context, subject.id, { limit: top + 1, offset: skip });
  const wording = wordingIn(context.language);
  const { items, hasMoreResults } = page(agreements, top);
  return { items: items.map((agreement) => agreementItem(agreement, wording)), hasMoreResults };
}

function agreementItem(agreement: Agreement, wording: Wording) {
  const { id, name, status, signers, value, currency, sentAt, at, views } = agreement;
  return {
    recordId: id,
    recordTypeDisplayName: wording.text('agreement'),
    recordTypePluralDisplayName: wording.text('agreements'),
    recordType: 'agreement',
    recordTitle: name,
    url: linkTo('agreements', id),
    additionalProperties: labelled(
      [
        ['label.status', wording.text(`status.${status}`)],
        ['label.changedOn', wording.date(at)],
        ['label.signers', wording.list(signers)],
        ...(value > 0 ? [['label.value', wording.money(value, currency)] as const] : []),
        ['label.sentOn', wording.date(sentAt)],
        ['label.timesOpened', wording.number(views)],
      ],
      wording,
    ),
  };
}
