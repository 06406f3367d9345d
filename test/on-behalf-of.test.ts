/** Two processes at the real local provider: a connector in front, the application behind, each an API of its own. */
import { createServer, request as forward, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleTenant, secondTenant } from '../contoso-hub/data/sample.ts';
import { type LocalIdentity, silentGrantType, startIdentity } from '../src/identity/identity.ts';
import { type HubProcess, startHubProcess } from './hub-process.ts';
import { opportunity, paths } from './running-hub.ts';

const [hubApi, factsApi] = ['api://contoso-hub', 'api://contoso-facts'];
const clientSecret = 'secret-of-the-hub';
const seller = (tenantId: string, userName: string, scopes?: string[]) => ({
  objectId: `object-of-${userName}`,
  tenantId,
  name: userName,
  userName,
  ...(scopes && { scopes }),
});

let identity: LocalIdentity;
let application: HubProcess;
let between: Server;
let front: HubProcess;
let exchanging: HubProcess;
let received: { url: string; headers: IncomingHttpHeaders }[] = [];
/** Requests that the back end refuses from now on. */
let refusals = 0;

beforeAll(async () => {
  identity = await startIdentity({
    port: 0,
    clients: [
      { clientId: 'host', redirectUris: ['http://127.0.0.1/'] },
      { clientId: 'contoso-hub', clientSecret, api: hubApi, redirectUris: ['http://127.0.0.1/'] },
    ],
    resources: [
      { audience: hubApi, scopes: ['access_as_user'] },
      { audience: factsApi, scopes: ['read'] },
    ],
    sellers: [
      seller(sampleTenant, 'kenny@contoso.com'),
      seller(secondTenant, 'sara@trey.example'),
      seller(sampleTenant, 'dana@contoso.com', ['access_as_user']),
    ],
  });
  const issued = ['--auth', 'entra', '--issuer', identity.issuer];
  application = await startHubProcess([...issued, '--audience', factsApi, '--scope', 'read']);
  between = createServer((request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers });
    if (refusals-- > 0) return void response.writeHead(401, { 'content-type': 'application/json' }).end('{}');
    const onward = forward(`${application.address}${request.url}`, { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const backEnd = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
  const args = [
    ...[...issued, '--audience', hubApi, '--back-end', backEnd, '--log-level', 'trace'],
    ...['--back-end-scope', `${factsApi}/read`, '--client-id', 'contoso-hub'],
  ];
  const environment = { CONTOSO_HUB_CLIENT_SECRET: clientSecret };
  [front, exchanging] = await Promise.all([
    startHubProcess(args, environment),
    startHubProcess([...args, '--back-end-grant', 'token-exchange'], environment),
  ]);
});
beforeEach(() => {
  received = [];
  refusals = 0;
});
afterAll(async () => {
  await Promise.all([front.close(), exchanging.close()]);
  between.closeAllConnections();
  between.close();
  await application.close();
  await identity.close();
});

async function tokenOf(userName: string): Promise<string> {
  const fields = { client_id: 'host', grant_type: silentGrantType, assertion: userName, resource: hubApi };
  const response = await fetch(`${identity.issuer}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function ask(token: string, headers: Record<string, string> = {}, at = front) {
  const query = new URLSearchParams({ recordType: 'opportunity', recordId: opportunity.dynamics });
  const response = await fetch(`${at.address}${paths.opportunityInsights}?${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  const body = (await response.json()) as {
    errorCode?: string;
    activityId?: string;
    value?: { description: string }[];
  };
  return { response, body };
}
const tokensSent = () => [
  ...new Set(received.map(({ headers }) => headers.authorization?.slice('Bearer '.length) ?? '')),
];

test('language, request id, user agent and tenant reach the back end, with a token of its own for the same seller', async () => {
  const token = await tokenOf('kenny@contoso.com');
  const { response, body } = await ask(token, {
    'accept-language': 'fr-FR',
    'x-ms-client-request-id': 'request-11',
    'x-ms-user-agent': 'sales-copilot',
  });
  expect([response.status, response.headers.get('content-language')]).toEqual([200, 'fr']);
  expect(body.value?.[0]?.description).toMatch(/ (a|le|les|par|en) /);
  expect(received.length).toBeGreaterThan(2);
  for (const { headers } of received) {
    expect(headers).toMatchObject({
      'accept-language': 'fr-FR',
      'x-ms-client-request-id': 'request-11',
      'x-ms-user-agent': 'sales-copilot',
    });
  }
  const [sent = '', ...others] = tokensSent();
  expect(others).toEqual([]);
  const ofSeller = { oid: 'object-of-kenny@contoso.com', tid: sampleTenant };
  expect(decodeJwt(sent)).toMatchObject({ ...ofSeller, aud: factsApi, scp: 'read', azp: 'contoso-hub' });
  expect(decodeJwt(token)).toMatchObject({ ...ofSeller, aud: hubApi });
  expect(application.log().filter(({ requestId }) => requestId === 'request-11')).toHaveLength(received.length);
});

test('each tenant has its own facts', async () => {
  const kenny = await ask(await tokenOf('kenny@contoso.com'));
  const sara = await ask(await tokenOf('sara@trey.example'));
  expect(kenny.response.status).toBe(200);
  expect(sara.body).not.toEqual(kenny.body);
  expect(new Set(tokensSent().map((token) => decodeJwt(token).tid))).toEqual(new Set([sampleTenant, secondTenant]));
});

test('the exchange of RFC 8693 does the same', async () => {
  expect((await ask(await tokenOf('kenny@contoso.com'), {}, exchanging)).response.status).toBe(200);
  expect(tokensSent().map((token) => decodeJwt(token).aud)).toEqual([factsApi]);
});

test('one token serves all calls of a user; when the back end refuses it, another one does', async () => {
  const token = await tokenOf('kenny@contoso.com');
  await Promise.all(Array.from({ length: 5 }, () => ask(token)));
  expect(tokensSent()).toHaveLength(1);
  const [first] = tokensSent();
  refusals = 1;
  expect((await ask(token)).response.status).toBe(200);
  expect(tokensSent()).toHaveLength(2);
  received = [];
  await ask(token);
  expect(tokensSent()).not.toContain(first);
  expect(tokensSent()).toHaveLength(1);
});

test('a back end that refuses the second token too is told as the documented error', async () => {
  refusals = 2;
  const { response, body } = await ask(await tokenOf('kenny@contoso.com'), { 'x-ms-client-request-id': 'refused-1' });
  expect([response.status, body]).toEqual([
    401,
    expect.objectContaining({ errorCode: 'INVALID_TOKEN_SPECIFIED', activityId: 'refused-1' }),
  ]);
  expect(received).toHaveLength(2);
});

test('a seller who may use the connector, but not the back end, is told so', async () => {
  const { response, body } = await ask(await tokenOf('dana@contoso.com'));
  expect([response.status, body.errorCode]).toEqual([403, 'INSUFFICIENT_PERMISSIONS']);
});

test('neither tokens nor the secret are in any log', () => {
  const told = JSON.stringify([front.log(), exchanging.log(), application.log()]);
  expect(told).toContain('refused-1');
  expect(told).not.toMatch(/eyJ[\w-]{10}|secret-of/);
});
