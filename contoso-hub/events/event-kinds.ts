/** Every kind of event, declared once: its JSON schema, what it does, an example. The reference page is made from it. */
import { industries } from '../facts.ts';
import type { EventKind, EventOf } from './event.ts';

/** What is declared of a kind. */
export interface EventKindDeclaration<Kind extends EventKind> {
  /** What comes of it. */
  readonly effect: string;
  /** Schemas of its properties but for id, at and kind. All are required that are not optional. */
  readonly properties: { readonly [Name in Exclude<keyof EventOf<Kind>, 'id' | 'at' | 'kind'>]-?: object };
  readonly optional?: readonly string[];
  readonly example: EventOf<Kind>;
}

/** No control characters, no halves of characters: stores disagree about them. */
const printable = '^[^\\p{Cc}\\p{Cs}]+$';
/** Characters. A tenant and three ids, by which a fact is found, fit into a key of PostgreSQL (2704 bytes). */
export const longest = { tenant: 100, id: 150 } as const;
const text = { type: 'string', minLength: 1, maxLength: 500, pattern: printable } as const;
/** Ids that others give: of events, subjects, agreements. */
export const id = { type: 'string', minLength: 1, maxLength: longest.id, pattern: printable } as const;
/** Ids of tenants. */
export const tenantId = new RegExp(`^[^\\s\\p{Cc}\\p{Cs}]{1,${longest.tenant}}$`, 'u');
/** Times in RFC 3339. */
export const time = { type: 'string', format: 'date-time' } as const;
const texts = { type: 'array', items: text, maxItems: 50 } as const;
/** Sentences name them: somebody there must be. */
const somebody = { ...texts, minItems: 1 } as const;
const whole = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 } as const;
/** The subjects of an event. */
export const about = { type: 'array', items: id, minItems: 1, maxItems: 10, uniqueItems: true } as const;

/** An object of these properties and no others, all required but for the optional ones. */
export function objectSchema(properties: object, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false } as const;
}

const mention = objectSchema({ id, name: text });
const industry = { enum: industries } as const;
const crm = objectSchema({ type: { enum: ['Dynamics365', 'Salesforce'] }, host: { ...text, pattern: '^[\\w.\\-]+$' } });

const deal = '50cafe00-a100-4000-8000-000000000001';
const account = 'f047c0ff-ee00-4000-8000-000000000001';
const contract = { id: 'AGR-1002', name: 'Framework agreement 50 Cafe A-100 Automatic' };
const dynamics = { type: 'Dynamics365', host: 'contoso.crm.dynamics.com' } as const;
const happened = (number: number) => ({ id: `sign-000${number}`, at: `2026-11-20T09:0${number}:00Z` });
const changed = (number: number) => ({ id: `crm-000${number}`, at: `2026-11-19T09:0${number}:00Z` });

/** The declarations, by kind. */
export const eventKinds: { readonly [Kind in EventKind]: EventKindDeclaration<Kind> } = {
  'agreement-sent': {
    effect: 'An activity; the agreement is sent, with those as signers unless agreement-changed names others.',
    properties: { about, agreement: mention, by: text, to: somebody },
    example: {
      ...happened(1),
      kind: 'agreement-sent',
      about: [deal],
      agreement: contract,
      by: 'Kenny Smith',
      to: ['Alberto Burgos'],
    },
  },
  'agreement-viewed': {
    effect: 'An activity; the agreement was opened once more, and is viewed where it was only sent.',
    properties: { about, agreement: mention, by: text },
    example: { ...happened(2), kind: 'agreement-viewed', about: [deal], agreement: contract, by: 'Alberto Burgos' },
  },
  'agreement-signed': {
    effect: 'An activity; the agreement is signed.',
    properties: { about, agreement: mention, by: somebody },
    example: { ...happened(3), kind: 'agreement-signed', about: [deal], agreement: contract, by: ['Alberto Burgos'] },
  },
  'agreement-declined': {
    effect: 'An activity; the agreement is declined.',
    properties: { about, agreement: mention, by: text },
    example: { ...happened(4), kind: 'agreement-declined', about: [deal], agreement: contract, by: 'Alberto Burgos' },
  },
  'site-visited': {
    effect: 'An activity.',
    properties: { about, by: text, page: text, visits: whole, minutes: whole },
    example: {
      ...happened(5),
      kind: 'site-visited',
      about: [deal],
      by: 'Alberto Burgos',
      page: 'Pricing',
      visits: 3,
      minutes: 12,
    },
  },
  'content-opened': {
    effect: 'An activity; the content was opened once more, where it is known.',
    properties: { about, by: text, content: objectSchema({ id, title: text }) },
    example: {
      ...happened(6),
      kind: 'content-opened',
      about: [deal],
      by: 'Alberto Burgos',
      content: { id: 'CON-02', title: 'Price list and volume discounts' },
    },
  },
  'meeting-held': {
    effect: 'An activity.',
    properties: { about, by: text, with: somebody, minutes: whole },
    example: {
      ...happened(7),
      kind: 'meeting-held',
      about: [deal],
      by: 'Kenny Smith',
      with: ['Alberto Burgos'],
      minutes: 45,
    },
  },
  'crm-connected': {
    effect: 'Records of this CRM are answered about.',
    properties: { crm },
    example: { ...changed(1), kind: 'crm-connected', crm: dynamics },
  },
  'subject-changed': {
    effect:
      'The customer, deal or person is as it says, and these are its records. An account is its own account. Comes before what is about the subject.',
    properties: {
      subject: objectSchema(
        {
          id,
          kind: { enum: ['account', 'opportunity', 'lead', 'contact'] },
          name: text,
          account: id,
          accountName: text,
          industry,
          product: text,
        },
        ['industry', 'product'],
      ),
      records: { type: 'array', items: objectSchema({ id, crm }), maxItems: 20 },
    },
    optional: ['records'],
    example: {
      ...changed(2),
      kind: 'subject-changed',
      subject: {
        id: deal,
        kind: 'opportunity',
        name: '50 Cafe A-100 Automatic',
        account,
        accountName: 'Fourth Coffee',
        industry: 'hospitality',
        product: 'Cafe A-100',
      },
      records: [{ id: deal, crm: dynamics }],
    },
  },
  'agreement-changed': {
    effect: 'The agreement has this name, these signers and this value; a draft, where it was not sent.',
    properties: {
      about,
      agreement: objectSchema({
        id,
        name: text,
        signers: texts,
        value: { type: 'number', minimum: 0, maximum: 1e15 },
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      }),
    },
    example: {
      ...changed(3),
      kind: 'agreement-changed',
      about: [deal],
      agreement: { ...contract, signers: ['Alberto Burgos'], value: 250_000, currency: 'USD' },
    },
  },
  'person-changed': {
    effect: 'The person at this address is at this account.',
    properties: {
      person: objectSchema({ email: id, name: text, account: id, accountName: text, industry }, ['industry']),
    },
    example: {
      ...changed(4),
      kind: 'person-changed',
      person: { email: 'alberto@fourthcoffee.com', name: 'Alberto Burgos', account, accountName: 'Fourth Coffee' },
    },
  },
  'acquaintance-changed': {
    effect: 'A colleague knows a person at the account: so many meetings, the last one then.',
    properties: {
      account: id,
      acquaintance: objectSchema({
        contact: id,
        contactName: text,
        colleague: id,
        meetings: whole,
        lastMetAt: time,
      }),
    },
    example: {
      ...changed(5),
      kind: 'acquaintance-changed',
      account,
      acquaintance: {
        contact: 'alberto@fourthcoffee.com',
        contactName: 'Alberto Burgos',
        colleague: 'Kenny Smith',
        meetings: 4,
        lastMetAt: '2026-11-18T14:00:00Z',
      },
    },
  },
  'stakeholder-changed': {
    effect: 'The person has this role at the account.',
    properties: {
      account: id,
      stakeholder: objectSchema({
        id,
        name: text,
        jobTitle: text,
        email: text,
        role: { enum: ['decision-maker', 'economic-buyer', 'champion', 'influencer', 'evaluator'] },
        lastContactAt: time,
        knownBy: texts,
      }),
    },
    example: {
      ...changed(6),
      kind: 'stakeholder-changed',
      account,
      stakeholder: {
        id: 'alberto@fourthcoffee.com',
        name: 'Alberto Burgos',
        jobTitle: 'Chief Procurement Officer',
        email: 'alberto@fourthcoffee.com',
        role: 'economic-buyer',
        lastContactAt: '2026-11-18T14:00:00Z',
        knownBy: ['Kenny Smith'],
      },
    },
  },
  'content-changed': {
    effect: 'The library has this file or page, changed at the time of the event. How often it was opened stays.',
    properties: {
      content: objectSchema({
        id,
        title: text,
        type: { enum: ['content-file', 'content-web', 'content-doc', 'content-pdf', 'content-pptx', 'content-xlsx'] },
        url: { ...text, maxLength: 2000, pattern: '^https?://[^\\s\\p{Cc}\\p{Cs}]+$' },
        owner: text,
        topics: texts,
        products: texts,
        industries: { type: 'array', items: industry },
        language: text,
        pages: whole,
      }),
    },
    example: {
      ...changed(7),
      kind: 'content-changed',
      content: {
        id: 'CON-02',
        title: 'Price list and volume discounts',
        type: 'content-xlsx',
        url: 'https://hub.contoso.com/content/CON-02',
        owner: 'Contoso Marketing',
        topics: ['pricing'],
        products: [],
        industries: [],
        language: 'en',
        pages: 6,
      },
    },
  },
};
