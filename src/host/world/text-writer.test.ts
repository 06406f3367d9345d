import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailSummary, recordSummary } from './generated-texts.ts';
import { modelOf } from './open-ai.ts';
import { textWriter } from './text-writer.ts';
import { sellersWorld } from './world.ts';
import { worldRecordKeys } from './world-records.ts';

const world = sellersWorld(Date.now());
const mail = world.mailOf('summit-service');
const record = world.recordOf('opportunity', worldRecordKeys.summit.ids.Salesforce, 'Salesforce');
const [seller] = world.sellers;
if (!mail || !record || !seller) throw new Error('The sample lacks its mail, record or seller.');

type Answer = (response: ServerResponse) => void;
let server: Server;
let answer: Answer;
let request: { readonly incoming: IncomingMessage; readonly body: { messages: { content: string }[] } };
beforeAll(async () => {
  server = createServer(async (incoming, response) => {
    request = { incoming, body: JSON.parse((await incoming.toArray()).join('')) };
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const environment = () => ({
  OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
  OPENAI_MODEL: 'small',
  OPENAI_API_KEY: 'key-of-mine',
});
const writer = (timeout?: number) => textWriter(modelOf(environment()).model, timeout);
const says =
  (content: string): Answer =>
  (response) =>
    void response.end(JSON.stringify({ choices: [{ message: { content } }] }));

test('a model writes the summary of a mail, a sentence a line', async () => {
  answer = says('1. Erster Satz.\n\n- Zweiter Satz.\n');
  expect(await writer().mailSummary(mail, 'de-DE')).toEqual({
    text: ['Erster Satz.', 'Zweiter Satz.'],
    by: 'model',
    findings: [],
  });
  expect(request.incoming.url).toBe('/v1/chat/completions');
  expect(request.incoming.headers).toMatchObject({
    authorization: 'Bearer key-of-mine',
    'content-type': 'application/json',
  });
  expect(request.body).toMatchObject({ model: 'small' });
  expect(request.body.messages[0]?.content).toContain('in German');
  expect(request.body.messages[1]?.content).toContain('Materialseilbahn');
});

test('a model writes a draft, into which the links are woven', async () => {
  const links = [{ title: 'Service and maintenance plans', url: 'https://hub.contoso.com/content/CON-07' }];
  answer = says('Guten Tag Herr Weber,\n\ndanke.\n\nBis bald.\n\nKenny');
  const { text } = await writer().draftReply({ mail, seller, language: 'en-US', links, inputPrompt: 'Be brief' });
  expect(text).toHaveLength(5);
  expect(text[2]).toEqual([expect.stringContaining('unter diesen Links'), links[0], '.']);
  expect(request.body.messages[0]?.content).toContain('The seller asks for this: Be brief');
});

test('a model writes the summary of a record; its latest activity stays the CRM’s', async () => {
  answer = says('All is well.');
  const { text } = await writer().recordSummary(record, 'en-US');
  expect(text).toEqual({ ...recordSummary(record, 'en-US'), text: 'All is well.' });
  expect(request.body.messages[1]?.content).toContain('Est. revenue: €64,200');
});

const failures: readonly (readonly [string, Answer, string])[] = [
  [
    'an error',
    (response) => void response.writeHead(401).end('{"error":{"message":"Bad key"}}'),
    'it answered 401 (Bad key)',
  ],
  ['a page', (response) => void response.end('<html>'), 'its answer is no JSON'],
  ['another JSON', (response) => void response.end('{}'), 'its answer has no choices[0].message'],
  ['nothing', says(' '), 'small wrote nothing'],
  ['a reset', (response) => void response.destroy(), 'fetch failed'],
  ['a redirect', (response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(), 'fetch failed'],
  ['more than anybody reads', (response) => void response.end('x'.repeat(1_000_001)), 'more than 1000000 characters'],
];
test.each(failures)('a model that answers %s gives way to the template, with a finding', async (_, failing, reason) => {
  answer = failing;
  const written = await writer().mailSummary(mail, 'en-US');
  expect(written).toMatchObject({ text: mailSummary(mail, 'en-US'), by: 'template' });
  expect(written.findings).toEqual([
    { rule: 'model-failed', severity: 'warning', message: expect.stringContaining(reason) },
  ]);
  expect(JSON.stringify(written.findings)).not.toContain('key-of-mine');
});

test('a model that does not answer is given up in time, or when the caller gives up', async () => {
  answer = () => {};
  const late = await writer(50).mailSummary(mail, 'en-US');
  expect(late.findings[0]?.message).toContain('no answer within 50 ms');
  const left = await writer().mailSummary(mail, 'en-US', AbortSignal.abort(new Error('the page was closed')));
  expect(left).toMatchObject({
    by: 'template',
    findings: [{ message: expect.stringContaining('the page was closed') }],
  });
});

test('a server that is not there gives way to the template', async () => {
  const model = { baseUrl: 'http://127.0.0.1:1', name: 'small', apiKey: 'k' };
  expect(await textWriter(model).recordSummary(record, 'fr-FR')).toMatchObject({
    text: recordSummary(record, 'fr-FR'),
    by: 'template',
    findings: [{ rule: 'model-failed' }],
  });
});

test('without a model the templates write', async () => {
  expect(await textWriter().mailSummary(mail, 'ja-JP')).toEqual({
    text: mailSummary(mail, 'ja-JP'),
    by: 'template',
    findings: [],
  });
});

test('a model needs all three variables, and what is missing is told', () => {
  expect(modelOf({ OPENAI_API_KEY: 'of something else' })).toEqual({ findings: [] });
  expect(modelOf({ ...environment(), OPENAI_API_KEY: '' }).findings[0]?.message).toContain('OPENAI_API_KEY not set');
  expect(modelOf({ ...environment(), OPENAI_BASE_URL: 'localhost' }).findings[0]?.message).toContain('is no address');
});
