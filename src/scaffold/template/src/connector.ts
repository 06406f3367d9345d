/** The connector: one handler for each extension point, and the chat skills. */
import { type Authentication, type Connector, connector } from 'saleskit/connector';
import { about } from './about.ts';
import { chatAboutAgreements } from './actions/chat-about-agreements.ts';
import { emailDraft } from './actions/email-draft.ts';
import { emailSummary } from './actions/email-summary.ts';
import { opportunityInsights } from './actions/opportunity-insights.ts';
import { recordDetails } from './actions/record-details.ts';
import { recordSummary } from './actions/record-summary.ts';
import type { Application } from './application.ts';
import { mapping } from './mapping.ts';
import { languages } from './messages.ts';

export function createConnector(application: Application, auth: Authentication): Connector {
  return connector({
    ...about,
    auth,
    languages,
    // Any paths will do (guideline G1): the package names them, this service answers them.
    paths: {
      recordDetails: '/sales/record-details',
      recordSummary: '/sales/record-summary',
      opportunityInsights: '/sales/opportunity-insights',
      emailSummary: '/sales/email-summary',
      emailDraft: '/sales/email-draft',
      chatAboutAgreements: '/sales/chat-about-agreements',
    },
    recordDetails: recordDetails(application),
    recordSummary: recordSummary(application),
    opportunityInsights: opportunityInsights(application),
    emailSummary: emailSummary(application),
    emailDraft: emailDraft(application),
    // Where API_URL names your API, it answers as MAPPING.md says, in place of the example.
    ...(process.env.API_URL && mapping),
    chatSkills: [chatAboutAgreements(application)],
  });
}
