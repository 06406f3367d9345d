import type { InsightsView } from '../../../host/api/api-types.ts';

const contosoHub = { connector: 'contoso-hub', title: 'Contoso Hub', isMock: false } as const;

/** Two insights of one connector, the second without a page to open. */
export const twoInsights: InsightsView = {
  sections: [
    {
      ...contosoHub,
      outcome: 'shown',
      trace: 'trace-1',
      bullets: [
        { text: 'Kenny Smith sent Renewal Contract on 07/08/2025.', citation: 1 },
        { text: 'Four stakeholders visited the website.', citation: 2 },
      ],
    },
  ],
  citations: [
    {
      number: 1,
      title: 'Contract signed',
      dateTime: '2025-07-08T21:30:00Z',
      properties: [
        ['Contract name', 'Renewal Contract for Fourth Coffee'],
        ['Signed by', 'Alberto Burgos, Tony Benis'],
      ],
      source: 'Contoso Hub',
      connector: 'contoso-hub',
      url: 'https://hub.contoso.com/agreements/AGR-1',
    },
    { number: 2, title: 'Website visits', properties: [], source: 'Contoso Hub', connector: 'contoso-hub' },
  ],
};

/** One connector that answers, and one that took longer than five seconds. */
export const oneTimedOut: InsightsView = {
  ...twoInsights,
  sections: [
    ...twoInsights.sections,
    { connector: 'slow', title: 'Slow Quotes', isMock: false, outcome: 'timeout', trace: 'trace-2', bullets: [] },
  ],
};
