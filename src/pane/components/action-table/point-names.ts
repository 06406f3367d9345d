/** How the extension points are called where a developer reads them, in the order in which a seller meets them. */
import type { ExtensionPointId } from '../../../host/api/api-types.ts';

export const pointNames: Readonly<Record<ExtensionPointId, string>> = {
  'opportunity-insights': 'Opportunity insights',
  'record-summary': 'Record summary',
  'record-details': 'Record details',
  'email-summary': 'Email summary',
  'email-summary-v1': 'Email summary, version 1',
  'email-draft': 'Email draft',
  'sales-chat': 'Sales chat',
};

/** The points that a package can be without; the first version of one is no point of its own. */
export const wantedPoints = (Object.keys(pointNames) as ExtensionPointId[]).filter((id) => id !== 'email-summary-v1');

/** The name of a point; its id where it is none of these. */
export const nameOfPoint = (id: string): string => (pointNames as Readonly<Record<string, string>>)[id] ?? id;
