import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import type { Values } from './map-request.ts';

/** Told where the point is not shown for the type of the record: no seller would see what is answered. */
export function shownForFindings(action: DiscoveredAction | undefined, { recordType }: Values): Finding[] {
  const { id, shownFor } = action?.point ?? {};
  if (!shownFor || typeof recordType !== 'string' || shownFor.includes(recordType.toLowerCase())) return [];
  const types = new Intl.ListFormat('en').format(shownFor);
  const message = `${id} is shown for records of type ${types} only: of a record of type ${recordType} Copilot for Sales asks no connector, and a seller sees nothing of this. Open another record.`;
  return [{ rule: 'record-type-not-shown', severity: 'warning', message }];
}
