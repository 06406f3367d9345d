import diagnostics from 'node:diagnostics_channel';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IdentityOptions, type LocalIdentity, startIdentity } from '../../identity/identity.ts';
import { testBrowser } from '../../identity/test-browser.ts';
import { type ConnectionSettings, type Connections, connectionKey, createConnections } from './connections.ts';

const redirectUri = 'http://127.0.0.1:4999/connections/callback';
const audience = 'api://contoso-hub';
const [kenny, sara, logan] = ['kenny@contoso.com', 'sara@trey.example', 'logan@contoso.com'];
const key = connectionKey('contoso-hub', kenny);
const minute = 60_000;

const options: Omit<IdentityOptions, 'port'> = {
  clients: [
    { clientId: 'host', redirectUris: [redirectUri] },
    { clientId: 'confidential', clientSecret: 'of-its-own', redirectUris: [redirectUri] },
  ],
  resources: [{ audience, scopes: ['access_as_user'] }],
  accessTokenLifetime: 600,
};
let identity: LocalIdentity;
let settings: ConnectionSettings;
beforeAll(async () => {
  identity = await startIdentity({ port: 0, ...options });
  settings = {
    authorizationUrl: '',
    tokenUrl: '',
    issuer: identity.issuer,
    clientId: 'host',
    scopes: ['openid', 'profile', 'offline_access', `${audience}/access_as_user`],
    silent: true,
  };
});
afterAll(() => identity.close());

/** Connections whose clock can be put forward. */
function connectionsWithClock() {
  let ahead = 0;
  const connections = createConnections({ redirectUri: () => redirectUri, now: () => Date.now() + ahead });
  const goOn = (milliseconds: number) => {
    ahead += milliseconds;
  };
  return { connections, goOn };
}

/** Signs in by the provider's pages; gives the callback that the browser ended at. */
async function pagesOf(url: string, [name, value]: [string, string]): Promise<string> {
  const browser = testBrowser(redirectUri);
  return (await browser.press(await browser.open(url), name, value)).url;
}

async function signIn(connections: Connections, user = kenny, more: Partial<ConnectionSettings> = {}) {
  const url = await connections.begin(key, { ...settings, ...more }, user);
  return connections.complete(await pagesOf(url, ['seller', user]));
}

/** The paths that were asked for while `work` went on. */
async function pathsOf(work: () => Promise<unknown>): Promise<string[]> {
  const paths: string[] = [];
  const note = (message: unknown) => paths.push((message as { request: { path: string } }).request.path);
  diagnostics.subscribe('undici:request:create', note);
  await work().finally(() => diagnostics.unsubscribe('undici:request:create', note));
  return paths;
}

describe('signing in', () => {
  test('connects the seller, who is named, for as long as the token says', async () => {
    const { connections } = connectionsWithClock();
    expect(connections.state(key, settings)).toEqual({ status: 'none', silent: true });
    expect(await signIn(connections)).toBe(key);
    const state = connections.state(key, settings);
    expect(state).toMatchObject({ status: 'connected', user: kenny, silent: true });
    expect(Math.abs((state.expiresAt ?? 0) - Date.now() - 10 * minute)).toBeLessThan(5_000);
    const token = await connections.token(key);
    expect(decodeJwt(token ?? '')).toMatchObject({ aud: audience, scp: 'access_as_user', azp: 'host' });
  });

  test('asks with PKCE, a state of its own, and the name of the seller', async () => {
    const { connections } = connectionsWithClock();
    const asked = async () => new URL(await connections.begin(key, settings, sara)).searchParams;
    const [first, second] = [await asked(), await asked()];
    expect(Object.fromEntries(first)).toMatchObject({
      response_type: 'code',
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
      login_hint: sara,
    });
    expect(first.get('state')).not.toBe(second.get('state'));
    expect(first.get('code_challenge')).not.toBe(second.get('code_challenge'));
  });

  test('works with a provider that is known by its addresses only, and with a client secret', async () => {
    const { connections } = connectionsWithClock();
    const at = (path: string) => `${identity.issuer}/oauth2/v2.0/${path}`;
    await signIn(connections, kenny, {
      issuer: '',
      authorizationUrl: at('authorize'),
      tokenUrl: at('token'),
      refreshUrl: at('token'),
      clientId: 'confidential',
      clientSecret: 'of-its-own',
    });
    const token = await connections.token(key);
    expect(decodeJwt(token ?? '').azp).toBe('confidential');
    expect(connections.state(key).user).toBe(kenny);
    expect(await connections.renew(key, token)).not.toBe(token);
  });

  test('that is cancelled is told in words', async () => {
    const { connections } = connectionsWithClock();
    const callback = await pagesOf(await connections.begin(key, settings, kenny), ['cancel', 'yes']);
    const problem = 'The sign-in was cancelled or refused. (access_denied: The sign-in was cancelled.)';
    await expect(connections.complete(callback)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED', message: problem });
    expect(connections.state(key, settings)).toEqual({ status: 'none', silent: true, problem });
  });

  test('ends once: a replayed, made-up, late or missing state is refused', async () => {
    const { connections, goOn } = connectionsWithClock();
    const callback = await pagesOf(await connections.begin(key, settings), ['seller', kenny]);
    await connections.complete(callback);
    const late = await pagesOf(await connections.begin(key, settings), ['seller', kenny]);
    goOn(15 * minute);
    for (const url of [callback, late, `${redirectUri}?code=x&state=made-up`, redirectUri, 'nonsense']) {
      await expect(connections.complete(url)).rejects.toThrow(
        'was not begun here, has ended already, or took too long',
      );
    }
  });

  test('with a code that is not the provider’s is refused, and the state is used up', async () => {
    const { connections } = connectionsWithClock();
    const callback = new URL(await pagesOf(await connections.begin(key, settings), ['seller', kenny]));
    callback.searchParams.set('code', 'made-up');
    await expect(connections.complete(callback.href)).rejects.toThrow('no longer valid');
    await expect(connections.complete(callback.href)).rejects.toThrow('has ended already');
  });

  test.each([
    ['no client id', { clientId: '' }, 'below connections in saleskit.config, or give dev --client-id'],
    ['no address', { issuer: '' }, 'names no authorization address'],
    ['an address with placeholders', { issuer: 'https://{region}.example.com' }, 'is no address that can be opened'],
    [
      'http elsewhere than on this machine',
      { issuer: 'http://login.example.com' },
      'must be https, or http on this machine',
    ],
    ['an address of another kind', { issuer: '', authorizationUrl: 'javascript:alert(1)' }, 'must be https'],
    [
      'a token address by http',
      { issuer: '', authorizationUrl: 'https://a.example', tokenUrl: 'http://a.example' },
      'must be https',
    ],
    ['a provider that is not there', { issuer: 'http://127.0.0.1:1' }, '127.0.0.1:1 cannot be reached'],
  ])('cannot begin with %s, which is told in words', async (_case, more, words) => {
    const { connections } = connectionsWithClock();
    const begun = connections.begin(key, { ...settings, ...more });
    await expect(begun).rejects.toMatchObject({ code: 'SIGN_IN_FAILED', message: expect.stringContaining(words) });
  });
});

describe('a token', () => {
  test('is renewed within a minute of its end, once for all who ask', async () => {
    const { connections, goOn } = connectionsWithClock();
    await signIn(connections);
    const first = await connections.token(key);
    goOn(8 * minute);
    expect(await connections.token(key)).toBe(first);
    goOn(1.5 * minute);
    const asked = await Promise.all([1, 2, 3].map(() => connections.token(key)));
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).not.toBe(first);
    goOn(60 * minute);
    expect(decodeJwt((await connections.token(key)) ?? '')).toMatchObject({
      preferred_username: kenny,
      scp: 'access_as_user',
    });
  });

  test('that was refused is renewed once for all whom it was refused', async () => {
    const { connections } = connectionsWithClock();
    await signIn(connections);
    const refused = await connections.token(key);
    const [first, second] = await Promise.all([1, 2].map(() => connections.renew(key, refused)));
    expect([first === second, first === refused]).toEqual([true, false]);
    expect(await connections.renew(key, refused)).toBe(first);
  });

  test('that the provider no longer renews is used to its end; then the seller is told to sign in', async () => {
    const forgetful = await startIdentity({ port: 0, ...options });
    const { connections, goOn } = connectionsWithClock();
    await signIn(connections, kenny, { issuer: forgetful.issuer });
    const token = await connections.token(key);
    await forgetful.close();
    goOn(9.5 * minute);
    expect(await connections.token(key)).toBe(token);
    expect(connections.state(key)).toMatchObject({
      status: 'connected',
      problem: expect.stringContaining('cannot be reached'),
    });
    const again = await startIdentity({ port: Number(new URL(forgetful.issuer).port), ...options });
    expect(await connections.renew(key, token)).toBeUndefined();
    goOn(minute);
    expect(await connections.token(key)).toBeUndefined();
    const problem = expect.stringContaining('The sign-in is no longer valid: sign in again. (invalid_grant');
    expect(connections.state(key, settings)).toEqual({ status: 'none', silent: true, problem });
    await again.close();
  });

  test('is not waited for longer than the signal says; the renewal is kept all the same', async () => {
    const { connections, goOn } = connectionsWithClock();
    await signIn(connections);
    goOn(9.5 * minute);
    const controller = new AbortController();
    const waited = connections.token(key, controller.signal);
    controller.abort(new Error('over'));
    await expect(waited).rejects.toThrow('over');
    expect(await pathsOf(() => connections.token(key))).toEqual([]);
    expect(connections.state(key).expiresAt).toBeGreaterThan(Date.now() + 15 * minute);
  });

  test('that is pasted is used as it is', async () => {
    const [{ connections }, { connections: other }] = [connectionsWithClock(), connectionsWithClock()];
    await other.silently(key, settings, sara);
    const token = (await other.token(key)) ?? '';
    connections.paste(key, ` Bearer ${token}\n`);
    expect(await connections.token(key)).toBe(token);
    expect(connections.state(key, settings)).toMatchObject({ status: 'pasted', user: sara });
    expect(await connections.renew(key, token)).toBeUndefined();
    connections.paste(key, 'opaque');
    expect(connections.state(key)).toEqual({ status: 'pasted', silent: false });
    expect(() => connections.paste(key, 'two words')).toThrow('is no token');
  });
});

describe('signing out', () => {
  test('forgets the token and revokes it at the provider', async () => {
    const { connections } = connectionsWithClock();
    await signIn(connections);
    expect(await pathsOf(() => connections.signOut(key))).toEqual(['/oauth2/v2.0/revoke']);
    expect(await connections.token(key)).toBeUndefined();
    expect(connections.state(key, settings)).toEqual({ status: 'none', silent: true, isSignedOut: true });
    await connections.signOut(key);
  });

  test('does not wait for a renewal, whose token is revoked when it comes', async () => {
    const { connections } = connectionsWithClock();
    await signIn(connections);
    const renewed = connections.renew(key, await connections.token(key));
    await connections.signOut(key);
    expect(await renewed).toBeUndefined();
    expect(connections.state(key, settings).status).toBe('none');
  });
});

describe('the silent connection', () => {
  test('is made and renewed without a page', async () => {
    const { connections, goOn } = connectionsWithClock();
    await connections.silently(key, settings, kenny);
    const token = await connections.token(key);
    expect(decodeJwt(token ?? '')).toMatchObject({ preferred_username: kenny, scp: 'access_as_user' });
    expect(connections.state(key, settings)).toMatchObject({ status: 'connected', user: kenny });
    goOn(10 * minute);
    expect(await connections.token(key)).not.toBe(token);
  });

  test('of a seller without the scope has a token without it', async () => {
    const { connections } = connectionsWithClock();
    await connections.silently(key, settings, logan);
    expect(decodeJwt((await connections.token(key)) ?? '')).not.toHaveProperty('scp');
  });

  test.each([
    ['an unknown seller', {}, 'nobody@contoso.com', 'names no seller known here'],
    ['a package that does not ask for it', { silent: false }, kenny, 'does not ask for a silent connection'],
    [
      'a provider elsewhere',
      {
        issuer: '',
        authorizationUrl: 'https://login.example.com/authorize',
        tokenUrl: 'https://login.example.com/token',
      },
      kenny,
      'Only the local identity provider',
    ],
  ])('is not made for %s', async (_case, more, seller, words) => {
    const { connections } = connectionsWithClock();
    const made = connections.silently(key, { ...settings, ...more }, seller);
    await expect(made).rejects.toMatchObject({ code: 'SIGN_IN_FAILED', message: expect.stringContaining(words) });
    expect(connections.state(key).problem).toContain(words);
  });
});

test('without settings no connection is needed, and no token is there', async () => {
  const { connections } = connectionsWithClock();
  expect(connections.state(key)).toEqual({ status: 'not-needed', silent: false });
  expect(await connections.token(key)).toBeUndefined();
  expect(await connections.renew(key, undefined)).toBeUndefined();
});
