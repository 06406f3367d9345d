/** Odd connectors made on purpose, one misbehaviour each, and the diagnosis that the host must give. */
import type { Outcome } from '../../src/host/engine/trace.ts';
import { goodConnector, goodRecord, json, type Respond } from './plain-connector.ts';

export interface OddServer {
  readonly respond: Respond;
  readonly outcome: Outcome;
  /** The rule of the finding that names the misbehaviour. */
  readonly rule?: string;
  /** How many items are shown. */
  readonly shown: number;
  /** What the explanation says. */
  readonly explains?: RegExp;
}

const answer =
  (item: unknown): Respond =>
  (_request, response) =>
    json(response, { value: [item], hasMoreResults: false });
const deep = '['.repeat(20_000) + ']'.repeat(20_000);
const without = (name: keyof typeof goodRecord) => ({ ...goodRecord, [name]: undefined });

export const oddServers: Readonly<Record<string, OddServer>> = {
  good: { respond: goodConnector, outcome: 'shown', shown: 1 },
  'empty list': {
    respond: (_request, response) => json(response, { value: [] }),
    outcome: 'nothing-to-show',
    shown: 0,
    explains: /has nothing/,
  },
  'never answers': { respond: () => new Promise(() => {}), outcome: 'timeout', shown: 0, explains: /G8/ },
  'resets the connection': {
    respond: (request) => void request.socket.resetAndDestroy(),
    outcome: 'reset',
    shown: 0,
    explains: /broke off/,
  },
  'breaks off in the middle': {
    respond: (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"value":');
      setImmediate(() => request.socket.destroy());
    },
    outcome: 'reset',
    shown: 0,
    explains: /broke off/,
  },
  'trickles its answer': {
    respond: async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    },
    outcome: 'timeout',
    shown: 0,
  },
  'answers HTML': {
    respond: (_request, response) => void response.end('<html>Sign in</html>'),
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /an HTML page, not JSON/,
  },
  'answers HTML by its media type': {
    respond: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('Please sign in');
    },
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /an HTML page, not JSON/,
  },
  'answers an error as HTML': {
    respond: (_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<h1>Bad gateway</h1>');
    },
    outcome: 'error-answer',
    rule: 'answer-error-body',
    shown: 0,
    explains: /answered 502 with an HTML page/,
  },
  'answers nothing': {
    respond: (_request, response) => void response.end(),
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /The answer is empty/,
  },
  'begins with a byte order mark': {
    respond: (_request, response) => json(response, `\ufeff${JSON.stringify({ value: [goodRecord] })}`),
    outcome: 'shown',
    rule: 'answer-byte-order-mark',
    shown: 1,
  },
  'answers malformed JSON': {
    respond: (_request, response) => json(response, '{"value":[}'),
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /no JSON/,
  },
  'answers a bare list': {
    respond: (_request, response) => json(response, [goodRecord]),
    outcome: 'unreadable-answer',
    rule: 'answer-envelope',
    shown: 0,
  },
  'answers another envelope': {
    respond: (_request, response) => json(response, { items: [goodRecord] }),
    outcome: 'unreadable-answer',
    rule: 'answer-envelope',
    shown: 0,
  },
  'answers null': {
    respond: (_request, response) => json(response, 'null'),
    outcome: 'unreadable-answer',
    rule: 'answer-envelope',
    shown: 0,
  },
  'writes names in capitals': {
    respond: (_request, response) =>
      json(response, {
        Value: [Object.fromEntries(Object.entries(goodRecord).map(([name, value]) => [name.toUpperCase(), value]))],
        HasMoreResults: true,
      }),
    outcome: 'shown',
    rule: 'answer-envelope-case',
    shown: 1,
  },
  'leaves out a required property': {
    respond: answer(without('recordTitle')),
    outcome: 'unreadable-answer',
    rule: 'item-required-property',
    shown: 0,
    explains: /recordTitle is missing/,
  },
  'leaves out one of two': {
    respond: (_request, response) => json(response, { value: [without('recordTitle'), goodRecord] }),
    outcome: 'shown',
    rule: 'item-required-property',
    shown: 1,
  },
  'does not heed top': {
    respond: (_request, response) => json(response, { value: Array(5000).fill(goodRecord), hasMoreResults: true }),
    outcome: 'shown',
    rule: 'answer-more-than-asked',
    shown: 10,
  },
  'leaves out two required properties': {
    respond: answer({ ...without('recordTitle'), recordId: '' }),
    outcome: 'unreadable-answer',
    rule: 'item-required-property',
    shown: 0,
    explains: /item 1: recordId and recordTitle are missing/,
  },
  'leaves out an optional property': {
    respond: answer({ ...goodRecord, url: null, additionalProperties: null }),
    outcome: 'shown',
    shown: 1,
  },
  'sends a number for a string': {
    respond: answer({ ...goodRecord, recordTitle: 5 }),
    outcome: 'shown',
    rule: 'item-type',
    shown: 1,
  },
  'sends numbers among properties': {
    respond: answer({ ...goodRecord, additionalProperties: { Total: 5 } }),
    outcome: 'shown',
    rule: 'item-property-type',
    shown: 1,
  },
  'sends a list of properties': {
    respond: answer({ ...goodRecord, additionalProperties: ['a'] }),
    outcome: 'shown',
    rule: 'item-type',
    shown: 1,
  },
  'links to a script': {
    respond: answer({ ...goodRecord, url: 'javascript:alert(1)' }),
    outcome: 'shown',
    rule: 'item-link',
    shown: 1,
  },
  'sends a string for an item': {
    respond: answer('text'),
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /no object/,
  },
  'says hasMoreResults in words': {
    respond: (_request, response) => json(response, { value: [goodRecord], hasMoreResults: 'yes' }),
    outcome: 'shown',
    rule: 'answer-has-more',
    shown: 1,
  },
  'knows no record': {
    respond: (_request, response) => json(response, { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'Unknown.' }, 404),
    outcome: 'error-answer',
    shown: 0,
    explains: /404 RECORD_NOT_FOUND: Unknown\./,
  },
  'answers another error body': {
    respond: (_request, response) => json(response, { error: 'x' }, 500),
    outcome: 'error-answer',
    rule: 'answer-error-body',
    shown: 0,
  },
  'nests without end': {
    respond: (_request, response) =>
      json(response, JSON.stringify({ value: [{ ...goodRecord, additionalProperties: '@' }] }).replace('"@"', deep)),
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /nested more than 200 levels deep/,
  },
  'redirects elsewhere': {
    respond: (_request, response) => void response.writeHead(302, { location: 'https://login.example.com/' }).end(),
    outcome: 'error-answer',
    shown: 0,
    explains: /redirects to https:\/\/login\.example\.com/,
  },
  'redirects in a circle': {
    respond: (request, response) =>
      void response.writeHead(302, { location: request.url?.startsWith('/b') ? '/a' : '/b' }).end(),
    outcome: 'error-answer',
    shown: 0,
    explains: /redirects in a circle \(\/api\/enhanceskills\/related-records → \/b → \/a → \/b\)/,
  },
  'redirects without end': {
    respond: (request, response) =>
      void response.writeHead(307, { location: `${request.url?.split('?', 1)[0]}/x` }).end(),
    outcome: 'error-answer',
    shown: 0,
    explains: /redirects more than 3 times/,
  },
  'redirects without an address': {
    respond: (_request, response) => void response.writeHead(302).end(),
    outcome: 'error-answer',
    shown: 0,
    explains: /answered 302 without the address to go to/,
  },
  'redirects once on its own': {
    respond: (request, response, body) =>
      request.url?.startsWith('/moved')
        ? goodConnector(request, response, body)
        : void response.writeHead(308, { location: `/moved${request.url}` }).end(),
    outcome: 'shown',
    shown: 1,
  },
  'answers more than 5 MB': {
    respond: (_request, response) => json(response, { value: [], padding: 'x'.repeat(6_000_000) }),
    outcome: 'unreadable-answer',
    shown: 0,
    explains: /5 MB/,
  },
};
