import type { RecordSummaryView } from '../../../host/api/api-types.ts';
import { twoInsights } from '../insights-card/InsightsCard.fixtures.ts';

const section = { outcome: 'shown', isMock: false } as const;

/** Two activities of the CRM, two connectors with an insight each: citations 1 to 4. */
export const twoConnectors: RecordSummaryView = {
  summary: '50 Cafe A-100 Automatic was opened for Fourth Coffee on September 12, 2026.',
  latestActivity: [
    { text: 'Kenny Smith saved a mail thread with Tony Benis.', citation: 1 },
    { text: 'Mona Kane met Alberto Burgos.', citation: 2 },
  ],
  sections: [
    {
      ...section,
      connector: 'contoso-hub',
      title: 'Contoso Hub',
      trace: 'trace-1',
      bullets: [{ text: 'Tony Benis opened the framework agreement.', citation: 3 }],
    },
    {
      ...section,
      connector: 'quotes',
      title: 'Quotes',
      trace: 'trace-2',
      isMock: true,
      bullets: [{ text: 'A quote ends tomorrow.', citation: 4 }],
    },
  ],
  citations: [
    { number: 1, title: 'Mail saved', dateTime: '2026-11-19T16:00:00.000Z', properties: [], source: 'CRM' },
    { number: 2, title: 'Meeting', dateTime: '2026-11-18T13:00:00.000Z', properties: [], source: 'CRM' },
    ...twoInsights.citations.slice(0, 1).map((citation) => ({ ...citation, number: 3 })),
    { number: 4, title: 'Quote', properties: [['Ends', 'Tomorrow']], source: 'Quotes', connector: 'quotes' },
  ],
  findings: [],
};
