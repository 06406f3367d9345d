import type { FaultView } from '../../../host/api/api-types.ts';

/** One fault of each kind of value. */
export const oneOfEachKind: readonly FaultView[] = [
  { name: 'addedLatency', description: 'Late.', value: 'milliseconds', choices: null },
  { name: 'errorCode', description: 'Refused.', value: 'errorCode', choices: ['RECORD_NOT_FOUND', 'BAD_REQUEST'] },
  { name: 'malformedJson', description: 'Broken off.', value: 'switch', choices: null },
  { name: 'missingProperty', description: 'Taken out.', value: 'name', choices: null },
];
