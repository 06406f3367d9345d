/** The host's HTTP API at its edges: what is refused, and in what words; packages that were dropped; the seller's world. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hubPackage, type Json, type RunningHost, startHost } from './running-host.ts';
import { ordersDefinition } from './servers/orders.ts';
import { goodConnector, listenPlain, type PlainServer } from './servers/plain-connector.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
const definition = readFileSync(join(hubPackage, 'apiDefinition.swagger.json'), 'utf8');
let host: RunningHost;
let good: PlainServer;
beforeAll(async () => {
  [host, good] = await Promise.all([startHost(), listenPlain(goodConnector)]);
  await host.served.host.add({ location: hubPackage, url: good.address });
});
afterAll(async () => {
  await Promise.all([host.close(), good.close()]);
  rmSync(folder, { recursive: true });
});

const refused = (code: string, words: RegExp) => ({ code, message: expect.stringMatching(words) });

describe('a body', () => {
  test.each([
    ['a list', [], /a JSON object \{ \} is expected, not a list/],
    ['a text', '"x"', /not a string/],
    ['null', 'null', /not null/],
    ['malformed JSON', '{\n "a": 1,\n}', /The body:2:8: A comma stands before the closing bracket/],
  ])('that is %s is refused on every route that takes one', async (_what, body, words) => {
    for (const [method, path] of [
      ['POST', '/api/connectors'],
      ['POST', '/api/world/mails'],
      ['PUT', '/api/connectors/contoso-hub/faults'],
      ['PUT', '/api/profile'],
      ['POST', '/api/surfaces/record-details'],
    ] as const)
      expect(await host.send(method, path, body)).toEqual([400, refused('INVALID_ARGUMENT', words)]);
  });

  test('that is too large or no JSON is refused in our own words', async () => {
    const large = { definition: 'x'.repeat(5_000_001) };
    expect(await host.send('POST', '/api/connectors', large)).toEqual([413, refused('TOO_LARGE', /5,000,000 bytes/)]);
    const plain = { 'content-type': 'text/plain' };
    expect(await host.send('POST', '/api/calls', '{}', plain)).toEqual([
      415,
      refused('UNSUPPORTED_MEDIA_TYPE', /application\/json/),
    ]);
    expect(await host.send('GET', '/api/connectors/%zz/icon')).toEqual([400, refused('INVALID_ARGUMENT', /./)]);
  });
});

describe('a package', () => {
  test.each([
    ['nowhere', { location: '/nowhere' }, 'PACKAGE_UNREADABLE', /is not there/],
    ['at an address that is none', { location: 'http://' }, 'PACKAGE_UNREADABLE', /Give|running/],
    ['without anything', {}, 'INVALID_ARGUMENT', /Either location .* or definition/],
    ['twice', { location: 'x', definition: '{}' }, 'INVALID_ARGUMENT', /Either location/],
    ['without text', { definition: '  ' }, 'INVALID_ARGUMENT', /definition: a text/],
    ['with a path for a name', { definition: '{}', name: '../x' }, 'INVALID_ARGUMENT', /name: the name of a file/],
    ['with a mistyped setting', { location: 'x', isMok: true }, 'INVALID_ARGUMENT', /Did you mean isMock/],
    ['with another address', { location: 'x', url: 'localhost' }, 'INVALID_ARGUMENT', /url: an address is expected/],
    ['with a query', { location: 'x', url: 'http://a/?b' }, 'INVALID_ARGUMENT', /without query/],
    ['with a fragment', { location: 'x', url: 'http://a/#b' }, 'INVALID_ARGUMENT', /fragment/],
    ['with a password', { location: 'x', url: 'http://me:secret@a' }, 'INVALID_ARGUMENT', /without user name.*me:…@a/],
    ['with a header of no name', { location: 'x', headers: { 'a b': '1' } }, 'INVALID_ARGUMENT', /no name of a header/],
    ['with a broken header', { location: 'x', headers: { a: '1\r\n2' } }, 'INVALID_ARGUMENT', /HTTP cannot carry/],
    ['with a header of HTTP', { location: 'x', headers: { Host: 'a' } }, 'INVALID_ARGUMENT', /set by HTTP itself/],
  ])('%s is refused', async (_what, body, code, words) => {
    expect(await host.send('POST', '/api/connectors', body)).toEqual([400, refused(code, words)]);
  });

  test('whose definition is a folder is refused in words', async () => {
    mkdirSync(join(folder, 'odd', 'apiDefinition.swagger.json'), { recursive: true });
    const answer = await host.send('POST', '/api/connectors', { location: join(folder, 'odd') });
    expect(answer).toEqual([400, refused('PACKAGE_UNREADABLE', /is a folder where a file is expected/)]);
  });

  test('may be dropped as the text of its definition, JSON or YAML', async () => {
    const actions = JSON.stringify({
      actions: [{ operationId: 'scp-get-related-records', description: 'Something else.' }],
    });
    const [status, dropped] = await host.send('POST', '/api/connectors', {
      definition: definition.replace('"title": "Contoso Hub"', '"title": "Dropped"'),
      name: 'mine.json',
      actions,
      url: good.address,
    });
    expect([status, dropped]).toEqual([
      201,
      expect.objectContaining({ key: 'dropped', location: 'mine.json', url: good.address, icon: null, findings: [] }),
    ]);
    const details = ({ actions: all }: Json) =>
      all.find((action: Json) => action.operationId === 'scp-get-related-records');
    expect(details(dropped).description).toBe('Something else.');
    expect((await host.send('POST', '/api/connectors/dropped/reload'))[0]).toBe(200);

    const yaml = 'swagger: "2.0"\ninfo: { title: In YAML, version: "1" }\npaths: {}\n';
    const [, inYaml] = await host.send('POST', '/api/connectors', { definition: yaml, name: 'mine.yaml' });
    expect(inYaml).toMatchObject({ title: 'In YAML', location: 'mine.yaml', findings: [] });
    const [, broken] = await host.send('POST', '/api/connectors', { definition: '{"paths": {},}' });
    expect(broken.findings[0]).toMatchObject({
      rule: 'file-trailing-comma',
      line: 1,
      file: 'apiDefinition.swagger.json',
    });
    for (const { key } of [dropped, inYaml, broken]) await host.send('DELETE', `/api/connectors/${key}`);
  });

  test('is called elsewhere, with other headers or not at all, as is said while it runs', async () => {
    const [, connector] = await host.send('POST', '/api/connectors', { location: hubPackage, isMock: true });
    const at = `/api/connectors/${connector.key}`;
    const headers = { 'X-Own': 'yes', authorization: 'Bearer secret-1' };
    const [status, changed] = await host.send('PUT', at, { url: `${good.address}/`, headers, isMock: false });
    expect([status, changed]).toEqual([
      200,
      expect.objectContaining({ url: good.address, givenUrl: good.address, isMock: false }),
    ]);
    expect(JSON.stringify(changed)).not.toContain('secret-1');
    await host.send('POST', '/api/calls', { connector: connector.key, wanted: 'record-details', record: 'lead:x' });
    expect(good.received.at(-1)?.headers).toMatchObject({ 'x-own': 'yes' });
    await host.send('PUT', at, { headers: { ...changed.headers, 'X-Own': 'again' } });
    await host.send('POST', '/api/calls', { connector: connector.key, wanted: 'record-details', record: 'lead:x' });
    expect(good.received.at(-1)?.headers).toMatchObject({ 'x-own': 'again', authorization: 'Bearer secret-1' });
    await host.send('PUT', at, { headers: { 'X-Own': 'yes' } });
    const [, back] = await host.send('PUT', at, { url: null });
    expect(back).toMatchObject({ givenUrl: null, headers: { 'X-Own': 'yes' } });
    expect(await host.send('PUT', at, { location: 'x' })).toEqual([400, refused('INVALID_ARGUMENT', /not known here/)]);
    expect((await host.send('PUT', '/api/connectors/none', {}))[0]).toBe(404);
    await host.send('DELETE', at);
  });

  test('shows its icon, if it is a picture without script', async () => {
    const response = await fetch(`${host.address}/api/connectors/contoso-hub/icon`);
    const { headers } = response;
    expect([response.status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(readFileSync(join(hubPackage, 'icon.png')));
    expect((await host.get('/api/connectors'))[0].icon).toBe('/api/connectors/contoso-hub/icon');

    writeFileSync(join(folder, 'apiDefinition.swagger.json'), definition);
    writeFileSync(join(folder, 'icon.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const [, odd] = await host.send('POST', '/api/connectors', { location: folder });
    expect(odd.icon).toBeNull();
    expect(await host.send('GET', `/api/connectors/${odd.key}/icon`)).toEqual([404, refused('NOT_FOUND', /PNG/)]);
    await host.send('DELETE', `/api/connectors/${odd.key}`);
  });

  test('has no operation of an unknown name to be switched off', async () => {
    const at = '/api/connectors/contoso-hub/actions/scp-get-related-record';
    expect(await host.send('PUT', at, { enabled: false })).toEqual([
      404,
      refused('NOT_FOUND', /Did you mean scp-get-related-records\?/),
    ]);
  });
});

test('events name the connector that is concerned, and how a call ended', async () => {
  const ending = new AbortController();
  const stream = (await fetch(`${host.address}/api/events`, { signal: ending.signal })).body?.getReader();
  let told = '';
  const until = async (words: string) => {
    const pattern = new RegExp(`${words}\\ndata: (.*)\\n\\n`);
    while (!pattern.test(told)) told += new TextDecoder().decode((await stream?.read())?.value);
    return JSON.parse(pattern.exec(told)?.[1] ?? '');
  };
  await host.send('PUT', '/api/connectors/contoso-hub/faults', {});
  expect(await until('event: connectors')).toEqual({ connector: 'contoso-hub' });
  await host.send('POST', '/api/calls', { connector: 'contoso-hub', wanted: 'record-details', record: 'lead:x' });
  expect(await until('event: call')).toEqual({
    id: expect.any(String),
    connector: 'contoso-hub',
    title: 'Contoso Hub',
    wanted: 'record-details',
    outcome: 'shown',
    durationMs: expect.any(Number),
  });
  await host.send('POST', '/api/world/records', { record: 'lead:told' });
  expect(await until('event: world')).toEqual({});
  ending.abort();
});

describe('the seller’s world', () => {
  test('has all that a page needs to choose from', async () => {
    const { sellers, records, mails, languages, crms } = await host.get('/api/world');
    expect(sellers[0]).toMatchObject({ id: 'kenny', language: 'en-US' });
    expect(records.find(({ name }: Json) => name === '50 Cafe A-100 Automatic')).toMatchObject({
      id: '50cafe00-a100-4000-8000-000000000001',
      reference: 'opportunity:50cafe00-a100-4000-8000-000000000001',
      type: 'opportunity',
      ids: { Salesforce: '0065i00000A1CaFAAV' },
      crm: { crm: 'dynamics365', type: 'Dynamics365', orgUrl: 'https://contoso.crm.dynamics.com' },
    });
    expect(mails[0]).toMatchObject({
      id: expect.any(String),
      subject: expect.any(String),
      from: expect.stringContaining('@'),
      date: expect.stringMatching(/^\d{4}-/),
      text: expect.stringMatching(/./),
    });
    expect(languages).toHaveLength(8);
    expect(languages[1]).toEqual({ tag: 'de-DE', name: 'Deutsch (Deutschland)' });
    expect(crms.map(({ crm }: Json) => crm)).toEqual(['dynamics365', 'salesforce']);
  });

  test('a record of another organization is asked for there, unless another is named', async () => {
    const crm = 'salesforce:https://mine.my.salesforce.com';
    const [status, own] = await host.send('POST', '/api/world/records', { record: 'opportunity:own-1', crm });
    expect([status, own]).toEqual([
      201,
      expect.objectContaining({ id: 'own-1', reference: 'opportunity:own-1', crm: expect.objectContaining({ crm }) }),
    ]);
    expect((await host.get('/api/world')).crms.at(-1).crm).toBe(crm);
    const asked = async (more: object) => {
      const record = own.reference;
      await host.send('POST', '/api/surfaces/record-details', { record, ...more });
      const { searchParams } = new URL(good.received.at(-1)?.url ?? '', 'http://x');
      return ['recordId', 'crmType', 'crmOrgUrl'].map((name) => searchParams.get(name));
    };
    expect(await asked({})).toEqual(['own-1', 'Salesforce', 'https://mine.my.salesforce.com']);
    expect(await asked({ crm: 'dynamics365' })).toEqual(['own-1', 'Dynamics365', 'https://contoso.crm.dynamics.com']);
  });

  test('mails of one’s own have ids of their own, as fields or as .eml', async () => {
    const add = (body: unknown) => host.send('POST', '/api/world/mails', body);
    const eml = 'From: Bo <bo@acme.com>\r\nSubject: Contract\r\nDate: Sat, 14 Mar 2026 10:00:00 +0000\r\n\r\nHello';
    const added = [
      await add({ subject: 'One' }),
      await add({ subject: 'Two', fullHtmlBody: '<p>Hi</p>' }),
      await add({ eml }),
    ];
    expect(added.map(([status]) => status)).toEqual([201, 201, 201]);
    expect(new Set(added.map(([, { id }]) => id)).size).toBe(3);
    expect(added[1]?.[1].text).toBe('Hi');
    expect(added[2]?.[1]).toMatchObject({ subject: 'Contract', from: 'bo@acme.com', date: '2026-03-14T10:00:00.000Z' });
    const { mails } = await host.get('/api/world');
    const subjects = mails.map(({ subject }: Json) => subject);
    expect([subjects.slice(0, 2), subjects.includes('Contract')]).toEqual([['Two', 'One'], true]);
  });

  test.each([
    ['nothing', {}, /at least one of subject, plaintextBody.*The fields are .*subject/],
    ['no content', { from: 'a@b.c', subject: '' }, /at least one of/],
    ['a mistyped field', { subjekt: 'x' }, /Did you mean subject/],
    ['a wrong value', { subject: 'x', to: 'a@b.c' }, /^to: a list/],
    ['a time that is none', { subject: 'x', sentDateTime: 'yesterday' }, /^sentDateTime: a time in ISO 8601/],
    ['an .eml that is none', { eml: 'x' }, /eml has no header/],
    ['an .eml that is no text', { eml: 1 }, /eml: the text/],
  ])('a mail with %s is refused', async (_what, body, words) => {
    expect(await host.send('POST', '/api/world/mails', body)).toEqual([400, refused('INVALID_ARGUMENT', words)]);
  });
});

describe('what a request asks', () => {
  const paths = ['/api/surfaces/record-details', '/api/surfaces/sales-chat', '/api/calls'];
  const asked = { connector: 'contoso-hub', wanted: 'record-details', question: 'Who?' };

  test.each(paths)('of %s is known by name, and its page is one that can be', async (path) => {
    const { question } = asked;
    const body = path === '/api/calls' ? { ...asked, record: 'lead:x' } : { question, record: 'lead:x' };
    expect((await host.send('POST', path, { ...body, page: 1000 }))[0]).toBe(200);
    const wrong: [object, RegExp][] = [
      [{ recrod: 'lead:x' }, /^"recrod" is not known here\. Did you mean record\?/],
      [{ page: -1 }, /^page: a whole number from 0 to 1000 is expected, not -1\./],
      [{ page: 1001 }, /^page: /],
      [{ page: '1' }, /^page: .*not "1"/],
    ];
    for (const [more, words] of wrong)
      expect(await host.send('POST', path, { ...body, ...more })).toEqual([400, refused('INVALID_ARGUMENT', words)]);
  });
});

describe('a call', () => {
  let orders: string;
  beforeAll(async () => {
    const { host: inside } = host.served;
    orders = (await inside.add({ location: 'orders.json', texts: { definition: ordersDefinition }, url: good.address }))
      .key;
  });
  afterAll(() => host.served.host.remove(orders));

  test('of a chat skill that changes something is made only when it is confirmed', async () => {
    const before = good.received.length;
    const body = { connector: orders, wanted: 'CreateOrder', inputs: { quantity: 1 } };
    const [, refusal] = await host.send('POST', '/api/calls', body);
    expect([refusal.outcome, refusal.request, good.received.length]).toEqual(['not-confirmed', null, before]);
    await host.send('POST', '/api/calls', { ...body, confirmed: true });
    expect(good.received.at(-1)).toMatchObject({ method: 'POST', body: '{"quantity":1}' });
  });

  test.each([
    ['an unknown one', { tpo: 1 }, /inputs: record-details has no input "tpo"\. Did you mean top\?/],
    ['a text for a number', { top: '1' }, /inputs top: a whole number is expected, not "1"/],
    ['null', { recordId: null }, /inputs recordId: a text is expected, not null/],
    ['a list in place of them', [], /inputs: an object/],
  ])('refuses inputs with %s', async (_what, inputs, words) => {
    const body = { connector: 'contoso-hub', wanted: 'record-details', record: 'lead:x', inputs };
    expect(await host.send('POST', '/api/calls', body)).toEqual([400, refused('INVALID_ARGUMENT', words)]);
  });
});
