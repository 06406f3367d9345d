import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalIdentity, silentGrantType, startIdentity } from './identity.ts';
import { testBrowser } from './test-browser.ts';

const clientId = 'host';
const redirectUri = 'http://127.0.0.1/callback';
const audience = 'api://contoso-hub';
const facts = 'api://contoso-facts';
const scope = `openid profile ${audience}/access_as_user`;
const [kenny, sara, logan] = ['kenny@contoso.com', 'sara@trey.example', 'logan@contoso.com'];

const warnings = ['warn', 'info', 'error', 'log'] as const;
const said = warnings.map((method) => vi.spyOn(console, method));
let identity: LocalIdentity;
beforeAll(async () => {
  identity = await startIdentity({
    port: 0,
    clients: [
      { clientId, redirectUris: [redirectUri], postLogoutRedirectUris: [redirectUri] },
      { clientId: 'confidential', clientSecret: 'of-its-own', redirectUris: [redirectUri] },
      { clientId: 'hub', clientSecret: 'of-the-hub', api: audience, redirectUris: [redirectUri] },
      { clientId: 'open-hub', api: audience, redirectUris: [redirectUri] },
    ],
    resources: [
      { audience, scopes: ['access_as_user'] },
      { audience: facts, scopes: ['read'] },
    ],
    onFailure: (error) => expect(error).toBeUndefined(),
  });
});
afterEach(() => expect(said.flatMap((spy) => spy.mock.calls)).toEqual([]));
afterAll(() => identity.close());

const post = async (path: string, fields: Record<string, string>) => {
  const response = await fetch(`${identity.issuer}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
};
const token = (fields: Record<string, string>) => post('/oauth2/v2.0/token', { client_id: clientId, ...fields });
const silently = (assertion: string, fields: Record<string, string> = { scope: `${audience}/access_as_user` }) =>
  token({ grant_type: silentGrantType, assertion, ...fields });
const verified = (jwt: string) =>
  jwtVerify(jwt, createRemoteJWKSet(new URL(`${identity.issuer}/discovery/v2.0/keys`)), {
    issuer: identity.issuer,
    audience,
    requiredClaims: ['exp'],
  });

/** An authorization request, with the verifier that its code is redeemed by. */
function request(more: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL('/oauth2/v2.0/authorize', identity.issuer);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 'of-the-client',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }).toString();
  const redeem = (callback: string) =>
    token({
      grant_type: 'authorization_code',
      code: new URL(callback).searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
  return { url: url.href, redeem };
}

async function signIn(userName: string, browser = testBrowser(redirectUri), more: Record<string, string> = {}) {
  const { url, redeem } = request(more);
  const page = await browser.open(url);
  expect(page.status).toBe(200);
  const arrived = await browser.press(page, 'seller', userName);
  return (await redeem(arrived.url)).body;
}

describe('signing in', () => {
  test('gives a token with the claims of Entra ID, signed RS256 with the published key', async () => {
    const tokens = await signIn(kenny);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const { payload, protectedHeader } = await verified(tokens.access_token);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect(payload).toMatchObject({
      aud: audience,
      tid: '50000000-0000-4000-8000-00000000c0c0',
      oid: identity.sellers[0]?.objectId,
      scp: 'access_as_user',
      azp: clientId,
      preferred_username: kenny,
      name: 'Kenny Smith',
      ver: '2.0',
    });
    expect(payload).not.toHaveProperty('scope');
    expect(decodeJwt(tokens.id_token)).toMatchObject({ aud: clientId, name: 'Kenny Smith', preferred_username: kenny });
  });

  test('a seller of the second tenant has its tid', async () => {
    const { payload } = await verified((await signIn(sara)).access_token);
    expect(payload).toMatchObject({ tid: '60000000-0000-4000-8000-00000000c0c0', preferred_username: sara });
  });

  test('a seller without the scope gets a token without it', async () => {
    const { payload } = await verified((await signIn(logan)).access_token);
    expect(payload).not.toHaveProperty('scp');
    expect(payload.preferred_username).toBe(logan);
  });

  test.each([
    ['by a resource indicator and a short scope', { resource: audience, scope: 'access_as_user' }],
    ['by .default', { scope: `${audience}/.default` }],
    ['by the short scope alone', { scope: 'openid access_as_user offline_access' }],
  ])('the API is named %s', async (_how, more) => {
    const { payload } = await verified((await signIn(kenny, undefined, more)).access_token);
    expect(payload).toMatchObject({ aud: audience, scp: 'access_as_user' });
  });

  test('the page lists the sellers as buttons, the hinted one first, without script under a strict policy', async () => {
    const page = await testBrowser(redirectUri).open(request({ login_hint: sara }).url);
    const buttons = [...page.html.matchAll(/name="seller" value="([^"]+)"/g)].map(([, value]) => value);
    expect(buttons).toEqual([sara, kenny, logan]);
    expect(page.html).not.toContain('<script');
    const policy = page.headers.get('content-security-policy') ?? '';
    const style = /<style>(.*)<\/style>/s.exec(page.html)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1");
  });

  test('cancelling is told to the client', async () => {
    const browser = testBrowser(redirectUri);
    const arrived = await browser.press(await browser.open(request().url), 'cancel', 'yes');
    const { searchParams } = new URL(arrived.url);
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['access_denied', 'of-the-client']);
  });

  test('a name that nobody has, and a sign-in that is over, are answered in words', async () => {
    const browser = testBrowser(redirectUri);
    const page = await browser.open(request().url);
    expect(await browser.press(page, 'seller', 'nobody@contoso.com')).toMatchObject({ status: 400 });
    await browser.press(page, 'seller', kenny);
    const again = await browser.press(page, 'seller', kenny);
    expect([again.status, again.html]).toEqual([400, expect.stringContaining('expired or was completed')]);
  });
});

describe('the session of the browser', () => {
  test('signs the same seller in again without a page', async () => {
    const browser = testBrowser(redirectUri);
    await signIn(kenny, browser);
    const { url, redeem } = request({ login_hint: kenny });
    const { body } = await redeem((await browser.open(url)).url);
    expect(decodeJwt(body.access_token).preferred_username).toBe(kenny);
  });

  test('does not sign in where prompt=login asks for the page, nor where prompt=none forbids it', async () => {
    const browser = testBrowser(redirectUri);
    const none = await browser.open(request({ prompt: 'none' }).url);
    expect(new URL(none.url).searchParams.get('error')).toBe('login_required');
    await signIn(kenny, browser);
    expect(await browser.open(request({ prompt: 'login' }).url)).toMatchObject({ status: 200 });
  });

  test('gives way to another seller that login_hint names, whose choice is then theirs; the first keeps its tokens', async () => {
    const browser = testBrowser(redirectUri);
    const first = await signIn(kenny, browser);
    const second = await signIn(sara, browser, { login_hint: sara });
    expect(decodeJwt(second.access_token).preferred_username).toBe(sara);
    expect(await token({ grant_type: 'refresh_token', refresh_token: first.refresh_token })).toMatchObject({
      status: 200,
    });
  });

  test('ends by signing out, after a question where somebody is signed in', async () => {
    const browser = testBrowser(redirectUri);
    const out = new URL('/oauth2/v2.0/logout', identity.issuer);
    const none = await browser.open(out.href);
    expect(none.headers.get('content-security-policy')).toMatch(/default-src 'none';script-src 'none' 'sha256-/);
    const { id_token } = await signIn(kenny, browser);
    out.search = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: redirectUri }).toString();
    const arrived = await browser.press(await browser.open(out.href), 'logout', 'yes');
    expect(arrived.url).toMatch(redirectUri);
    expect(await browser.open(request().url)).toMatchObject({ status: 200 });
  });
});

describe('tokens', () => {
  test('are refreshed once: the refresh token rotates, and one used twice revokes all of its sign-in', async () => {
    const first = await signIn(kenny);
    const refresh = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token });
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect((await verified(second.body.access_token)).payload.scp).toBe('access_as_user');
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(second.body.refresh_token)).toMatchObject({ status: 400 });
  });

  test('cannot be refreshed after revocation', async () => {
    const { refresh_token } = await signIn(kenny);
    expect(await post('/oauth2/v2.0/revoke', { client_id: clientId, token: refresh_token })).toMatchObject({
      status: 200,
    });
    expect(await token({ grant_type: 'refresh_token', refresh_token })).toMatchObject({ status: 400 });
  });

  test('need PKCE', async () => {
    const { url, redeem } = request();
    const without = new URL(url);
    without.searchParams.delete('code_challenge');
    without.searchParams.delete('code_challenge_method');
    const refused = await testBrowser(redirectUri).open(without.href);
    expect(new URL(refused.url).searchParams.get('error')).toBe('invalid_request');
    expect(await redeem(`${redirectUri}?code=made-up`)).toMatchObject({ status: 400 });
  });

  test('live as long as is said at start', async () => {
    const short = await startIdentity({
      port: 0,
      clients: [{ clientId, redirectUris: [redirectUri] }],
      resources: [{ audience, scopes: ['access_as_user'] }],
      accessTokenLifetime: 2,
    });
    const body = { client_id: clientId, grant_type: silentGrantType, assertion: kenny, resource: audience };
    const response = await fetch(`${short.issuer}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(body),
    });
    const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number };
    const { exp = 0, iat = 0 } = decodeJwt(access_token);
    expect([expires_in, exp - iat]).toEqual([2, 2]);
    await short.close();
  });
});

describe('the silent grant', () => {
  test('gives the same kind of token without a page, and no refresh token', async () => {
    const { status, body } = await silently('Kenny@Contoso.com');
    expect([status, Object.keys(body).sort()]).toEqual([200, ['access_token', 'expires_in', 'token_type']]);
    const { payload } = await verified(body.access_token);
    const interactive = decodeJwt((await signIn(kenny)).access_token);
    expect(Object.keys(payload).sort()).toEqual(Object.keys(interactive).sort());
    expect(payload).toMatchObject({ scp: 'access_as_user', sub: interactive.sub, oid: interactive.oid });
  });

  test('gives a seller without the scope a token without it', async () => {
    expect(decodeJwt((await silently(logan)).body.access_token)).not.toHaveProperty('scp');
  });

  test.each([
    ['an unknown seller', 'nobody@contoso.com', { resource: audience }, 'invalid_grant'],
    ['an unknown resource', kenny, { resource: 'api://other' }, 'invalid_target'],
    ['no resource at all', kenny, { scope: 'openid' }, 'invalid_target'],
    ['an unknown client', kenny, { resource: audience, client_id: 'stranger' }, 'invalid_client'],
    ['a wrong secret', kenny, { resource: audience, client_id: 'confidential', client_secret: 'x' }, 'invalid_client'],
  ])('refuses %s', async (_case, assertion, fields, error) => {
    const answer = await silently(assertion, fields);
    expect([answer.status >= 400, answer.body.error]).toEqual([true, error]);
  });
});

describe('the exchange of a token that an API was called with', () => {
  const hub = { client_id: 'hub', client_secret: 'of-the-hub', scope: `${facts}/read` };
  const exchange = (assertion: string, fields: Record<string, string> = {}) =>
    token({ grant_type: silentGrantType, requested_token_use: 'on_behalf_of', assertion, ...hub, ...fields });
  const tokenOf = async (seller: string, scope = `${audience}/access_as_user`) =>
    (await silently(seller, { scope })).body.access_token as string;
  const made = async (claims: Record<string, unknown>, key: Parameters<SignJWT['sign']>[0], kid?: string) =>
    new SignJWT({ oid: identity.sellers[0]?.objectId, ...claims })
      .setProtectedHeader({ alg: 'RS256', ...(kid && { kid }) })
      .setIssuer(identity.issuer)
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(key);

  test('gives a token of the other API for the same seller, to the program as its client', async () => {
    const { status, body } = await exchange(await tokenOf(kenny));
    expect([status, Object.keys(body).sort()]).toEqual([200, ['access_token', 'expires_in', 'token_type']]);
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: facts,
      scp: 'read',
      oid: identity.sellers[0]?.objectId,
      tid: '50000000-0000-4000-8000-00000000c0c0',
      azp: 'hub',
    });
  });

  test('is there as RFC 8693 has it, too', async () => {
    const exchanged = (subject_token: string) =>
      token({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        ...hub,
      });
    const { status, body } = await exchanged(await tokenOf(sara));
    expect([status, body.issued_token_type]).toEqual([200, 'urn:ietf:params:oauth:token-type:access_token']);
    expect(decodeJwt(body.access_token)).toMatchObject({ aud: facts, preferred_username: sara });
    const ofAnother = await exchanged(await tokenOf(sara, `${facts}/read`));
    expect([ofAnother.status, ofAnother.body.error]).toEqual([400, 'invalid_request']);
  });

  test.each([
    ['a token of another API', () => tokenOf(kenny, `${facts}/read`), {}, 'invalid_grant'],
    ['a token that is none', async () => 'eyJ.eyJ.eyJ', {}, 'invalid_grant'],
    ['a secret that is wrong', () => tokenOf(kenny), { client_secret: 'x' }, 'invalid_client'],
    [
      'a client that is no API',
      () => tokenOf(kenny),
      { client_id: 'confidential', client_secret: 'of-its-own' },
      'unauthorized_client',
    ],
    [
      'a client without a secret',
      () => tokenOf(kenny),
      { client_id: 'open-hub', client_secret: '' },
      'unauthorized_client',
    ],
    ['an API that is not known', () => tokenOf(kenny), { scope: 'api://other/read' }, 'invalid_target'],
  ])('refuses %s', async (_case, assertion, fields, error) => {
    const answer = await exchange(await assertion(), fields);
    expect([answer.status >= 400, answer.body.error]).toEqual([true, error]);
  });

  test('refuses a token that was signed by another, whatever key it names', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const keys = await (await fetch(`${identity.issuer}/discovery/v2.0/keys`)).json();
    for (const kid of [undefined, (keys as { keys: { kid: string }[] }).keys[0]?.kid]) {
      expect((await exchange(await made({ jwk: await exportJWK(publicKey) }, privateKey, kid))).body.error).toBe(
        'invalid_grant',
      );
    }
  });
});

test('listens on loopback only, and says when a port is taken', async () => {
  const options = { clients: [], resources: [] };
  await expect(startIdentity({ ...options, port: 0, host: '0.0.0.0' })).rejects.toMatchObject({ code: 'USAGE' });
  const port = Number(new URL(identity.issuer).port);
  await expect(startIdentity({ ...options, port })).rejects.toThrow(`Port ${port} of the identity provider is taken`);
});

test('answers no other host name', async () => {
  const other = identity.issuer.replace('127.0.0.1', 'localhost');
  const response = await fetch(`${other}/.well-known/openid-configuration`).catch(() => undefined);
  expect(response?.status ?? 421).toBe(421);
});
