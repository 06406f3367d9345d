// Made from the files of ./points by `npm run generate`.
import { emailDraft } from './points/email-draft.ts';
import { emailSummary } from './points/email-summary.ts';
import { emailSummaryV1 } from './points/email-summary-v1.ts';
import { opportunityInsights } from './points/opportunity-insights.ts';
import { recordDetails } from './points/record-details.ts';
import { recordSummary } from './points/record-summary.ts';
import { salesChat } from './points/sales-chat.ts';

/** Every extension point, by the name that code knows it by. */
export const extensionPoints = {
  emailDraft,
  emailSummary,
  emailSummaryV1,
  opportunityInsights,
  recordDetails,
  recordSummary,
  salesChat,
} as const;

/** The id of an extension point: the name of its file. */
export type ExtensionPointId = (typeof extensionPoints)[keyof typeof extensionPoints]['id'];
