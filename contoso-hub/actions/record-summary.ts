import { type Context, type HandlerInput, page } from 'saleskit/connector';
import type { extensionPoints } from 'saleskit/contract';
import type { Facts } from '../facts.ts';
import { recordOf } from '../record-of.ts';
import { wordingIn } from '../wording.ts';
import { activityItem } from './activity-item.ts';

/** Record summary: what happened around a record, newest first. */
export async function recordSummary(
  facts: Facts,
  input: HandlerInput<typeof extensionPoints.recordSummary>,
  context: Context,
) {
  const { top, skip, startDateTime, endDateTime } = input;
  const subject = await facts.subjectOf(context, recordOf(input));
  const range = { from: startDateTime?.getTime(), to: endDateTime?.getTime(), limit: top + 1, offset: skip };
  const activities = await facts.activities(context, subject.id, range);
  const wording = wordingIn(context.language);
  const { items, hasMoreResults } = page(activities, top);
  return { items: items.map((activity) => activityItem(activity, wording)), hasMoreResults };
}
