import type { EmailSummaryView } from '../../../host/api/api-types.ts';

/** One connector with two insights, one with an example, one that timed out. */
export const threeConnectors: EmailSummaryView = {
  summary: [
    'Alberto Burgos wrote to Kenny Smith about the framework agreement.',
    'Alberto Burgos asks: “Could you have that changed?”',
  ],
  canvas: [
    { title: 'Contoso Hub', text: 'Fourth Coffee opened the framework agreement 3 times.', isMock: false },
    { title: 'Quotes', text: 'A quote ends tomorrow.', isMock: true },
  ],
  sections: [
    {
      connector: 'contoso-hub',
      title: 'Contoso Hub',
      outcome: 'shown',
      trace: 'trace-1',
      isMock: false,
      bullets: [
        { text: 'Fourth Coffee opened the framework agreement 3 times.' },
        { text: 'Your colleagues Mona Kane, Ray Tanaka, and Daniela Smith have worked with Alberto Burgos before.' },
      ],
    },
    { connector: 'slow', title: 'Slow Mail', outcome: 'timeout', trace: 'trace-2', isMock: false, bullets: [] },
    {
      connector: 'quotes',
      title: 'Quotes',
      outcome: 'shown',
      trace: 'trace-3',
      isMock: true,
      bullets: [{ text: 'A quote ends tomorrow.' }],
    },
  ],
  findings: [],
};
