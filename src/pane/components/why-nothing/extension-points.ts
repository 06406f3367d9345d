/** The extension points as the inspector offers them, and what a seller opens for the host to call one. */
import type { SurfaceViews } from '../../../host/api/api-types.ts';

export type Point = keyof SurfaceViews | 'email-summary-v1';

/** By point: what has to be open. */
export const openedFor = {
  'opportunity-insights': 'Open a mail that is connected to an opportunity.',
  'record-summary': 'Open a record.',
  'record-details': 'Open an account or an opportunity.',
  'email-summary': 'Open a mail.',
  'email-summary-v1': 'Open a mail.',
  'email-draft': 'Open a mail, and draft an answer to it.',
  'sales-chat': 'Ask something in Copilot chat.',
} as const satisfies Record<Point, string>;

export const points = Object.keys(openedFor) as readonly Point[];

export function isPoint(name: string): name is Point {
  return name in openedFor;
}
