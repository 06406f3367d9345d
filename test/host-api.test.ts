/** The host with Contoso Hub, the local identity provider and odd connectors, over its HTTP API. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningContosoHub, startContosoHub } from '../src/cli/contoso-hub.ts';
import { apiRoutes } from '../src/host/api/route-table.ts';
import type { Served } from '../src/host/api/served.ts';
import { createHostServer, listenHost } from '../src/host/api/server.ts';
import { createConnections } from '../src/host/connections/connections.ts';
import { createHost } from '../src/host/create-host.ts';
import { textWriter } from '../src/host/world/text-writer.ts';
import { sellersWorld } from '../src/host/world/world.ts';
import { testBrowser } from '../src/identity/test-browser.ts';
import { emptyOpportunity, opportunity } from './running-hub.ts';
import { goodConnector, listenPlain, type PlainServer } from './servers/plain-connector.ts';

const hubPackage = join(import.meta.dirname, '../contoso-hub/package');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
const definition = readFileSync(join(hubPackage, 'apiDefinition.swagger.json'), 'utf8');
const record = `opportunity:${opportunity.dynamics}`;

let hub: RunningContosoHub;
let served: Served;
let app: Awaited<ReturnType<typeof createHostServer>>;
let address: string;
let hanging: PlainServer;
let good: PlainServer;

beforeAll(async () => {
  const world = sellersWorld(Date.now());
  hub = await startContosoHub({ hub: 0, identity: 0 }, world.sellers);
  [hanging, good] = await Promise.all([listenPlain(() => new Promise(() => {})), listenPlain(goodConnector)]);
  const connections = createConnections({ redirectUri: () => `${address}/connected` });
  const host = createHost({ connections, isWatching: true, timeoutMs: 1000 });
  served = { host, connections, world, write: textWriter() };
  app = await createHostServer(served);
  address = await listenHost(app, 0);
  await host.add({ location: hubPackage, url: hub.address, connection: hub.connection });
});
afterAll(async () => {
  served.host.close();
  await app.close();
  await Promise.all([hub.close(), hanging.close(), good.close()]);
  rmSync(folder, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
type Json = any;
const get = async (path: string): Promise<Json> => (await fetch(`${address}${path}`)).json();
const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const post = async (path: string, body: unknown): Promise<Json> => (await send('POST', path, body)).json();

/** Adds a package with this definition for as long as the work takes. */
async function withPackage(
  title: string,
  url: string,
  work: (key: string, file: string) => Promise<void>,
  change = (text: string) => text,
): Promise<void> {
  const file = join(folder, `${title}.json`);
  writeFileSync(file, change(definition.replace('"title": "Contoso Hub"', `"title": "${title}"`)));
  const { key } = await post('/api/connectors', { location: file, url });
  try {
    await work(key, file);
  } finally {
    await fetch(`${address}/api/connectors/${key}`, { method: 'DELETE' });
  }
}

test('every route stands in the table of the reference, and no other', () => {
  const printed = app.printRoutes({ commonPrefix: false, includeHooks: false });
  for (const { method, path } of apiRoutes) expect(app.hasRoute({ method, url: path }), `${method} ${path}`).toBe(true);
  const methods = printed.match(/\(([A-Z, ]+)\)/g)?.flatMap((each) => each.slice(1, -1).split(', ')) ?? [];
  const routes = methods.filter((method) => method !== 'HEAD').length;
  expect(routes).toBe(apiRoutes.length + 1);
});

test('the page answers, and names what it hosts', async () => {
  const response = await fetch(address);
  expect([response.status, response.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("default-src 'none'"),
  ]);
  expect(await response.text()).toContain('Contoso Hub');
});

test('each action is given as `call` gives it', async () => {
  const [connector] = await get('/api/connectors');
  expect(connector.actions.find((action: Json) => action.extensionPoint === 'record-details')).toMatchObject({
    operationId: 'scp-get-related-records',
    matchedBy: 'description',
    invocable: true,
    reasons: [],
    isUsed: true,
    isEnabled: true,
  });
});

describe('surfaces', () => {
  test('opportunity insights have bullets with citations that lead to what is known', async () => {
    const { sections, citations, connect } = await post('/api/surfaces/opportunity-insights', { record });
    expect(connect).toEqual([]);
    expect(sections[0].bullets.map((bullet: Json) => bullet.citation)).toEqual(
      citations.map((citation: Json) => citation.number),
    );
    expect(citations[0]).toMatchObject({
      number: 1,
      title: 'Contoso Hub',
      source: 'Contoso Hub',
      url: expect.stringMatching(/^https:/),
      properties: expect.any(Array),
    });
  });

  test('record details have a card a connector, its rows with two key fields', async () => {
    const { cards } = await post('/api/surfaces/record-details', { record, language: 'fr-FR' });
    expect(cards[0]).toMatchObject({ pluralName: 'Accords', title: 'Contoso Hub', outcome: 'shown' });
    expect(cards[0].rows[0].keyFields).toHaveLength(2);
  });

  test('email summary has the first insight on the canvas and all in the pane', async () => {
    const { canvas, sections } = await post('/api/surfaces/email-summary', { mail: served.world.mails[0]?.id });
    expect(canvas).toEqual([{ title: 'Contoso Hub', text: sections[0].bullets[0].text, isMock: false }]);
    expect(sections[0].bullets.length).toBeGreaterThan(1);
  });

  test('email drafts have links', async () => {
    const { sections } = await post('/api/surfaces/email-draft', { mail: served.world.mails[0]?.id, record });
    expect(sections[0].links[0]).toMatchObject({
      url: expect.stringMatching(/^https:/),
      type: expect.stringMatching(/^content-/),
    });
  });

  test('Sales chat has cards', async () => {
    const { sections } = await post('/api/surfaces/sales-chat', { question: 'Who decides at Alpine Ski House?' });
    expect(sections[0].cards.map((card: Json) => card.title)).toContain('Cacilia Viera');
  });

  test('related records are asked for accounts and opportunities only, insights for opportunities only', async () => {
    const contact = served.world.records.find(({ type }) => type === 'contact')?.ids.Dynamics365;
    const before = (await get('/api/calls')).length;
    const details = await post('/api/surfaces/record-details', { record: `contact:${contact}` });
    expect(details).toMatchObject({ fields: expect.arrayContaining([expect.anything()]), cards: [] });
    const insights = await post('/api/surfaces/opportunity-insights', { record: `contact:${contact}` });
    expect(insights).toMatchObject({ sections: [], citations: [] });
    expect(await get('/api/calls')).toHaveLength(before);
  });

  test('an empty record shows nothing, and nothing is wrong', async () => {
    const { cards } = await post('/api/surfaces/record-details', {
      record: `opportunity:${emptyOpportunity.salesforce}`,
      crm: 'salesforce',
    });
    expect(cards[0]).toMatchObject({ outcome: 'nothing-to-show', rows: [] });
    expect(cards[0]).not.toHaveProperty('pluralName');
  });

  test('an unknown surface, seller or mail is told', async () => {
    expect((await send('POST', '/api/surfaces/none', {})).status).toBe(404);
    expect(await post('/api/surfaces/record-details', { seller: 'nobody' })).toMatchObject({
      message: expect.stringMatching(/^seller: one of kenny/),
    });
    expect(await post('/api/surfaces/email-summary', { mail: 'none' })).toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

test('a surface without a record sends nothing, and says that something is missing', async () => {
  const { cards } = await post('/api/surfaces/record-details', {});
  expect(cards[0]).toMatchObject({
    outcome: 'missing-input',
    rows: [],
  });
  const [trace] = await get('/api/calls');
  expect(trace).toMatchObject({ request: null, explanation: expect.stringMatching(/^No record is open/) });
});

test('actions that the gateway would rewrite are told one by one', async () => {
  const place = join(folder, 'rewritten');
  mkdirSync(place);
  writeFileSync(join(place, 'apiDefinition.swagger.json'), definition);
  const parameters = { 'x-ms-apimTemplate-operationName': ['scp-get-related-records'] };
  const policyTemplateInstances = [{ templateId: 'setproperty', parameters }];
  writeFileSync(join(place, 'apiProperties.json'), JSON.stringify({ properties: { policyTemplateInstances } }));
  const added = await post('/api/connectors', { location: place });
  const rewritten = added.actions.filter((action: Json) => action.rewritten);
  expect([added.rewritten, rewritten.map((action: Json) => action.operationId)]).toEqual([
    null,
    ['scp-get-related-records'],
  ]);
  await fetch(`${address}/api/connectors/${added.key}`, { method: 'DELETE' });
});

test('one connector of three that times out neither hides nor delays the others', async () => {
  await withPackage('Hanging', hanging.address, () =>
    withPackage('Good', good.address, async () => {
      const { cards } = await post('/api/surfaces/record-details', { record });
      expect(cards.map((card: Json) => [card.connector, card.outcome])).toEqual([
        ['contoso-hub', 'shown'],
        ['hanging', 'timeout'],
        ['good', 'shown'],
      ]);
      const calls = await get('/api/calls');
      const duration = (title: string) => calls.find((trace: Json) => trace.connector === title).response.durationMs;
      expect(duration('Good')).toBeLessThan(duration('Hanging') / 2);
    }),
  );
});

test('a surface comes line by line where that is asked for: at once, and whenever a connector has ended', async () => {
  await withPackage('Slow', hanging.address, async (slow) => {
    const answer = await send('POST', '/api/surfaces/record-details', { record }, { accept: 'application/x-ndjson' });
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    const views = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line): Json => JSON.parse(line));
    const outcomes = views.map(({ cards }) => cards.map(({ outcome }: Json) => outcome));
    expect(outcomes).toEqual([
      ['pending', 'pending'],
      ['shown', 'pending'],
      ['shown', 'timeout'],
    ]);
    expect(views[0].fields.length).toBeGreaterThan(0);
    expect(views[0].cards[1]).toEqual({
      connector: slow,
      title: 'Slow',
      outcome: 'pending',
      trace: '',
      isMock: false,
      rows: [],
    });
    const whole = await post('/api/surfaces/record-details', { record });
    const withoutTraces = ({ cards, ...rest }: Json) => ({
      ...rest,
      cards: cards.map(({ trace, ...card }: Json) => card),
    });
    expect(withoutTraces(views[2])).toEqual(withoutTraces(whole));
    const draft = await send('POST', '/api/surfaces/email-draft', {}, { accept: 'application/x-ndjson' });
    expect(JSON.parse((await draft.text()).trimEnd().split('\n').at(-1) ?? '')).not.toHaveProperty('error');
    const wrong = await send(
      'POST',
      '/api/surfaces/record-details',
      { record: 'x' },
      { accept: 'application/x-ndjson' },
    );
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { code: 'INVALID_ARGUMENT' }]);
  });
});

test('one call is given by its id, as long as it is kept', async () => {
  const { id } = await post('/api/calls', { connector: 'contoso-hub', wanted: 'record-details', record });
  expect(await get(`/api/calls/${id}`)).toMatchObject({ id, wanted: 'record-details' });
  expect(await get('/api/calls/none')).toMatchObject({ code: 'NOT_FOUND' });
});

describe('connections', () => {
  test('are made silently where the package lets them, each seller their own', async () => {
    await post('/api/surfaces/record-details', { record, seller: 'kenny' });
    const [{ connections }] = await get('/api/connectors');
    expect(connections.find((each: Json) => each.seller === 'kenny')).toMatchObject({
      status: 'connected',
      silent: true,
    });
    const { cards } = await post('/api/surfaces/record-details', { record, seller: 'sara' });
    expect(cards[0].outcome).toBe('error-answer');
    const [trace] = await get('/api/calls');
    expect(trace.response.body.errorCode).toMatch(/RECORD_NOT_FOUND|INVALID_CRM_CONNECTION/);
  });

  test('that a seller has ended stay so, silent or not, until they sign in', async () => {
    const [{ key }] = await get('/api/connectors');
    const details = () => post('/api/surfaces/record-details', { record, seller: 'kenny' });
    await details();
    await send('DELETE', `/api/connectors/${key}/connection`, { seller: 'kenny' });
    for (const _ of [1, 2])
      expect(await details()).toMatchObject({
        connect: [{ connector: key, title: 'Contoso Hub' }],
        cards: [{ outcome: 'error-answer' }],
      });
    const { url } = await post(`/api/connectors/${key}/connection`, { seller: 'kenny' });
    const browser = testBrowser(`${address}/connected`);
    const back = await browser.press(await browser.open(url), 'seller', 'kenny@contoso.com');
    await fetch(back.url, { redirect: 'manual' });
    expect(await details()).toMatchObject({ connect: [], cards: [{ outcome: 'shown' }] });
  });

  test('are made by signing in where they are not silent; until then a card asks for it', async () => {
    await withPackage('Signing', hub.address, async (key) => {
      const refused = await post(`/api/connectors/${key}/connection`, {});
      expect(refused.message).toMatch(/names no client id.* connections in saleskit\.config, or give dev --client-id/);
      served.host.change(key, { connection: { ...hub.connection, silent: false } });
      const before = await post('/api/surfaces/record-details', { record });
      expect(before.connect).toEqual([{ connector: key, title: 'Signing' }]);
      expect(before.cards.find((card: Json) => card.connector === key).outcome).toBe('error-answer');

      const { url } = await post(`/api/connectors/${key}/connection`, {});
      const browser = testBrowser(`${address}/connected`);
      const page = await browser.open(url);
      const button = /<button[^>]*name="([^"]+)"[^>]*value="(kenny[^"]*)"/.exec(page.html) ?? [];
      const back = page.url.startsWith(`${address}/connected`)
        ? page
        : await browser.press(page, button[1] ?? '', button[2] ?? '');
      expect((await fetch(back.url, { redirect: 'manual' })).status).toBe(302);

      const after = await post('/api/surfaces/record-details', { record });
      expect([after.connect, after.cards.find((card: Json) => card.connector === key).outcome]).toEqual([[], 'shown']);

      await send('DELETE', `/api/connectors/${key}/connection`, {});
      expect((await post('/api/surfaces/record-details', { record })).connect).toHaveLength(1);
    });
  });

  test('that are cancelled are told on a page, with how to mend it and the way back', async () => {
    await withPackage('Cancelled', hub.address, async (key) => {
      served.host.change(key, { connection: { ...hub.connection, silent: false } });
      const { url } = await post(`/api/connectors/${key}/connection`, { seller: 'sara' });
      const browser = testBrowser(`${address}/connected`);
      const back = await browser.press(await browser.open(url), 'cancel', 'yes');
      const response = await fetch(back.url.replace(/error_description=[^&]*/, 'error_description=%3Cscript%3E'));
      const { headers } = response;
      expect([response.status, headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
        400,
        'text/html; charset=utf-8',
        expect.stringContaining("default-src 'none'"),
      ]);
      const page = await response.text();
      expect(page).toMatch(/was cancelled or refused\. \(access_denied: &#60;script&#62;/);
      expect(page).toMatch(/begin the sign-in again\..*\n.*<a href="\/">/);
      const again = await fetch(back.url);
      expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('has ended already')]);
    });
  });

  test('may be a pasted token, which no trace shows', async () => {
    await withPackage('Pasted', good.address, async (key) => {
      await send('PUT', `/api/connectors/${key}/connection`, { token: 'pasted-secret-token' });
      await post('/api/calls', { connector: key, wanted: 'record-details', record });
      expect(good.received.at(-1)?.headers.authorization).toBe('Bearer pasted-secret-token');
      expect(await (await fetch(`${address}/api/calls.ndjson`)).text()).not.toContain('pasted-secret-token');
    });
    await withPackage('Pasted', good.address, async (key) => {
      await post('/api/calls', { connector: key, wanted: 'record-details', record });
      expect(good.received.at(-1)?.headers).not.toHaveProperty('authorization');
    });
  });
});

describe('while it runs', () => {
  test('a package is read anew when its file changes, and listeners are told', async () => {
    await withPackage('Changing', good.address, async (key, file) => {
      const events = new AbortController();
      const stream = (await fetch(`${address}/api/events`, { signal: events.signal })).body?.getReader();
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replaceAll('"operationId": "scp-get-related-records"', '"operationId": "Renamed"'),
      );
      const ids = async () =>
        (await get('/api/connectors'))
          .find((each: Json) => each.key === key)
          .actions.map((action: Json) => action.operationId);
      await expect.poll(ids, { timeout: 5000 }).toContain('Renamed');
      let told = '';
      while (!told.includes('event: connectors')) told += new TextDecoder().decode((await stream?.read())?.value);
      writeFileSync(file, '{ broken');
      expect(await post(`/api/connectors/${key}/reload`, {})).toMatchObject({ code: 'PACKAGE_UNREADABLE' });
      const broken = (await get('/api/connectors')).find((each: Json) => each.key === key);
      expect(broken.findings).toEqual([
        expect.objectContaining({
          rule: 'package-unreadable',
          message: expect.stringMatching(/last state: .*Changing\.json:1:3: /),
        }),
      ]);
      expect([broken.title, await ids()]).toEqual(['Changing', expect.arrayContaining(['Renamed'])]);
      events.abort();
    });
  });

  test('a definition that is deleted keeps its last state and says so, until it is there again', async () => {
    await withPackage('Deleted', good.address, async (key, file) => {
      const hosted = async () => (await get('/api/connectors')).find((each: Json) => each.key === key);
      const rules = async () => (await hosted()).findings.map(({ rule }: Json) => rule);
      const text = readFileSync(file, 'utf8');
      rmSync(file);
      await expect.poll(rules, { timeout: 5000 }).toEqual(['package-unreadable']);
      expect((await hosted()).findings[0].message).toMatch(/last state: .*Deleted\.json is not there/);
      expect((await post('/api/calls', { connector: key, wanted: 'record-details', record })).outcome).toBe('shown');
      expect(await post(`/api/connectors/${key}/reload`, {})).toMatchObject({ code: 'PACKAGE_UNREADABLE' });
      expect(await rules()).toEqual(['package-unreadable']);
      writeFileSync(file, text);
      await expect.poll(rules, { timeout: 5000 }).toEqual([]);
    });
  });

  test('an action is switched off and on, as an administrator would', async () => {
    const at = '/api/connectors/contoso-hub/actions/scp-get-related-records';
    await send('PUT', at, { enabled: false });
    expect((await post('/api/surfaces/record-details', { record })).cards).toEqual([]);
    expect(await post('/api/calls', { connector: 'contoso-hub', wanted: 'record-details', record })).toMatchObject({
      outcome: 'switched-off',
      action: { operationId: 'scp-get-related-records' },
      request: null,
    });
    await send('PUT', at, { enabled: true });
    expect((await post('/api/surfaces/record-details', { record })).cards).toHaveLength(1);
  });

  test('a fault that is one of a few values names them', async () => {
    expect(await get('/api/faults')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'errorCode', choices: expect.arrayContaining(['RECORD_NOT_FOUND']) }),
        expect.objectContaining({ name: 'throttled', value: 'switch', choices: null }),
      ]),
    );
  });

  test('faults are switched on and off', async () => {
    const at = '/api/connectors/contoso-hub/faults';
    await send('PUT', at, { malformedJson: true });
    expect((await post('/api/surfaces/record-details', { record })).cards[0]).toMatchObject({
      outcome: 'unreadable-answer',
    });
    expect(await (await send('PUT', at, { nonsense: 1 })).json()).toMatchObject({ code: 'INVALID_ARGUMENT' });
    await send('PUT', at, {});
    expect((await post('/api/surfaces/record-details', { record })).cards[0].outcome).toBe('shown');
  });

  test('what the host sends is switched', async () => {
    await send('PUT', '/api/profile', { crmType: 'Dynamics 365', top: 'omitted' });
    await post('/api/surfaces/record-details', { record });
    const [{ request }] = await get('/api/calls');
    expect(new URL(request.url).searchParams.get('top')).toBeNull();
    await send('PUT', '/api/profile', {});
    expect((await send('PUT', '/api/profile', { crmType: 'x' })).status).toBe(400);
  });

  test('a record and a mail of one’s own join the world', async () => {
    expect((await send('POST', '/api/world/records', { record: 'opportunity:mine', name: 'Mine' })).status).toBe(201);
    const mail = await post('/api/world/mails', { subject: 'Hi', from: 'a@example.com', plaintextBody: 'Hello' });
    const world = await get('/api/world');
    expect(world.records[0].name).toBe('Mine');
    expect(world.mails[0].id).toBe(mail.id);
    expect((await post('/api/surfaces/email-summary', { mail: mail.id })).sections[0].outcome).toBe('nothing-to-show');
  });

  test('a connector whose action would not be invoked says so, and why to the inspector', async () => {
    await withPackage(
      'Wrong',
      good.address,
      async () => {
        const { cards } = await post('/api/surfaces/record-details', { record });
        expect(cards.find((card: Json) => card.connector === 'wrong')).toMatchObject({
          outcome: 'not-invocable',
        });
        const [trace] = (await get('/api/calls')).filter((each: Json) => each.connector === 'Wrong');
        expect(trace).toMatchObject({ request: null, explanation: expect.stringMatching(/G3/) });
      },
      (text) =>
        text.replace(
          'This input provides the unique identifier of the CRM record for which related records are requested.',
          'The record.',
        ),
    );
  });
});

describe('others are kept out', () => {
  test.each([
    ['a page of another site', { origin: 'https://evil.example.com' }],
    ['a page without origin', { origin: 'null' }],
    ['a picture or script in a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['one in a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['a name that was rebound', { host: 'evil.example.com' }],
  ])('%s', async (_who, headers) => {
    const ask = { headers: { host: 'localhost', ...headers } };
    const call = await app.inject({ ...ask, method: 'POST', url: '/api/surfaces/record-details', payload: {} });
    const read = await app.inject({ ...ask, method: 'GET', url: '/api/connectors' });
    expect([call.statusCode, read.statusCode]).toEqual([400, 400]);
  });

  test('who has signed in comes back from another site', async () => {
    const headers = { host: 'localhost', 'sec-fetch-site': 'cross-site' };
    const back = await app.inject({ method: 'GET', url: '/connected?state=nobody', headers });
    expect(back.body).not.toContain('Pages of other sites');
  });

  test('and the page itself is let in', async () => {
    const headers = { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    const typed = { host: 'localhost', 'sec-fetch-site': 'none' };
    for (const each of [headers, typed])
      expect((await app.inject({ method: 'GET', url: '/api/connectors', headers: each })).statusCode).toBe(200);
  });
});
