/** Contoso Hub's connector: each action mapped from facts. */
import { type Authentication, type Connector, connector } from 'saleskit/connector';
import { emailDraft } from './actions/email-draft.ts';
import { emailSummary } from './actions/email-summary.ts';
import { emailSummaryV1 } from './actions/email-summary-v1.ts';
import { keyStakeholders } from './actions/key-stakeholders.ts';
import { opportunityInsights } from './actions/opportunity-insights.ts';
import { recordDetails } from './actions/record-details.ts';
import { recordSummary } from './actions/record-summary.ts';
import type { Facts } from './facts.ts';
import { brandColor, iconPng } from './icon.ts';
import { partnerName } from './partner.ts';
import { languages } from './wording.ts';

export interface HubOptions {
  readonly facts: Facts;
  readonly auth: Authentication;
  /** Version 1 of email summary in place of version 2: the two share one description. */
  readonly legacy?: boolean | undefined;
  /** The actions as tools at /mcp as well. */
  readonly mcp?: boolean | undefined;
}

export function contosoHub({ facts, auth, legacy = false, mcp = false }: HubOptions): Connector {
  return connector({
    title: partnerName,
    description:
      'Contoso Hub brings agreements, website visits, relationships and content about your customers to the sales work in mail, meetings and chat.',
    version: '1.0',
    publisher: 'Contoso',
    contact: { name: 'Contoso Hub Support', url: 'https://hub.contoso.com/support', email: 'support@hub.contoso.com' },
    website: 'https://hub.contoso.com',
    privacyPolicy: 'https://hub.contoso.com/privacy',
    categories: ['Sales and CRM', 'Productivity'],
    icon: { png: iconPng(), brandColor },
    auth,
    languages,
    mcp,
    flatBodies: true,
    ready: () => facts.ready(),

    recordDetails: (input, context) => recordDetails(facts, input, context),
    recordSummary: (input, context) => recordSummary(facts, input, context),
    opportunityInsights: (input, context) => opportunityInsights(facts, input, context),
    emailDraft: (input, context) => emailDraft(facts, input, context),
    ...(legacy
      ? { emailSummaryV1: (input, context) => emailSummaryV1(facts, input, context) }
      : { emailSummary: (input, context) => emailSummary(facts, input, context) }),
    chatSkills: [keyStakeholders(facts)],
  });
}
