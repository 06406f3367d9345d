import { type ExtensionPoint, extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction, Discovery } from '../../discovery/discovery.ts';

/** The action for what is wanted: an extension point's id, or an operationId (names without case). */
export function chooseAction({ actions }: Discovery, wanted: string): DiscoveredAction | undefined {
  const name = wanted.toLowerCase();
  const byPoint = actions.filter(({ point }) => point && (point.id === name || sharesSurface(point, name)));
  return (
    byPoint.find(({ isUsed, point }) => isUsed && point?.id === name) ??
    byPoint.find(({ isUsed }) => isUsed) ??
    actions.find(({ operation }) => operation.operationId?.toLowerCase() === name)
  );
}

/** Where version 2 of email summary is wanted, version 1 will do. */
function sharesSurface(point: ExtensionPoint, wanted: string): boolean {
  return wanted === extensionPoints.emailSummary.id && point.id === extensionPoints.emailSummaryV1.id;
}
