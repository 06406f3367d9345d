import type { CrmReference } from 'saleskit/connector';
import type { RecordReference } from './facts.ts';

/** The record that an input names. */
export function recordOf(input: { recordType: string; recordId: string; crm: CrmReference }): RecordReference {
  return { type: input.recordType, id: input.recordId, crm: input.crm };
}
