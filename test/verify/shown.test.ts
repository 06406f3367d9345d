/** The verdict of an extension point: what the first calls show. */
import { afterEach, expect, test } from 'vitest';
import {
  goodConnector,
  goodRecord,
  json,
  listenPlain,
  type PlainServer,
  type Respond,
} from '../servers/plain-connector.ts';
import { examine, told } from './examine.ts';

let server: PlainServer;
afterEach(() => server.close());

async function shownBy(respond: Respond) {
  server = await listenPlain(respond);
  return examine(server.address, { points: ['record-details'], checks: ['answer-status'] });
}
const ofAccount = (url = '') => url.includes('recordType=account');

test.each<[what: string, respond: Respond, verdict: string, why: RegExp | null]>([
  ['good answers', goodConnector, 'shown', null],
  [
    'an error for some',
    (request, response, body) =>
      ofAccount(request.url) ? json(response, { errorCode: 'X' }, 500) : goodConnector(request, response, body),
    'partly-shown',
    /^Not of account .*: The connector answered 500 X\.$/,
  ],
  ['HTML', (_request, response) => void response.end('<html>Sign in'), 'not-shown', /an HTML page, not JSON/],
  [
    'an item that lacks what is required',
    (_request, response) => json(response, { value: [{ ...goodRecord, recordTitle: null }] }),
    'not-shown',
    /recordTitle is missing/,
  ],
  ['401', (_request, response) => json(response, {}, 401), 'not-shown', /without a token: give --auth/],
  [
    '429 that lasts a day',
    (_request, response) => json(response, { errorCode: 'REQUEST_THROTTLED' }, 429, { 'retry-after': '99999' }),
    'not-shown',
    /answered 429 REQUEST_THROTTLED/,
  ],
  ['empty lists', (_request, response) => json(response, { value: [] }), 'not-seen', /by --record TYPE:ID/],
  [
    '404 for all',
    (_request, response) => json(response, { errorCode: 'RECORD_NOT_FOUND' }, 404),
    'not-seen',
    /--record/,
  ],
])('%s: %s', async (_what, respond, verdict, why) => {
  const { shown } = await shownBy(respond);
  expect(shown['record-details']).toMatchObject({
    title: 'Enrich CRM record details',
    verdict,
    why: why && expect.stringMatching(why),
  });
});

test('a report has what a seller would see, in which language, and how long each call took', async () => {
  const { shown, latency, language, isStopped } = await shownBy(goodConnector);
  expect(shown['record-details']).toMatchObject({
    about: expect.stringMatching(/^account /),
    section: { kind: 'records', pluralName: 'Quotes', rows: [{ title: goodRecord.recordTitle }] },
  });
  expect([latency['record-details']?.times.length, language, isStopped]).toEqual([4, 'en-US', false]);
});

test('a 429 that cannot be waited for is shown by every check that could not run for it', async () => {
  server = await listenPlain((_request, response) =>
    json(response, { errorCode: 'REQUEST_THROTTLED' }, 429, { 'retry-after': '99999' }),
  );
  const report = await examine(server.address, { points: ['record-details'], checks: ['answers'] });
  expect(told(report, 'pass', 'fail', 'advice')).toEqual([]);
  const status = report.checks.find(({ id }) => id === 'answer-status');
  expect(status).toMatchObject({ status: 'could-not-run', message: expect.stringContaining('99999 seconds') });
  expect([status?.response?.status, server.received.length]).toEqual([429, 1]);
});
