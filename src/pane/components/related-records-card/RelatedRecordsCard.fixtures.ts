import type { RecordsSection } from '../../../host/api/api-types.ts';

/** Two agreements, the second without a page. */
export const agreements: RecordsSection = {
  connector: 'contoso-hub',
  title: 'Contoso Hub',
  pluralName: 'Agreements',
  outcome: 'shown',
  trace: 'trace-1',
  isMock: false,
  rows: [
    {
      title: '50 Cafe A-100 Automatic Renewal Contract',
      keyFields: ['Signed', 'Nov 17, 2026'],
      typeName: 'Agreement',
      properties: [
        ['Status', 'Signed'],
        ['Last change', 'Nov 17, 2026'],
        ['Signers', 'Alberto Burgos and Tony Benis'],
        ['Value', '$118,500'],
      ],
      url: 'https://hub.contoso.com/agreements/AGR-1001',
    },
    {
      title: 'Mutual non-disclosure agreement',
      keyFields: ['Signed'],
      typeName: 'Agreement',
      properties: [['Status', 'Signed']],
    },
  ],
};
