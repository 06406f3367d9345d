import { afterEach, describe, expect, test } from 'vitest';
import { limits } from '../contract/contract.ts';
import { exampleConnector, paths } from './example-connector.ts';
import { createService, listen, type Service, type ServiceOptions } from './service.ts';

const running: Service[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()));
});

async function start(options: ServiceOptions = {}, connector = exampleConnector({ budget: 200 })) {
  const lines: string[] = [];
  const app = await createService(connector, { logTo: { write: (line) => lines.push(line) }, ...options });
  running.push(app);
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { app, connector, logged };
}

const record = (recordId: string) => ({
  method: 'GET' as const,
  url: `${paths.records}?recordType=opportunity&recordId=${recordId}`,
});
const mail = (payload: string | object, headers: Record<string, string> = { 'content-type': 'application/json' }) => ({
  method: 'POST' as const,
  url: paths.mail,
  headers,
  payload,
});

describe('failures have the documented body', () => {
  test.each([
    ['an unknown path', { method: 'GET' as const, url: '/nowhere' }, 404, 'PATH_NOT_FOUND'],
    ['another method', { method: 'DELETE' as const, url: paths.records }, 405, 'METHOD_NOT_ALLOWED'],
    ['an address that is no URL', { method: 'GET' as const, url: '/%zz' }, 400, 'BAD_REQUEST'],
    ['an address that is too long', record('x'.repeat(9000)), 414, 'URI_TOO_LONG'],
    ['a missing parameter', { method: 'GET' as const, url: paths.records }, 400, 'MISSING_PARAMETER'],
    [
      'a parameter of the wrong type',
      { method: 'GET' as const, url: `${record('x').url}&top=many` },
      400,
      'INVALID_PARAMETER',
    ],
    ['no body', { method: 'POST' as const, url: paths.mail }, 400, 'EMPTY_BODY'],
    ['an empty body', mail(''), 400, 'EMPTY_BODY'],
    ['a blank body', mail(' \n'), 400, 'EMPTY_BODY'],
    ['a body of null', mail('null'), 400, 'EMPTY_BODY'],
    ['a body that is no object', mail('[1]'), 400, 'INVALID_PARAMETER'],
    ['a body that is no JSON', mail('{"a":'), 400, 'MALFORMED_JSON'],
    ['a body that is not UTF-8', mail(Buffer.from([0x7b, 0xff, 0x7d])), 400, 'MALFORMED_JSON'],
    ['a prototype key', mail('{"__proto__":{"x":1}}'), 400, 'MALFORMED_JSON'],
    ['a constructor key', mail('{"constructor":{"prototype":{"x":1}}}'), 400, 'MALFORMED_JSON'],
    [
      'another media type',
      mail('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a compressed body',
      mail('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['an error of the handler', record('unknown'), 404, 'RECORD_NOT_FOUND'],
    ['a bug in the handler', record('bug'), 500, 'INTERNAL_SERVER_ERROR'],
    ['an item without a required property (G7)', record('incomplete'), 500, 'INTERNAL_SERVER_ERROR'],
    ['a handler that takes too long', record('slow'), 504, 'DEADLINE_EXCEEDED'],
    ['a handler that does not heed the signal', record('stubborn'), 504, 'DEADLINE_EXCEEDED'],
  ])('%s', async (_case, request, status, errorCode) => {
    const { app } = await start();
    const response = await app.inject({
      ...request,
      headers: { ...('headers' in request && request.headers), 'x-ms-client-request-id': 'id-1' },
    });
    expect(response.statusCode).toBe(status);
    const { errorMessage, ...body } = response.json();
    expect(body).toMatchObject({ errorCode, activityId: 'id-1' });
    expect(errorMessage).toMatch(/\.$/);
    expect(Object.keys(body).every((name) => ['errorCode', 'activityId', 'details'].includes(name))).toBe(true);
    expect(response.body).not.toContain('secret');
    expect(response.headers['content-type']).toMatch('application/json');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('405 names the methods that are allowed', async () => {
    const { app } = await start();
    expect((await app.inject({ method: 'POST', url: paths.records })).headers.allow).toBe('GET');
  });

  test.each([undefined, 'a b', 'line\nbreak', 'x'.repeat(200), ''])(
    'the activity id is ours where the header is %j',
    async (id) => {
      const { app } = await start();
      const headers = id === undefined ? {} : { 'x-ms-client-request-id': id };
      const { activityId } = (await app.inject({ method: 'GET', url: '/nowhere', headers })).json();
      expect(activityId).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

test('while the event loop is late, calls are refused with the time to wait; health is told all the same', async () => {
  const { app } = await start({ shedAt: 20 });
  const status = async () => (await app.inject(record('x'))).statusCode;
  expect(await status()).toBe(200);
  const lateUntil = performance.now() + 1200;
  while (performance.now() < lateUntil) {
    const turn = performance.now() + 60;
    while (performance.now() < turn);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const refused = await app.inject(record('x'));
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
  expect(refused.json()).toMatchObject({ errorCode: 'SERVICE_UNAVAILABLE', activityId: expect.any(String) });
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  await expect.poll(status, { timeout: 3000 }).toBe(200);
});

describe('the log', () => {
  test('has the stack of a bug, with the request id', async () => {
    const { app, logged } = await start();
    await app.inject({ ...record('bug'), headers: { 'x-ms-client-request-id': 'id-1' } });
    const error = logged().find((line) => line.err);
    expect(error).toMatchObject({
      requestId: 'id-1',
      level: 50,
      err: { stack: expect.stringContaining('A secret of the implementation') },
    });
  });

  test('has a line an answer, without query, token, body or address', async () => {
    const { app, logged } = await start();
    await app.inject({ ...record('secret-id'), headers: { authorization: 'Bearer secret-token' } });
    await app.inject(mail({ resourceData: { subject: 'secret-subject', from: 'secret@example.com' } }));
    const answered = logged().filter((line) => line.msg === 'answered');
    expect(answered).toMatchObject([
      { route: paths.records, operationId: 'scp-get-related-activities', status: 200 },
      { route: paths.mail, operationId: 'scp-get-email-insights-v2', status: 200 },
    ]);
    expect(JSON.stringify(logged())).not.toContain('secret');
  });

  test('has lines of our own making only, whatever headers and addresses hold', async () => {
    const lines: string[] = [];
    const connector = exampleConnector();
    const app = await createService(connector, { logLevel: 'trace', logTo: { write: (line) => lines.push(line) } });
    running.push(app);
    const forged = 'x"}\n{"level":60,"msg":"forged"}\r\nset-cookie: forged=1\u001b[2J\u2028forged';
    const names = [
      'x-ms-client-request-id',
      'x-ms-user-agent',
      'user-agent',
      'accept-language',
      'accept',
      'authorization',
      'cookie',
      'referer',
      'traceparent',
      'tracestate',
      'x-forwarded-for',
      'forwarded',
      'expect',
      'content-encoding',
    ];
    const urls = [paths.records, '/nowhere', `/${encodeURIComponent(forged)}`, `${paths.records}/../${forged}`];
    for (const name of names) {
      const headers = { [name]: forged };
      const query = { recordType: forged, recordId: forged };
      const answers = await Promise.all([
        ...urls.map((url) => app.inject({ url, query, headers })),
        app.inject({ method: 'POST', url: paths.mail, headers, payload: { resourceData: { subject: forged } } }),
      ]);
      for (const { headers: sent } of answers) expect(JSON.stringify(sent)).not.toContain('forged');
    }
    expect(lines.length).toBeGreaterThan(names.length);
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(JSON.parse(line).msg).not.toContain('forged');
      expect(line).not.toContain('forged');
    }
  });

  test('tells of a late answer that was discarded', async () => {
    const { app, logged } = await start();
    await app.inject(record('stubborn'));
    await expect.poll(() => logged().map((line) => line.msg)).toContain('A late answer was discarded.');
  });
});

describe('an answer', () => {
  test('names its language, its request, and is not to be stored', async () => {
    const { app } = await start();
    const headers = { 'accept-language': 'fr-CA,en;q=0.1', 'x-ms-client-request-id': 'id-1' };
    const response = await app.inject({ ...record('who'), headers });
    expect(response.headers).toMatchObject({
      'content-language': 'fr',
      'x-ms-client-request-id': 'id-1',
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(response.json().value[0].additionalProperties).toEqual({ language: 'fr', clientRequestId: 'id-1' });
  });

  test('to the connection test needs no input', async () => {
    const { app } = await start();
    const response = await app.inject('/diagnostics/testconnection');
    expect([response.statusCode, response.json()]).toEqual([200, { message: 'The connection to Example works.' }]);
  });
});

describe('the throttle', () => {
  test('refuses what exceeds it with the documented body and Retry-After', async () => {
    const { app } = await start({ throttle: { calls: 2, seconds: 60 } });
    const answers = [];
    for (let call = 0; call < 3; call++) answers.push(await app.inject(record('x')));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 429]);
    expect(answers[2]?.json()).toMatchObject({ errorCode: 'REQUEST_THROTTLED' });
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('is each connection its own', async () => {
    let user = 0;
    const auth = { open: true, identify: () => ({ tenant: 't', user: String(user++ % 2), client: 'c' }) };
    const { app } = await start({ throttle: { calls: 1, seconds: 60 } }, exampleConnector({ auth }));
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await app.inject(record('x'))).statusCode);
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  test('spares health, index and definition', async () => {
    const { app } = await start({ throttle: { calls: 1, seconds: 60 } });
    for (const url of ['/', '/apiDefinition.swagger.json', '/health/live', '/health/ready', '/health/live']) {
      expect((await app.inject(url)).statusCode, url).toBe(200);
    }
  });
});

describe('public routes', () => {
  test('the index names the actions and links the definition, as JSON and as a page', async () => {
    const { app } = await start();
    const index = (await app.inject('/')).json();
    expect(index.actions.map((action: { path: string }) => action.path).sort()).toEqual([paths.mail, paths.records]);
    expect((await app.inject(index.definition)).json().swagger).toBe('2.0');
    const page = await app.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(page.headers['content-type']).toMatch('text/html');
    expect(page.body).toContain(index.definition);
  });

  test.each([
    [{}, { host: 'sales.example.com:8443' }, 'sales.example.com:8443', 'http'],
    [{ publicUrl: 'https://hub.example.com' }, { host: 'internal' }, 'hub.example.com', 'https'],
  ])('the definition has the right host', async (options, headers, host, scheme) => {
    const { app } = await start(options);
    const definition = (await app.inject({ url: '/apiDefinition.swagger.json', headers })).json();
    expect([definition.host, definition.schemes]).toEqual([host, [scheme]]);
  });

  test('readiness follows the connector', async () => {
    const away = exampleConnector({
      ready: async () => {
        throw new Error('The store is away.');
      },
    });
    const { app } = await start({}, away);
    const response = await app.inject('/health/ready');
    expect([response.statusCode, response.json().errorCode]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect((await app.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('listening', () => {
  test('without authentication is refused but on loopback', async () => {
    const { app, connector } = await start();
    await expect(listen(app, connector, { host: '0.0.0.0', port: 0 })).rejects.toMatchObject({
      code: 'USAGE',
      message: /--auth/,
    });
  });

  test.each([
    [{ host: 'evil.example.com' }, 403],
    [{ host: 'localhost:8080', 'x-forwarded-host': 'abc-8080.euw.devtunnels.ms' }, 403],
    [{ host: 'localhost:8080', 'x-forwarded-host': 'localhost:8080' }, 200],
  ])('without authentication nobody is let in from elsewhere: %j', async (headers, status) => {
    const { app } = await start();
    expect((await app.inject({ ...record('x'), headers })).statusCode).toBe(status);
  });

  test('at a taken port says so', async () => {
    const first = await start();
    const address = await listen(first.app, first.connector, { host: '127.0.0.1', port: 0 });
    const second = await start();
    const port = Number(new URL(address).port);
    await expect(listen(second.app, second.connector, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'USAGE',
      message: /taken/,
    });
  });
});

describe('shutting down', () => {
  test('answers what was begun and takes nothing new', async () => {
    const { app, connector } = await start();
    const address = await listen(app, connector, { host: '127.0.0.1', port: 0 });
    const begun = fetch(`${address}${record('moment').url}`);
    await fetch(`${address}/health/live`);
    const closed = app.close();
    expect((await begun).status).toBe(200);
    await closed;
    await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  });
});

test('the body limit is the one of the gateway', async () => {
  const { app } = await start();
  const body = (bytes: number) => {
    const frame = JSON.stringify({ resourceData: { subject: 'Hi', plaintextBody: '' } });
    return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
  };
  expect((await app.inject(mail(body(limits.bodyBytes)))).statusCode).toBe(200);
  const refused = await app.inject(mail(body(limits.bodyBytes + 1)));
  expect([refused.statusCode, refused.json().errorCode]).toEqual([413, 'BODY_TOO_LARGE']);
});
