import { extensionPoints } from '../../../contract/contract.ts';

const { recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft } = extensionPoints;

/** A fragment that gives the extension points of the sample package other operation ids. */
export function sampleIds(idOf: (id: string) => string): object {
  const points = [recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft];
  const paths = points.map(({ path, method, operationId }) => [
    path,
    { [method.toLowerCase()]: { operationId: idOf(operationId) } },
  ]);
  return { paths: Object.fromEntries(paths) };
}
