import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../package/source-document.ts';
import { offeredPoints } from '../plan.ts';
import type { OutputFeed } from './proposal.ts';
import { proposeMapping } from './propose-mapping.ts';

const folder = join(import.meta.dirname, '../../../test/from-openapi');
const proposalOf = (file: string) => proposeMapping(readSource(file, readFileSync(join(folder, file))).value);

function fedBy({ source }: OutputFeed): string {
  if (source.kind === 'field') return source.field.path.join('.');
  if (source.kind === 'constant') return `"${source.value}"`;
  if (source.kind === 'labelled') return `labelled ${source.field.path.join('.')}`;
  return source.kind === 'nothing'
    ? ''
    : `${source.kind} ${source.fields.map(({ path }) => path.join('.')).join(', ')}`;
}

/** By extension point: operation, what feeds its inputs, what feeds its required outputs. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly [string, object, object]>>>> = {
  'e-signature.yaml': {
    'record-details': [
      'GET /v4/envelopes',
      { crm_record_id: 'recordId', limit: 'top', offset: 'skip' },
      {
        recordId: 'id',
        recordType: '"envelope"',
        recordTypeDisplayName: '"Envelope"',
        recordTypePluralDisplayName: '"Envelopes"',
        recordTitle: 'email_subject',
      },
    ],
    'record-summary': [
      'GET /v4/events',
      { crm_record_id: 'recordId', since: 'startDateTime', until: 'endDateTime', limit: 'top', offset: 'skip' },
      { title: 'type', description: 'description', dateTime: 'occurred_at' },
    ],
    'opportunity-insights': [
      'GET /v4/events',
      { crm_record_id: 'recordId', limit: 'top', offset: 'skip' },
      { title: '"Woodgrove Sign"', description: 'description' },
    ],
    'email-summary': [
      'GET /v4/envelopes',
      { signer_email: 'people', limit: 'top', offset: 'skip' },
      { insight: 'message' },
    ],
    'email-draft': [
      'POST /v4/documents/search',
      { query: 'question', limit: 'top' },
      {
        contentType: 'mime_type',
        content: 'download_url',
        contentTitle: 'file_name',
        contentDescription: 'summary',
      },
    ],
  },
  'quoting.json': {
    'record-details': [
      'GET /api/v1/Opportunities/{OpportunityId}/Quotes',
      { OpportunityId: 'recordId', pageSize: 'top' },
      {
        recordId: 'QuoteId',
        recordType: '"quote"',
        recordTypeDisplayName: '"Quote"',
        recordTypePluralDisplayName: '"Quotes"',
        recordTitle: 'QuoteName',
      },
    ],
    'record-summary': [
      'GET /api/v1/QuoteHistory',
      { DealId: 'recordId', FromDate: 'startDateTime', AccountId: 'recordId', ToDate: 'endDateTime' },
      { title: 'Action', description: 'Comment', dateTime: 'ChangedOn' },
    ],
    'email-summary': [
      'GET /api/v1/QuoteHistory',
      { DealId: 'recordId', AccountId: 'recordId' },
      { insight: 'Comment' },
    ],
  },
  'content-library.yaml': {
    'email-draft': [
      'GET /search/assets',
      { q: 'question', opportunityId: 'recordId', first: 'top', 'Accept-Language': 'language' },
      {
        contentType: 'attributes.contentType',
        content: 'attributes.shareLink',
        contentTitle: 'attributes.name',
        contentDescription: 'attributes.abstract',
      },
    ],
    'record-summary': [
      'GET /engagements',
      { opportunityId: 'recordId' },
      { title: 'headline', description: 'details', dateTime: 'timestamp' },
    ],
  },
};

const cases = Object.entries(expected).flatMap(([file, points]) =>
  Object.entries(points).map(([point, wanted]) => [file, point, ...wanted] as const),
);

test.each(cases)('%s: %s is fed by what it means', (file, point, operation, inputs, outputs) => {
  const found = proposalOf(file).points.find((each) => each.point === point);
  expect(`${found?.operation.method} ${found?.operation.path}`).toBe(operation);
  expect(Object.fromEntries(found?.inputs.map(({ parameter, source }) => [parameter.name, source]) ?? [])).toEqual(
    inputs,
  );
  const required = found?.outputs.filter(({ isRequired }) => isRequired) ?? [];
  expect(Object.fromEntries(required.map((feed) => [feed.output, fedBy(feed)]))).toEqual(outputs);
});

test('links, and what else sellers read, are proposed for the optional outputs', () => {
  const details = proposalOf('e-signature.yaml').points.find(({ point }) => point === 'record-details');
  const optional = details?.outputs.filter(({ isRequired }) => !isRequired) ?? [];
  expect(optional.map(fedBy)).toEqual([
    'links.web',
    'pairs status, created_at, message, status_changed_at, sender.name',
  ]);
});

test('each feed has a reason and a score between 0 and 1', () => {
  for (const file of Object.keys(expected))
    for (const { inputs, outputs, score } of proposalOf(file).points) {
      expect(score).toBeGreaterThan(0);
      for (const feed of [...inputs, ...outputs]) {
        expect(feed.score).toBeGreaterThanOrEqual(0);
        expect(feed.score).toBeLessThanOrEqual(1);
        expect(feed.score === 0 || feed.why !== '').toBe(true);
      }
    }
});

test('lists that serve the application itself feed nothing', () => {
  const paths = proposalOf('e-signature.yaml').points.map(({ operation }) => operation.path);
  expect(paths).not.toContain('/v4/users');
  expect(paths).not.toContain('/v4/webhooks');
});

const listOf = (items: unknown, rest: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Odd', version: '1' },
  paths: {
    '/quotes': {
      get: { responses: { 200: { content: { 'application/json': { schema: { type: 'array', items } } } } } },
    },
  },
  ...rest,
});

test('what is missing is told in sentences', () => {
  const properties = { id: { type: 'string' }, title: { type: 'string' } };
  const { points, unfed } = proposeMapping(listOf({ type: 'object', properties }));
  expect(points[0]).toMatchObject({
    point: 'record-details',
    missing: [
      'No parameter takes the id of the CRM record: the list is the same for every record, and none is told as not known.',
    ],
  });
  expect(unfed).toContain('record-summary');
});

/** A schema of 2 to the power of 40 parts. */
const doubling = Object.fromEntries(
  Array.from({ length: 40 }, (_each, index) => {
    const $ref = `#/components/schemas/S${index + 1}`;
    return [`S${index}`, { allOf: [{ $ref }, { $ref }], properties: { [`p${index}`]: { $ref } } }];
  }),
);

const circle = { $ref: '#/components/schemas/A' };
const hostile: Readonly<Record<string, unknown>> = {
  nothing: null,
  'a text': 'openapi: 3.1.0',
  'a list': [],
  'odd types': { openapi: 3.1, info: [], paths: { '/a': { get: [], post: 7, parameters: {} }, '/b': null } },
  'a schema in itself': listOf(circle, {
    components: { schemas: { A: { properties: { id: { type: 'string' }, a: circle } } } },
  }),
  'a reference to itself': listOf(circle, { components: { schemas: { A: circle } } }),
  'references in a circle': listOf(circle, {
    components: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { allOf: [circle] } } },
  }),
  'a schema that doubles': listOf({ $ref: '#/components/schemas/S0' }, { components: { schemas: doubling } }),
  'names of prototypes': listOf(
    JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"},"id":{"type":"string"}}}'),
  ),
};

test.each(Object.entries(hostile))('%s is read to an end', (_name, document) => {
  const start = performance.now();
  expect(() => proposeMapping(document)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(offeredPoints).toHaveLength(5);
});

test('other documents are not fetched, and said to be left out', () => {
  const { remarks } = proposeMapping(listOf({ $ref: 'http://127.0.0.1:9/secret.yaml#/Quote' }));
  expect(remarks.at(-1)).toBe(
    'http://127.0.0.1:9/secret.yaml#/Quote stands in another document, which was not fetched. Bundle the document first.',
  );
});

test.each(['2.0', '3.0.3', '3.1.0', '3.2.0'])('OpenAPI %s is read without a remark', (version) => {
  const properties = { id: { type: 'string' }, title: { type: 'string' } };
  const items = { type: 'object', properties };
  const schema = { type: 'array', items };
  const isTwo = version === '2.0';
  const answer = isTwo ? { schema } : { content: { 'application/json': { schema } } };
  const { remarks, points } = proposeMapping({
    ...(isTwo ? { swagger: version } : { openapi: version }),
    info: { title: 'Quotes' },
    paths: { '/quotes': { get: { responses: { 200: answer } } } },
  });
  expect(remarks).toEqual([]);
  expect(points.map(({ point }) => point)).toContain('record-details');
});
