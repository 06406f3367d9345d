import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ConnectorError } from '../connector-error.ts';
import { forwardingFetch } from '../forwarding-fetch.ts';
import { type BackEndOptions, backEnd } from './back-end.ts';
import { json, startTestServer, type TestServer } from './test-server.ts';
import { type Caller, callersToken } from './token-source.ts';

let server: TestServer;
const made: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await Promise.all(made.map((each) => each.close()));
  await server.close();
});

const silent = { warn() {} } as unknown as Caller['log'];
/** A call with as much time as the SDK's have. */
function caller(more: Partial<Caller> = {}): Caller {
  const signal = AbortSignal.timeout(4500);
  const incoming = { 'accept-language': 'fr-FR', 'x-ms-user-agent': 'sales-copilot' };
  const carried = forwardingFetch(incoming, 'request-1', signal);
  return { tenant: 'tenant', user: 'user', token: 'own', signal, log: silent, fetch: carried, ...more };
}
function apiWith(options: Partial<BackEndOptions> = {}) {
  const api = backEnd({ url: `${server.address}/base/`, ...options });
  made.push(api);
  return api;
}
const failureIn = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: ConnectorError) => error,
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error) => error.code,
  );

describe('a request', () => {
  test('carries the diagnostic headers to the path below the address, and no token unless told to (G10, G11)', async () => {
    server.answer((_request, response) => json(response, { here: true }));
    const query = { email: ['a@x.com', 'b@x.com'], top: 3, absent: undefined };
    expect(await apiWith().json(caller(), '/records', { query })).toEqual({ here: true });
    const [{ url, headers }] = server.received as unknown as [IncomingMessage];
    expect(url).toBe('/base/records?email=a%40x.com&email=b%40x.com&top=3');
    expect(headers).toMatchObject({
      'x-ms-client-request-id': 'request-1',
      'x-ms-user-agent': 'sales-copilot',
      'accept-language': 'fr-FR',
    });
    expect(headers).not.toHaveProperty('authorization');
  });

  test('sends a body again where another token is tried', async () => {
    server.answer((request, response) =>
      json(response, {}, request.headers.authorization === 'Bearer new' ? 200 : 401),
    );
    const token = {
      tokenFor: async (_caller: Caller, { refused }: { refused?: string | undefined }) => (refused ? 'new' : 'old'),
    };
    await apiWith({ token }).json(caller(), '/notes', { method: 'POST', body: '{"a":1}' });
    expect(server.received.map(({ headers }) => [headers.authorization, headers['content-length']])).toEqual([
      ['Bearer old', '7'],
      ['Bearer new', '7'],
    ]);
  });

  test('is not sent a second time with the token that was refused', async () => {
    server.answer((_request, response) => json(response, {}, 401));
    const asked = apiWith({ token: callersToken }).json(caller(), '/x');
    await expect(asked).rejects.toMatchObject({ code: 'INVALID_TOKEN_SPECIFIED' });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer own']);
  });

  test('uses connections again, and no more of them than it may', async () => {
    server.answer((_request, response) => setTimeout(() => json(response, {}), 5));
    const api = apiWith({ breaker: { atOnce: 3 } });
    const before = server.connections();
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 20 }, () => api.json(caller(), '/x')));
    }
    expect(server.connections() - before).toBeLessThanOrEqual(3);
  });

  test('needs a path that begins with a slash: an address cannot be put in its place', async () => {
    await expect(apiWith().fetch(caller(), 'http://elsewhere')).rejects.toThrow(TypeError);
    server.answer((_request, response) => json(response, {}));
    await apiWith().fetch(caller(), '//elsewhere/x');
    expect(server.received[0]?.url).toBe('/base//elsewhere/x');
  });
});

test.each(['..', '.', '%2E%2e', '..?x', '..\\x'])('an id that is %s asks for nothing else', async (id) => {
  server.answer((_request, response) => json(response, {}));
  expect(await codeOf(apiWith().json(caller(), `/customers/${id}`))).toBe('INVALID_PARAMETER');
  expect(await codeOf(apiWith().json(caller(), `/customers/${id}/events`))).toBe('INVALID_PARAMETER');
  expect(await codeOf(apiWith().json(caller(), '/customers/a..b/.c'))).toBe('answered');
  expect(server.received).toHaveLength(1);
});

describe('an answer that is no success', () => {
  test.each([
    [401, {}, 'INVALID_TOKEN_SPECIFIED'],
    [403, {}, 'INSUFFICIENT_PERMISSIONS'],
    [404, { message: 'no such thing' }, 'RECORD_NOT_FOUND'],
    [429, {}, 'REQUEST_THROTTLED'],
    [400, { errorCode: 'INVALID_CRM_CONNECTION', errorMessage: 'Not connected.' }, 'INVALID_CRM_CONNECTION'],
    [404, { errorCode: 'INTERNAL_SERVER_ERROR' }, 'RECORD_NOT_FOUND'],
    [400, { errorCode: 'MALFORMED_JSON' }, 'SERVICE_UNAVAILABLE'],
    [500, { errorCode: ['x'] }, 'SERVICE_UNAVAILABLE'],
    [302, null, 'SERVICE_UNAVAILABLE'],
  ])('%i with %j is %s', async (status, body, code) => {
    server.answer((_request, response) =>
      json(response, body, status, { location: 'http://127.0.0.1:1/', 'retry-after': '7' }),
    );
    await expect(apiWith().json(caller(), '/x')).rejects.toMatchObject({ code, headers: { 'retry-after': '7' } });
  });

  test('has its message and details passed on, as far as they are texts of sensible length', async () => {
    const details = { resourceType: 'lead', deep: { a: 1 }, long: 'x'.repeat(1000) };
    const body = { errorCode: 'RECORD_NOT_FOUND', errorMessage: 'm'.repeat(9999), details };
    server.answer((_request, response) => json(response, body, 404));
    const error = await failureIn(apiWith().json(caller(), '/x'));
    expect(error.message).toHaveLength(500);
    expect(error.details).toEqual({ resourceType: 'lead', long: 'x'.repeat(500) });
  });

  test('has the code that the partner gives its status', async () => {
    server.answer((_request, response) => json(response, {}, 404));
    const api = apiWith({ failures: { 404: 'SERVICE_UNAVAILABLE' } });
    expect(await codeOf(api.json(caller(), '/x'))).toBe('SERVICE_UNAVAILABLE');
  });

  test('is left to the partner by fetch', async () => {
    server.answer((_request, response) => json(response, { why: 'gone' }, 410));
    const answer = await apiWith().fetch(caller(), '/x');
    expect([answer.status, await answer.json()]).toEqual([410, { why: 'gone' }]);
  });
});

describe('a back end that misbehaves', () => {
  const huge = 'x'.repeat(5_000_000);
  test.each<[string, Parameters<TestServer['answer']>[0], string]>([
    ['answers HTML', (_request, response) => response.end('<html>Sign in</html>'), 'SERVICE_UNAVAILABLE'],
    ['answers nothing', (_request, response) => response.end(), 'SERVICE_UNAVAILABLE'],
    [
      'answers half of a text',
      (_request, response) => response.writeHead(200, { 'content-length': '100' }).end('{"a":'),
      'DEADLINE_EXCEEDED',
    ],
    ['hangs up', (request) => request.socket.destroy(), 'SERVICE_UNAVAILABLE'],
    [
      'hangs up in the middle',
      (request, response) => response.write('{"a":', () => request.socket.destroy()),
      'SERVICE_UNAVAILABLE',
    ],
    ['speaks no HTTP', (request) => request.socket.end('hello\r\n\r\n'), 'SERVICE_UNAVAILABLE'],
    ['answers more than it may', (_request, response) => json(response, huge), 'SERVICE_UNAVAILABLE'],
    [
      'answers little that unpacks to much',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(huge)),
      'SERVICE_UNAVAILABLE',
    ],
    ['never answers', () => {}, 'DEADLINE_EXCEEDED'],
    ['never ends its answer', (_request, response) => response.write('{"a":'), 'DEADLINE_EXCEEDED'],
  ])('that %s is an error of the table', async (_what, listener, code) => {
    server.answer(listener);
    const share = code === 'DEADLINE_EXCEEDED' ? 150 : 4000;
    expect(await codeOf(apiWith({ share }).json(caller(), '/x'))).toBe(code);
  });

  test('that answers without end is cut off, its connection with it', async () => {
    let written = 0;
    const closed = Promise.withResolvers<void>();
    server.answer((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536))) written += 65_536;
        written += 65_536;
      };
      response.on('drain', more).on('close', closed.resolve);
      more();
    });
    expect(await codeOf(apiWith({ largest: 100_000 }).json(caller(), '/x'))).toBe('SERVICE_UNAVAILABLE');
    await closed.promise;
    expect(written).toBeLessThan(20_000_000);
  });

  test('has its share of the time for all requests of a call together', async () => {
    server.answer((_request, response) => setTimeout(() => json(response, {}), 400));
    const [api, one] = [apiWith({ share: 700 }), caller()];
    expect(await codeOf(api.json(one, '/first'))).toBe('answered');
    expect(await codeOf(api.json(one, '/second'))).toBe('DEADLINE_EXCEEDED');
    expect(await codeOf(api.json(caller(), '/of-another-call'))).toBe('answered');
  });
});

describe('the breaker', () => {
  test('opens after failures in a row, refuses at once with Retry-After, and closes when one try succeeds', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    let mode: 'down' | 'up' = 'down';
    server.answer((_request, response) => (mode === 'down' ? json(response, {}, 503) : json(response, { up: true })));
    const api = apiWith({ breaker: { failures: 3, pause: 20_000 } });
    for (let count = 0; count < 3; count++) expect(await codeOf(api.json(caller(), '/x'))).toBe('SERVICE_UNAVAILABLE');
    expect(server.received).toHaveLength(3);
    vi.setSystemTime(5_000);
    const refused = await failureIn(api.json(caller(), '/x'));
    expect([refused.code, refused.headers]).toEqual(['SERVICE_UNAVAILABLE', { 'retry-after': '15' }]);
    expect(server.received).toHaveLength(3);

    vi.setSystemTime(20_000);
    const asked = await Promise.all(Array.from({ length: 5 }, () => codeOf(api.json(caller(), '/x'))));
    expect(asked).toEqual(Array.from({ length: 5 }, () => 'SERVICE_UNAVAILABLE'));
    expect(server.received).toHaveLength(4);

    mode = 'up';
    vi.setSystemTime(40_000);
    expect(await api.json(caller(), '/x')).toEqual({ up: true });
    expect(await Promise.all(Array.from({ length: 5 }, () => codeOf(api.json(caller(), '/x'))))).not.toContain(
      'SERVICE_UNAVAILABLE',
    );
  });

  test('is not opened by answers about the record or the user, nor by one failure among successes', async () => {
    const statuses = [404, 404, 401, 403, 429, 500, 200, 500, 200, 500, 404, 500];
    server.answer((_request, response) => json(response, {}, statuses[server.received.length - 1]));
    const api = apiWith({ breaker: { failures: 2, pause: 60_000 } });
    for (const status of statuses) expect((await api.fetch(caller(), '/x')).status).toBe(status);
  });

  test('counts a back end that does not answer in time', async () => {
    server.answer(() => {});
    const api = apiWith({ share: 50, breaker: { failures: 2, pause: 60_000 } });
    for (const code of ['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED', 'SERVICE_UNAVAILABLE']) {
      expect(await codeOf(api.json(caller(), '/x'))).toBe(code);
    }
  });

  test('refuses what is more than it may hold, without a count of failures', async () => {
    const waiting: (() => void)[] = [];
    server.answer((_request, response) => void waiting.push(() => json(response, {})));
    const api = apiWith({ breaker: { failures: 1, pause: 60_000, atOnce: 2, waiting: 1 } });
    const asked = Array.from({ length: 6 }, () => codeOf(api.json(caller(), '/x')));
    expect((await Promise.all(asked.slice(3))).sort()).toEqual(Array.from({ length: 3 }, () => 'SERVICE_UNAVAILABLE'));
    while (waiting.length < 2) await new Promise(setImmediate);
    server.answer((_request, response) => json(response, {}));
    for (const go of waiting) go();
    expect(await Promise.all(asked.slice(0, 3))).toEqual(['answered', 'answered', 'answered']);
  });
});

test('check tells whether it is up, without the breaker and without a token', async () => {
  const api = apiWith({ token: callersToken });
  server.answer((_request, response) => json(response, {}));
  await api.check('/health');
  expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  server.answer((_request, response) => json(response, {}, 503));
  await expect(api.check('/health')).rejects.toThrow('503');
});
