/** The host's engine against odd connectors, each given the diagnosis that it deserves. */
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { chooseAction } from '../src/host/engine/choose-action.ts';
import { type Invocation, invoke } from '../src/host/engine/invoke.ts';
import { baseUrlOf } from '../src/host/engine/prepare-call.ts';
import { curlOf, type RequestView, type Trace } from '../src/host/engine/trace.ts';
import { readPackage } from '../src/package/connector-package.ts';
import { readText } from '../src/package/text-file.ts';
import { oddServers } from './servers/odd-servers.ts';
import { goodConnector, goodRecord, json, listenPlain, type PlainServer } from './servers/plain-connector.ts';

interface Renamable {
  readonly definitions: {
    readonly EmailSummaryRequest: {
      readonly properties: { readonly resourceData: { readonly properties: Record<string, unknown> } };
    };
  };
}

const connector = await readPackage(join(import.meta.dirname, '../contoso-hub/package'));
const discovery = discover(connector);
const running: PlainServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

async function start(respond: Parameters<typeof listenPlain>[0]): Promise<PlainServer> {
  const server = await listenPlain(respond);
  running.push(server);
  return server;
}

const call = (address: string, changes: Partial<Invocation> = {}) =>
  invoke({
    connector,
    wanted: 'record-details',
    action: chooseAction(discovery, 'record-details'),
    values: { recordType: 'opportunity', recordId: 'x', top: 10, skip: 0 },
    language: 'fr-FR',
    baseUrl: address,
    timeoutMs: 400,
    ...changes,
  });

test.each(Object.entries(oddServers))('%s', async (_name, { respond, outcome, rule, shown, explains }) => {
  const trace = await call((await start(respond)).address);
  expect([trace.outcome, trace.items.length]).toEqual([outcome, shown]);
  if (rule) expect(trace.findings.map((finding) => finding.rule)).toContain(rule);
  else expect(trace.findings).toEqual([]);
  if (explains) expect(trace.explanation).toMatch(explains);
  if (outcome === 'timeout' || outcome === 'reset') expect(trace.response?.status).toBeNull();
});

test('while its program has failed, what answers at its address is not asked', async () => {
  let calls = 0;
  const other = await start((_request, response) => {
    calls++;
    json(response, { value: [] });
  });
  const trace = await call(other.address, { isDown: true });
  expect([trace.outcome, calls]).toEqual(['unreachable', 0]);
});

describe('what is sent', () => {
  test('has the definition’s own names within objects; traced in the host’s, so that it can be sent again', async () => {
    const definition = structuredClone(connector.definition.value) as Renamable;
    const { properties } = definition.definitions.EmailSummaryRequest.properties.resourceData;
    properties.mailTopic = properties.subject;
    delete properties.subject;
    const renamed = discover({ ...connector, definition: { ...connector.definition, value: definition } });
    const action = chooseAction(renamed, 'email-summary');
    const server = await start((_request, response) => json(response, { value: [{ insight: 'Read.' }] }));
    const values = { resourceType: 'email-thread', resourceData: { subject: 'Contract', plaintextBody: 'Hello' } };
    const first = await call(server.address, { wanted: 'email-summary', action, values });
    const again = Object.fromEntries(first.values.map(({ input, value }) => [input, value]));
    await call(server.address, { wanted: 'email-summary', action, values: again });
    const [sent, resent] = server.received.map(({ body }) => JSON.parse(body));
    expect(sent.resourceData.mailTopic).toBe('Contract');
    expect(resent).toEqual(sent);
  });

  test('goes to the parameters that the descriptions name, with the headers of the host', async () => {
    const server = await start(goodConnector);
    const trace = await call(server.address, { token: 'secret-token-of-the-user', headers: { 'X-Own': 'yes' } });
    const url = server.received[0]?.url;
    const headers: Record<string, unknown> = server.received[0]?.headers ?? {};
    expect(url).toBe('/api/enhanceskills/related-records?recordType=opportunity&recordId=x&top=10&skip=0');
    expect(headers).toMatchObject({
      'accept-language': 'fr-FR',
      'x-ms-user-agent': 'sales-copilot',
      'x-own': 'yes',
      authorization: 'Bearer secret-token-of-the-user',
    });
    expect(headers['x-ms-client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(trace)).not.toContain('secret-token');
    expect(curlOf(trace.request as RequestView)).toMatch(/-H "authorization: Bearer \$TOKEN"/);
  });

  test('is not shown where a connector sends the token back', async () => {
    const token = 'secret-token-of-the-user';
    const server = await start((request, response) =>
      json(response, { value: [], echo: request.headers }, 200, { 'x-echo': String(request.headers.authorization) }),
    );
    expect(JSON.stringify(await call(server.address, { token }))).not.toContain(token);
  });

  test('is sent again once after a 401 with another token, within the same five seconds', async () => {
    const server = await start((request, response, body) => {
      if (request.headers.authorization !== 'Bearer fresh')
        return json(response, { errorCode: 'INVALID_TOKEN_SPECIFIED' }, 401);
      return goodConnector(request, response, body);
    });
    const trace = await call(server.address, { token: 'stale', renewToken: async () => 'fresh' });
    expect([trace.outcome, server.received.length]).toEqual(['shown', 2]);
    const refused = await call(server.address, { token: 'stale', renewToken: async () => undefined });
    expect([refused.outcome, server.received.length]).toEqual(['error-answer', 3]);
  });

  test('is nothing where the action would not be invoked, and the reason is told', async () => {
    const server = await start(goodConnector);
    const action = chooseAction(discovery, 'record-details');
    const reasons = [{ code: 'wrong-method' as const, message: 'The method is PUT.', pointer: '' }];
    const trace = await call(server.address, { action: action && { ...action, invocable: false, reasons } });
    expect([trace.outcome, trace.request, server.received.length]).toEqual(['not-invocable', null, 0]);
    expect(trace.explanation).toMatch(/The method is PUT/);
  });

  test('is nothing where the gateway would rewrite the call, unless its address is given', async () => {
    const server = await start(goodConnector);
    const scripted = { ...connector, script: readText('script.csx', new Uint8Array()) };
    const { baseUrl: _address, ...unaddressed } = { baseUrl: server.address };
    const trace = await call(server.address, { connector: scripted, baseUrl: undefined, ...unaddressed });
    expect([trace.outcome, server.received.length]).toEqual(['rewritten-by-gateway', 0]);
    expect((await call(server.address, { connector: scripted })).outcome).toBe('shown');
  });

  test('is an example where there is no back end yet', async () => {
    const trace = await call('http://127.0.0.1:9', { isMock: true });
    expect([trace.outcome, trace.isMock]).toEqual(['shown', true]);
  });

  test('to an address where nothing listens is told so', async () => {
    const trace = await call('http://127.0.0.1:9');
    expect([trace.outcome, trace.response?.status]).toEqual(['unreachable', null]);
  });
});

describe('a value that is missing', () => {
  const withoutValues = (wanted: string, values = {}) =>
    call('http://127.0.0.1:9', { wanted, action: chooseAction(discovery, wanted), values });

  test.each([
    ['record-details', /^No record is open .*recordType and recordId have no value/],
    ['email-summary', /^No mail is open, so resourceData has no value/],
    ['ChatAboutKeyStakeholders', /requires accountName/],
  ])('of %s is named, and nothing is sent', async (wanted, words) => {
    const trace = await withoutValues(wanted);
    expect([trace.outcome, trace.request, trace.explanation]).toEqual([
      'missing-input',
      null,
      expect.stringMatching(words),
    ]);
  });

  test('counts where it was given as an input', async () => {
    expect((await withoutValues('record-details', { recordType: '', recordId: 'x' })).outcome).toBe('unreachable');
    expect((await withoutValues('ChatAboutKeyStakeholders', { accountname: 'x' })).outcome).toBe('unreachable');
  });

  test('is no call for the gateway to count', async () => {
    let asked = 0;
    const throttle = () => ++asked;
    await call('http://127.0.0.1:9', { values: {}, throttle });
    expect(asked).toBe(0);
    expect((await call('http://127.0.0.1:9', { throttle })).outcome).toBe('throttled-by-gateway');
  });
});

describe('secrets of the user’s own headers', () => {
  const headers = {
    'X-API-Key': 'k3y-of-the-user',
    'X-Session-Token': 'abc',
    Cookie: 'sid=s3cret-cookie',
    'X-Own': 'yes',
  };

  test('are sent and not shown, nor where the connector sends them back', async () => {
    const server = await start((request, response) =>
      json(response, { errorCode: 'X', errorMessage: `No ${request.headers['x-api-key']}` }, 400, {
        'x-echo': String(request.headers.cookie),
      }),
    );
    const trace = await call(server.address, { headers });
    expect(server.received[0]?.headers).toMatchObject({ 'x-api-key': 'k3y-of-the-user', cookie: 'sid=s3cret-cookie' });
    expect(JSON.stringify(trace)).not.toMatch(/k3y-of|s3cret-cookie|"abc"/);
    expect(trace.request?.headers).toMatchObject({
      'x-api-key': '[masked]',
      'x-session-token': '[masked]',
      'x-own': 'yes',
    });
    expect(curlOf(trace.request as RequestView)).toMatch(/-H "x-api-key: \$X_API_KEY"/);
  });

  test('are not shown in items', async () => {
    const server = await start((request, response) =>
      json(response, { value: [{ ...goodRecord, recordTitle: `Key ${request.headers['x-api-key']}` }] }),
    );
    expect((await call(server.address, { headers })).items[0]?.recordTitle).toBe('Key [masked]');
  });
});

describe('more items than were asked for', () => {
  const many = () => start((_request, response) => json(response, { value: Array(5000).fill(goodRecord) }));
  const bodyOf = (trace: Trace) => (trace.response?.body as { value: unknown[] } | undefined)?.value ?? [];

  test('are counted, and neither shown nor kept', async () => {
    const trace = await call((await many()).address, { timeoutMs: 2000 });
    expect([trace.items.length, bodyOf(trace).length, trace.response?.leftOut]).toEqual([10, 10, 4990]);
    expect(trace.findings).toEqual([
      expect.objectContaining({
        rule: 'answer-more-than-asked',
        message: expect.stringMatching(/^10 were asked for, 5000 came: heed top\. .* 4990 /),
      }),
    ]);
  });

  test('are those beyond the host’s own maximum where no top was sent, of chat skills as well', async () => {
    const values = { recordType: 'opportunity', recordId: 'x' };
    const trace = await call((await many()).address, { timeoutMs: 2000, values });
    expect([trace.items.length, bodyOf(trace).length, trace.response?.leftOut]).toEqual([100, 100, 4900]);
    const skill = { action: chooseAction(discovery, 'ChatAboutKeyStakeholders'), values: { accountName: 'x' } };
    const chat = await call((await many()).address, { timeoutMs: 2000, ...skill });
    expect([chat.items.length, bodyOf(chat).length]).toEqual([10, 100]);
  });
});

test.each([
  ['record-details', 'Contact', true],
  ['record-details', 'account', false],
  ['opportunity-insights', 'account', true],
  ['opportunity-insights', 'opportunity', false],
  ['record-summary', 'contact', false],
])('that %s is shown for no record of type %s is told: %s', async (wanted, recordType, isTold) => {
  const values = { recordType, recordId: 'x', top: 10, skip: 0 };
  const { findings } = await call('http://127.0.0.1:9', { wanted, action: chooseAction(discovery, wanted), values });
  expect(findings.some(({ rule }) => rule === 'record-type-not-shown')).toBe(isTold);
});

describe('a form', () => {
  const skillWith = (consumes: readonly string[]) => {
    const action = chooseAction(discovery, 'ChatAboutKeyStakeholders') as NonNullable<ReturnType<typeof chooseAction>>;
    const inputs = action.operation.inputs.map((input) => ({ ...input, in: 'formData' as const }));
    return { ...action, operation: { ...action.operation, method: 'POST', inputs, consumes } };
  };
  const sent = async (consumes: readonly string[]) => {
    const server = await start((_request, response) => json(response, { adaptiveCards: [] }));
    const values = { accountName: 'Fourth & Co' };
    await call(server.address, { action: skillWith(consumes), values, isConfirmed: true });
    return server.received[0];
  };

  test('of a chat skill that is not GET is not sent unconfirmed, nor counted by the gateway', async () => {
    const server = await start(goodConnector);
    let asked = 0;
    const throttle = () => void asked++;
    const trace = await call(server.address, { action: skillWith([]), values: { accountName: 'x' }, throttle });
    expect([trace.outcome, server.received, asked]).toEqual(['not-confirmed', [], 0]);
  });

  test('is sent as the definition takes it', async () => {
    for (const consumes of [[], ['application/x-www-form-urlencoded', 'multipart/form-data']]) {
      const received = await sent(consumes);
      expect(received?.headers['content-type']).toBe('application/x-www-form-urlencoded');
      expect(received?.body).toBe('accountName=Fourth+%26+Co');
    }
    const multipart = await sent(['multipart/form-data']);
    const body = await new Response(multipart?.body, {
      headers: { 'content-type': multipart?.headers['content-type'] ?? '' },
    }).formData();
    expect(Object.fromEntries(body)).toEqual({ accountName: 'Fourth & Co' });
  });
});

test('an action that is switched off is told so', async () => {
  const trace = await call('http://127.0.0.1:9', { isSwitchedOff: true });
  expect([trace.outcome, trace.action?.operationId]).toEqual(['switched-off', 'scp-get-related-records']);
  expect(trace.explanation).toMatch(/switched off by the administrator/);
});

test('a required input that the point has not is explained once', async () => {
  const definition = structuredClone(connector.definition.value) as {
    paths: Record<string, { get: { parameters: object[] } }>;
  };
  definition.paths['/api/enhanceskills/related-records']?.get.parameters.push({
    name: 'region',
    in: 'query',
    type: 'string',
    required: true,
  });
  const changed = discover({ ...connector, definition: { ...connector.definition, value: definition } });
  const trace = await call('http://127.0.0.1:9', { action: chooseAction(changed, 'record-details') });
  expect([trace.outcome, trace.explanation]).toEqual([
    'not-invocable',
    'The host would not invoke this action and shows an internal error: region is required, and the extension point has no such input, so the host has no value for it (G5).',
  ]);
});

test('an operation that is no action says why', async () => {
  const trace = await call('http://127.0.0.1:9', { action: chooseAction(discovery, 'TestConnection') });
  expect([trace.outcome, trace.action?.reasons.map(({ code }) => code)]).toEqual([
    'not-invocable',
    ['no-extension-point'],
  ]);
  expect(trace.explanation).toMatch(/no chat skill \(its x-ms-visibility is internal\)/);
});

test.each([
  ['http://127.0.0.1:8080/swagger.json', {}, 'http://127.0.0.1:8080'],
  ['http://127.0.0.1:8080/swagger.json', { host: 'api.example.com', basePath: '/v1' }, 'http://api.example.com/v1'],
  ['http://127.0.0.1:8080/swagger.json', { schemes: ['https'] }, 'https://127.0.0.1:8080'],
  ['my-package', { host: 'api.example.com' }, 'https://api.example.com'],
  ['api.yaml', { openapi: '3.1.0', servers: [{ url: 'https://api.acme.com/v1/' }] }, 'https://api.acme.com/v1'],
  ['http://127.0.0.1:3000/api.yaml', { openapi: '3.1.0', servers: [{ url: '/v1' }] }, 'http://127.0.0.1:3000/v1'],
])('the address of a definition at %s with %j is %s', (location, value, address) => {
  const given = { ...connector, location, definition: { ...connector.definition, value } };
  expect(baseUrlOf({ connector: given })).toBe(address);
});

describe('faults on purpose', () => {
  test.each([
    [{ addedLatency: 1000 }, 'timeout'],
    [{ slowFirstByte: 1000 }, 'timeout'],
    [{ addedLatency: 50 }, 'shown'],
    [{ errorCode: 'RECORD_NOT_FOUND' }, 'error-answer'],
    [{ throttled: true }, 'error-answer'],
    [{ malformedJson: true }, 'unreadable-answer'],
    [{ missingProperty: true }, 'unreadable-answer'],
    [{ missingProperty: 'url' }, 'shown'],
    [{ connectionReset: true }, 'reset'],
  ])('%j gives %s', async (faults, outcome) => {
    const server = await start(goodConnector);
    expect((await call(server.address, { faults })).outcome).toBe(outcome);
  });

  test.each([
    [{ errorCode: 'RECORD_NOT_FOUND' }, 'error-answer', /404 RECORD_NOT_FOUND/],
    [{ expiredToken: true }, 'error-answer', /401 INVALID_TOKEN_SPECIFIED/],
    [{ missingProperty: 'recordTitle' }, 'unreadable-answer', /recordTitle is missing/],
    [{ malformedJson: true }, 'unreadable-answer', /no JSON/],
    [{ connectionReset: true }, 'reset', /on purpose/],
    [{ addedLatency: 1000 }, 'timeout', /on purpose/],
  ])('%j is played on an example answer', async (faults, outcome, words) => {
    const trace = await call('http://127.0.0.1:9', { isMock: true, faults });
    expect([trace.outcome, trace.explanation]).toEqual([outcome, expect.stringMatching(words)]);
  });

  test('an expired token is sent in place of the good one', async () => {
    const server = await start(goodConnector);
    await call(server.address, { token: 'good', faults: { expiredToken: true } });
    expect(server.received[0]?.headers.authorization).not.toContain('good');
  });
});

describe('calls of several connectors', () => {
  test('do not wait for each other', async () => {
    const [good, hanging] = await Promise.all([start(goodConnector), start(() => new Promise(() => {}))]);
    const order: string[] = [];
    await Promise.all([
      call(hanging.address).then(() => order.push('hanging')),
      call(good.address).then(() => order.push('good')),
    ]);
    expect(order).toEqual(['good', 'hanging']);
  });
});
