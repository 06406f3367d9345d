/** A report for tests, with everything in it that a connector may send to break a format. */
import type { ShownSection } from '../../host/host.ts';
import type { Status } from '../verdict.ts';
import type { Shown } from './shown.ts';
import { type CheckResult, latencyOfTimes, summaryOf, type VerifyReport } from './verify-report.ts';

/** Tags, quotes, the end of CDATA, control characters, half a surrogate, a text turned round. */
export const hostile =
  'a <b> & "c" \'d\' ]]> <script>alert(1)</script><img src=x onerror=alert(2)> \u0000\u001b[31m \u202e \ud800 \u{1f600} é';

function result(id: string, status: Status, extensionPoint: string | null, message = 'Seen.'): CheckResult {
  const isTold = status === 'fail' || status === 'advice';
  return {
    id,
    group: 'answers',
    title: `What ${id} holds`,
    extensionPoint,
    status,
    message,
    why: isTold ? 'A seller sees nothing.' : null,
    mend: isTold ? 'Answer 200.' : null,
    source: isTold ? 'guideline G7' : null,
    durationMs: 12,
    request: isTold ? { method: 'GET', url: 'http://127.0.0.1:1/a', headers: {}, body: undefined } : null,
    response: isTold
      ? { status: 500, durationMs: 3, headers: { 'content-type': hostile }, body: hostile, problem: null }
      : null,
    curl: isTold ? `curl -X GET 'http://127.0.0.1:1/a?q=${hostile}'` : null,
  };
}

const sections: Readonly<Record<string, ShownSection>> = {
  'record-details': {
    kind: 'records',
    pluralName: hostile,
    rows: Array.from({ length: 12 }, (_, index) => ({
      title: `${index} ${hostile}`,
      keyFields: [hostile, 'Open'],
      typeName: 'Quote',
      properties: [[hostile, hostile]],
      url: index === 0 ? 'javascript:alert(3)' : 'https://quotes.example.com/"><script>',
    })),
  },
  'record-summary': {
    kind: 'insights',
    bullets: [{ text: hostile, citation: 1 }],
    citations: [
      {
        number: 1,
        title: hostile,
        dateTime: hostile,
        properties: [['Status', hostile]],
        source: hostile,
        url: 'data:text/html,x',
      },
    ],
  },
  'email-draft': {
    kind: 'links',
    links: [{ title: hostile, url: 'https://files.example.com/a', description: hostile, type: 'content-doc' }],
  },
  AskAnything: {
    kind: 'cards',
    cards: [
      {
        title: hostile,
        url: 'vbscript:x',
        adaptiveCard: {
          body: [
            { type: 'TextBlock', text: hostile },
            { type: 'FactSet', facts: [{ title: hostile, value: 'x' }] },
          ],
        },
      },
    ],
  },
};

function shown(name: string, verdict: Shown['verdict'] = 'shown', why: string | null = null): Shown {
  return { title: `About ${name}`, verdict, why, about: `account ${hostile}`, section: sections[name] ?? null };
}

const checks = [
  result('answer-status', 'fail', 'record-summary', hostile),
  result('answer-status', 'fail', 'opportunity-insights'),
  result('answer-status', 'pass', 'record-details'),
  result('time-within-budget', 'advice', 'email-draft', hostile),
  result('answer-times', 'not-applicable', 'record-details', hostile),
  result('paging-pages', 'could-not-run', 'record-details', hostile),
  result('paging-pages', 'could-not-run', 'record-summary', hostile),
  result('paging-order', 'could-not-run', 'record-details', hostile),
  result('paging-order', 'could-not-run', 'record-summary', hostile),
  result('safety-cors', 'pass', null),
];

export const sampleReport: VerifyReport = {
  tool: 'saleskit',
  version: '0.1.0',
  connector: hostile,
  url: 'http://127.0.0.1:1',
  startedAt: '2026-03-01T10:00:00.000Z',
  durationMs: 12_345,
  seed: 7,
  language: 'de-DE',
  languages: ['de-DE', 'en-US'],
  isStopped: true,
  requests: { requests: 120, throttled: 3, timeouts: 1 },
  checks,
  summary: summaryOf({ checks }),
  shown: {
    'record-details': shown('record-details'),
    'record-summary': shown('record-summary', 'partly-shown', hostile),
    'email-draft': shown('email-draft'),
    'opportunity-insights': shown('opportunity-insights', 'not-shown', 'The connector answered 500.'),
    'email-summary': shown('email-summary', 'not-seen', 'The connector had nothing for what was asked.'),
    AskAnything: shown('AskAnything'),
  },
  latency: {
    'record-details': latencyOfTimes([120, ...Array.from({ length: 200 }, (_, index) => 5 + (index % 9))]),
    'record-summary': latencyOfTimes([0.2, 2600, 5001]),
    'email-draft': latencyOfTimes([40]),
    'opportunity-insights': null,
  },
};
