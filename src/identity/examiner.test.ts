/** What only an examiner gets, and the ways to a token without a browser of one's own. */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalIdentity, silentGrantType, startIdentity } from './identity.ts';
import { testBrowser } from './test-browser.ts';

const audience = 'api://contoso-hub';
const scope = `${audience}/access_as_user`;
const clients = [
  { clientId: 'host', redirectUris: [] },
  { clientId: 'examiner', redirectUris: [], isExaminer: true },
  { clientId: 'service', clientSecret: 'of-its-own', redirectUris: [] },
];
let identity: LocalIdentity;
beforeAll(async () => {
  identity = await startIdentity({ port: 0, clients, resources: [{ audience, scopes: ['access_as_user'] }] });
});
afterAll(() => identity.close());

async function post(path: string, fields: Record<string, string>) {
  const response = await fetch(`${identity.issuer}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}
const token = (fields: Record<string, string>) => post('/oauth2/v2.0/token', fields);
const silently = (client_id: string, fields: Record<string, string>) =>
  token({ grant_type: silentGrantType, client_id, assertion: 'kenny@contoso.com', ...fields });

test('an examiner has a token that expired an hour ago', async () => {
  const { body } = await silently('examiner', { resource: audience, scope, age: '7200' });
  const { exp = 0, iat = 0, nbf = 0 } = decodeJwt(body.access_token ?? '');
  expect([exp - iat, nbf - iat]).toEqual([3600, 0]);
  expect(Math.round((Date.now() / 1000 - exp) / 60)).toBe(60);
});

test('an examiner has a token for any API, with the claims of Entra ID and the scopes asked for', async () => {
  const { body } = await silently('examiner', { resource: 'api://another', scope: 'api://another/Sales.Read' });
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    aud: 'api://another',
    scp: 'Sales.Read',
    preferred_username: 'kenny@contoso.com',
  });
  const usual = await silently('examiner', { resource: 'api://another' });
  expect(decodeJwt(usual.body.access_token ?? '').scp).toBe('access_as_user');
});

test.each([
  ['a token of an age', { resource: audience, age: '7200' }, 'invalid_request'],
  ['a token for another API', { resource: 'api://another' }, 'invalid_target'],
])('no other client has %s', async (_what, fields, error) => {
  expect(await silently('host', fields)).toMatchObject({ status: 400, body: { error } });
});

test('an age that is none is refused', async () => {
  for (const age of ['-5', 'old', '1e3'])
    expect(await silently('examiner', { resource: audience, age })).toMatchObject({ status: 400 });
});

test('the APIs that tokens are for stand in the metadata (RFC 9728, 4)', async () => {
  const response = await fetch(`${identity.issuer}/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({ protected_resources: [audience] });
});

test('a client with a secret has a token of its own, and a public one has not', async () => {
  const grant = { grant_type: 'client_credentials', scope };
  const { body } = await token({ ...grant, client_id: 'service', client_secret: 'of-its-own' });
  const claims = decodeJwt(body.access_token ?? '');
  expect(claims).toMatchObject({ aud: audience, client_id: 'service' });
  expect(claims).not.toHaveProperty('oid');
  expect((await token({ ...grant, client_id: 'host' })).status).toBe(400);
});

test('a device is signed in by typing its code on a page without script', async () => {
  const asked = await post('/oauth2/v2.0/devicecode', { client_id: 'host', scope: `openid offline_access ${scope}` });
  const { device_code = '', user_code = '', verification_uri = '' } = asked.body;
  const poll = () =>
    token({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: 'host', device_code });
  expect((await poll()).body.error).toBe('authorization_pending');
  const browser = testBrowser('http://stop.invalid');
  const typing = await browser.open(verification_uri);
  expect(typing.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(typing.html).not.toContain('<script');
  expect((await browser.press(typing, 'user_code', 'XXXX-XXXX')).html).toContain('not known');
  const again = await browser.open(verification_uri);
  const confirm = await browser.press(again, 'user_code', user_code);
  expect(confirm.html).toContain(user_code);
  const page = await browser.press(confirm, 'go', 'on');
  const done = await browser.press(page, 'seller', 'sara@trey.example');
  expect(done.html).toContain('signed in on the device');
  const { body } = await poll();
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    aud: audience,
    scp: 'access_as_user',
    preferred_username: 'sara@trey.example',
  });
  expect(body).toHaveProperty('refresh_token');
});
