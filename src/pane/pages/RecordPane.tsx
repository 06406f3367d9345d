import { RecordCards } from './RecordCards.tsx';
import type { PaneProps } from './SalesPane.tsx';
import { shownRecordOf, useOpenMail } from './situation.ts';

/** A record in the Sales pane: the one of the place, or the foremost of the mail. */
export function RecordPane({ head }: PaneProps) {
  const { place, base, recordOf, foremost } = useOpenMail();
  const record = place.record ? shownRecordOf(place.record, recordOf) : foremost;
  return record ? <RecordCards key={record.reference} record={record} situation={base} head={head} /> : head;
}
