/** Events sent over HTTP to a running Contoso Hub: what is answered, who may send, and what sellers see of them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleTenant } from '../contoso-hub/data/sample.ts';
import { eventKinds } from '../contoso-hub/events/event-kinds.ts';
import { mostEvents } from '../contoso-hub/events/events-api.ts';
import { opportunity, paths, type RunningHub, startHub } from './running-hub.ts';
import { errorBodyProblems } from './schemas.ts';

const path = `/hub/v1/tenants/${sampleTenant}/events`;
const visit = eventKinds['site-visited'].example;
const partnersTenant = 'tenant-of-the-partner';
const audience = 'hub';

const keys = await generateKeyPair('RS256');
const issuerServer = createServer(async (request, response) => {
  const key = { ...(await exportJWK(keys.publicKey)), alg: 'RS256' };
  response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : { issuer, jwks_uri: `${issuer}/keys` }));
});
let issuer: string;
let hub: RunningHub;
let guarded: RunningHub;
beforeAll(async () => {
  await new Promise<void>((resolve) => issuerServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(issuerServer.address() as AddressInfo).port}`;
  const entra = ['--auth', 'entra', '--issuer', issuer, '--audience', audience, '--events-from', partnersTenant];
  [hub, guarded] = await Promise.all([startHub(), startHub(...entra)]);
});
afterAll(async () => {
  await Promise.all([hub.close(), guarded.close()]);
  issuerServer.close();
});

const token = async (claims: object) =>
  new SignJWT({ iss: issuer, aud: audience, oid: 'a-system', ...claims })
    .setProtectedHeader({ alg: 'RS256' })
    .setExpirationTime('1h')
    .sign(keys.privateKey);

test('an event is acknowledged once it is stored, seen by sellers at once, and stored once', async () => {
  const signed = eventKinds['agreement-signed'].example;
  const event = { ...signed, at: new Date().toISOString() };
  const first = await hub.post(path, { events: [event, visit] });
  expect([first.status, await first.json()]).toEqual([200, { stored: 2, known: 0 }]);
  const again = await hub.post(path, { events: [event, { ...visit, id: 'another' }] });
  expect([again.status, await again.json()]).toEqual([200, { stored: 1, known: 1 }]);
  const answer = await hub.get(paths.recordDetails, { recordType: 'opportunity', recordId: opportunity.dynamics });
  const [latest] = ((await answer.json()) as { value: { recordId: string; additionalProperties: object }[] }).value;
  expect(latest).toMatchObject({ recordId: signed.agreement.id, additionalProperties: { Status: 'Signed' } });
});

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...visit, id: `many-${index}` }));

test.each([
  ['no events', {}, 'MISSING_PARAMETER', { parameter: 'events' }],
  ['a list', [visit], 'MISSING_PARAMETER', { parameter: 'events' }],
  ['too many events', { events: many(mostEvents + 1) }, 'INVALID_PARAMETER', { parameter: 'events' }],
  [
    'a wrong event among good ones',
    { events: [{ ...visit, id: 'good' }, { ...visit, page: 7 }, null] },
    'INVALID_PARAMETER',
    { '/events/1/page': 'must be string', '/events/2': 'must be an object' },
  ],
  [
    'an event about nobody',
    {
      events: [
        { ...visit, id: 'good' },
        { ...visit, id: 'lost', about: ['nobody'] },
      ],
    },
    'INVALID_PARAMETER',
    { '/events/1/about/0': expect.stringContaining('subject-changed') },
  ],
])('of a batch with %s nothing is stored, and it is said why', async (_what, body, errorCode, details) => {
  const answer = await hub.post(path, body);
  const error = await answer.json();
  expect([answer.status, error]).toEqual([400, expect.objectContaining({ errorCode, details })]);
  expect(errorBodyProblems(error)).toEqual([]);
  const good = await hub.get(`/hub/v1/subjects/${opportunity.dynamics}/activities`, { limit: '1000' });
  expect(((await good.json()) as { id: string }[]).map(({ id }) => id)).not.toContain('good');
});

test.each(['', '%00', 'a%20b'])('an address with the tenant "%s" takes nothing', async (tenant) => {
  const answer = await hub.post(path.replace(sampleTenant, tenant), { events: [visit] });
  expect([answer.status, await answer.json()]).toMatchObject([400, { details: { parameter: 'tenant' } }]);
});

test('the largest batch is taken', async () => {
  const answer = await hub.post(path, { events: many(mostEvents) });
  expect(await answer.json()).toEqual({ stored: mostEvents, known: 0 });
});

test.each([
  ['nobody', 401, undefined],
  ['a seller', 403, { tid: partnersTenant, scp: 'access_as_user' }],
  ['a system of another tenant', 403, { tid: sampleTenant, roles: ['Events.Write'] }],
  ['a system with another role', 403, { tid: partnersTenant, roles: ['Events.Read'] }],
  ['a system of the partner with the role', 200, { tid: partnersTenant, roles: ['Events.Write'] }],
])('to events from %s the answer is %s', async (_who, status, claims) => {
  const headers = claims ? { authorization: `Bearer ${await token(claims)}` } : {};
  const answer = await guarded.post(path, { events: [{ ...visit, id: `${status}` }] }, headers);
  expect([answer.status, await answer.text()]).toEqual([status, expect.any(String)]);
});

test('a system that may send events may not ask as a seller', async () => {
  const headers = { authorization: `Bearer ${await token({ tid: partnersTenant, roles: ['Events.Write'] })}` };
  const query = { recordType: 'opportunity', recordId: opportunity.dynamics };
  expect((await guarded.get(paths.recordDetails, query, headers)).status).toBe(403);
});
