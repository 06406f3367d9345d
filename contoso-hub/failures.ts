import { ConnectorError } from 'saleskit/connector';
import type { RecordReference } from './facts.ts';

/** No CRM's record ids or types are longer. */
const longest = 100;

/** The record is unknown, or was deleted. */
export function recordNotFound({ type, id }: Pick<RecordReference, 'type' | 'id'>): ConnectorError {
  const details = { resourceType: type.slice(0, longest), resourceId: id.slice(0, longest) };
  return new ConnectorError('RECORD_NOT_FOUND', 'Contoso Hub does not know this CRM record.', { details });
}

/** The CRM named is not one that the tenant is connected to. */
export function notConnected(): ConnectorError {
  return new ConnectorError('INVALID_CRM_CONNECTION', 'Your organization has not connected this CRM to Contoso Hub.');
}

/** Whether any CRM could have a record of this type and id. */
export function isPossible({ type, id }: RecordReference): boolean {
  return type.length <= longest && id.length <= longest;
}
