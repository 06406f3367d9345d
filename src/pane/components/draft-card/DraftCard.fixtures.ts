import type { DraftLink, EmailDraftView } from '../../../host/api/api-types.ts';

export const priceList: DraftLink = {
  title: 'Price list and volume discounts',
  url: 'https://hub.contoso.com/content/CON-02',
  description: 'Excel workbook, 6 pages, opened by customers 231 times.',
  type: 'content-xlsx',
};
export const dataSheet: DraftLink = {
  title: 'Cafe A-100 technical data sheet',
  url: 'https://hub.contoso.com/content/CON-03',
  type: 'content-pdf',
};

/** Two links woven in; of two connectors one timed out. */
export const twoLinks: EmailDraftView = {
  draft: [
    ['Hi Alberto,'],
    ['You might find some helpful information in the following links: ', priceList, ', ', dataSheet, '.'],
    ['Best,\nKenny Smith'],
  ],
  sections: [
    { connector: 'contoso-hub', title: 'Contoso Hub', outcome: 'shown', trace: 'trace-1', isMock: false, links: [] },
    { connector: 'slow', title: 'Slow Files', outcome: 'timeout', trace: 'trace-2', isMock: false, links: [] },
  ],
  findings: [],
};
