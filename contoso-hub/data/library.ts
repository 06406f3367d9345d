import type { Content, Industry } from '../facts.ts';

type Entry = readonly [
  id: string,
  title: string,
  type: Content['type'],
  topics: string,
  about: {
    products?: readonly string[];
    industries?: readonly Industry[];
    language?: string;
    pages: number;
    days: number;
    opened: number;
  },
];

const entries: readonly Entry[] = [
  ['CON-01', 'Master purchase contract', 'content-doc', 'agreement', { pages: 18, days: 12, opened: 142 }],
  ['CON-02', 'Price list and volume discounts', 'content-xlsx', 'pricing', { pages: 6, days: 5, opened: 231 }],
  [
    'CON-03',
    'Cafe A-100 technical data sheet',
    'content-pdf',
    'technical',
    { products: ['Cafe A-100'], pages: 4, days: 30, opened: 187 },
  ],
  [
    'CON-04',
    'Cafe Duo technical data sheet',
    'content-pdf',
    'technical',
    { products: ['Cafe Duo'], pages: 4, days: 48, opened: 96 },
  ],
  [
    'CON-05',
    'Customer story: 1,000 cups an hour',
    'content-web',
    'reference',
    { products: ['Cafe A-100'], industries: ['hospitality'], pages: 1, days: 21, opened: 164 },
  ],
  ['CON-06', 'Sustainability report', 'content-pdf', 'sustainability', { pages: 32, days: 80, opened: 58 }],
  ['CON-07', 'Service and maintenance plans', 'content-pptx', 'service', { pages: 14, days: 17, opened: 119 }],
  [
    'CON-08',
    'Delivery and installation guide',
    'content-pdf',
    'delivery technical',
    { pages: 10, days: 64, opened: 73 },
  ],
  [
    'CON-09',
    'Proposal: an automatic coffee bar',
    'content-pptx',
    'pricing reference',
    { products: ['Cafe A-100'], pages: 22, days: 9, opened: 88 },
  ],
  [
    'CON-10',
    'Customer story: coffee at 3,000 metres',
    'content-web',
    'reference service',
    { products: ['Cafe Duo'], industries: ['travel'], pages: 1, days: 37, opened: 45 },
  ],
  [
    'CON-11',
    'Preisliste und Mengenrabatte',
    'content-xlsx',
    'pricing',
    { language: 'de', pages: 6, days: 5, opened: 67 },
  ],
  ['CON-12', 'Contrat-cadre d’achat', 'content-doc', 'agreement', { language: 'fr', pages: 19, days: 12, opened: 31 }],
  [
    'CON-13',
    'Ficha técnica Cafe A-100',
    'content-pdf',
    'technical',
    { products: ['Cafe A-100'], language: 'es', pages: 4, days: 30, opened: 22 },
  ],
  [
    'CON-14',
    'Cafe A-100 製品仕様書',
    'content-pdf',
    'technical',
    { products: ['Cafe A-100'], language: 'ja', pages: 4, days: 30, opened: 19 },
  ],
  [
    'CON-15',
    'Terms of use for connected machines',
    'content-file',
    'agreement service',
    { pages: 9, days: 101, opened: 12 },
  ],
];

const day = 86_400_000;

/** The content library, dated back from `today`. */
export function library(today: number): Content[] {
  return entries.map(
    ([id, title, type, topics, { products = [], industries = [], language = 'en', pages, days, opened }]) => ({
      id,
      title,
      type,
      url: `https://hub.contoso.com/content/${id}`,
      owner: 'Contoso Marketing',
      topics: topics.split(' '),
      products,
      industries,
      language,
      pages,
      updatedAt: Math.floor(today / day) * day - days * day,
      opened,
    }),
  );
}
