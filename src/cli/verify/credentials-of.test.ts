import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type LocalIdentity, startIdentity } from '../../identity/identity.ts';
import { testBrowser } from '../../identity/test-browser.ts';
import { type ConnectorPackage, readPackage } from '../../package/connector-package.ts';
import { forgedBearers } from '../../verify/verify.ts';
import { hubResource, localClients } from '../local-identity.ts';
import { credentialsOf } from './credentials-of.ts';
import { localCredentials } from './local-credentials.ts';
import { clientCredentials, deviceCredentials } from './provider-credentials.ts';

const secret = 'secret-of-the-service';
const clients = [...localClients, { clientId: 'service', clientSecret: secret, redirectUris: [] }];
let connector: ConnectorPackage;
beforeAll(async () => {
  connector = await readPackage('contoso-hub/package');
});
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function running(accessTokenLifetime = 3600): Promise<LocalIdentity> {
  const identity = await startIdentity({ port: 0, clients, resources: [hubResource], accessTokenLifetime });
  closing.push(identity.close);
  return identity;
}
/** A file that cannot be: no key is kept by tests. */
const keyFile = 'package.json/key.json';
const scope = [`${hubResource.audience}/access_as_user`];
const portOf = ({ issuer }: LocalIdentity) => Number(new URL(issuer).port);
const claims = (token: string | undefined) => decodeJwt(token ?? '');

test('the local provider gives tokens of two tenants, an expired one and one for another API', async () => {
  const credentials = await localCredentials(connector, { audience: hubResource.audience }, 0, keyFile);
  closing.push(credentials.close);
  expect(credentials.origin).toMatchObject({ audience: 'api://contoso-hub' });
  const [own, stranger, expired, elsewhere] = await Promise.all(
    (['own', 'other-tenant', 'expired', 'wrong-audience'] as const).map(async (bearer) =>
      claims(await credentials.token(bearer)),
    ),
  );
  expect(own).toMatchObject({ aud: 'api://contoso-hub', scp: 'access_as_user', name: 'Kenny Smith' });
  expect(stranger).toMatchObject({ aud: 'api://contoso-hub', name: 'Sara Davis' });
  expect(stranger?.tid).not.toBe(own?.tid);
  expect(expired?.exp).toBeLessThan(Date.now() / 1000 - 3000);
  expect(elsewhere).toMatchObject({ aud: 'api://another-api', scp: 'access_as_user', oid: own?.oid });
});

test('the local provider’s tokens are forged in each way, and none of them holds', async () => {
  const credentials = await localCredentials(connector, { audience: hubResource.audience }, 0, keyFile);
  closing.push(credentials.close);
  const [own, ...forged] = await Promise.all(
    (['own', ...forgedBearers] as const).map((each) => credentials.token(each)),
  );
  const { iss: issuer = '', aud } = claims(own);
  const keys = createRemoteJWKSet(new URL(`${issuer}/discovery/v2.0/keys`));
  const verified = (token = '') => jwtVerify(token, keys, { issuer, audience: String(aud) });
  await verified(own);
  expect(forged.map((token) => decodeProtectedHeader(token ?? '').alg)).toEqual(['RS256', 'RS256', 'none', 'RS256']);
  for (const token of forged) await expect(verified(token)).rejects.toThrow();
  expect(new Set(forged.map((token) => decodeProtectedHeader(token ?? '').kid)).size).toBe(1);
  await expect(jwtVerify(forged[3] ?? '', keys)).resolves.toMatchObject({
    payload: { iss: 'https://login.another-provider.example/' },
  });
});

test('of a token that is given what needs no provider is forged, of a text that is no JWT nothing', async () => {
  const { privateKey } = await generateKeyPair('ES256');
  const token = await new SignJWT({ sub: 'kenny' }).setProtectedHeader({ alg: 'ES256', kid: '1' }).sign(privateKey);
  const made = async (auth: string) => {
    const credentials = await credentialsOf({ auth: `token=${auth}` }, connector, {});
    return Promise.all(forgedBearers.map((bearer) => credentials.token(bearer)));
  };
  const kinds = (tokens: readonly (string | undefined)[]) => tokens.map((each) => typeof each);
  expect(kinds(await made(token))).toEqual(['string', 'string', 'string', 'undefined']);
  expect(new Set([token, ...(await made(token))]).size).toBe(5);
  expect(kinds(await made('opaque'))).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
});

test('a provider that runs already is asked, for the one API it knows where the package names none yet', async () => {
  const identity = await running();
  const credentials = await localCredentials(connector, {}, portOf(identity), keyFile);
  const own = claims(await credentials.token('own'));
  expect([own.iss, own.aud]).toEqual([identity.issuer, 'api://contoso-hub']);
  expect(credentials.origin).toEqual({ issuer: identity.issuer, audience: 'api://contoso-hub' });
  await credentials.close();
  expect((await fetch(`${identity.issuer}/.well-known/openid-configuration`)).status).toBe(200);
});

test('a client has a token by its secret, renewed when it grows old', async () => {
  const identity = await running(2);
  const given = { issuer: identity.issuer, 'client-id': 'service', scope };
  const credentials = await clientCredentials(connector, given, secret);
  const first = await credentials.token('own');
  expect(claims(first)).toMatchObject({ aud: 'api://contoso-hub', client_id: 'service' });
  expect(await credentials.token('own')).toBe(first);
  await expect.poll(() => credentials.token('own'), { timeout: 3000 }).not.toBe(first);
  expect(await credentials.token('expired')).toBeUndefined();
});

test('a user signs in on another page, and the token is refreshed without a page', async () => {
  const identity = await running(2);
  const told: string[] = [];
  const typed = Promise.withResolvers<void>();
  const given = {
    issuer: identity.issuer,
    'client-id': 'saleskit-host',
    scope: ['openid', 'offline_access', ...scope],
  };
  const waiting = deviceCredentials(connector, given, undefined, (words) => {
    told.push(words);
    typed.resolve();
  });
  await typed.promise;
  const [, address = '', code = ''] = /open (\S+) and type the code (\S+)\. /.exec(told.join()) ?? [];
  const browser = testBrowser('http://stop.invalid');
  const confirm = await browser.press(await browser.open(address), 'user_code', code);
  await browser.press(await browser.press(confirm, 'go', 'on'), 'seller', 'sara@trey.example');
  const credentials = await waiting;
  const first = await credentials.token('own');
  expect(claims(first)).toMatchObject({ aud: 'api://contoso-hub', preferred_username: 'sara@trey.example' });
  await expect.poll(() => credentials.token('own'), { timeout: 3000 }).not.toBe(first);
  expect(told).toHaveLength(1);
}, 15_000);

test('a wrong secret is told before the run, without the secret', async () => {
  const { issuer } = await running();
  const failed = await clientCredentials(connector, { issuer, 'client-id': 'service' }, 'wrong-secret').catch(
    (error) => error,
  );
  expect(failed).toMatchObject({ code: 'SIGN_IN_FAILED', message: expect.stringContaining('invalid_client') });
  expect(JSON.stringify(failed) + failed.stack).not.toContain('wrong-secret');
});

test.each([
  ['client', {}, 'SALESKIT_CLIENT_SECRET'],
  ['saml', {}, '--auth is none, token=T, local, client or device'],
  ['device', { issuer: 'http://login.example.com' }, '--issuer'],
])('--auth %s says what is missing', async (auth, given, words) => {
  await expect(credentialsOf({ auth, ...given }, connector, {})).rejects.toThrow(words);
});

test('--other-token goes before what a provider gives', async () => {
  const { issuer } = await running();
  const given = { auth: 'client', issuer, 'client-id': 'service', scope, 'other-token': 'of-another-tenant' };
  const credentials = await credentialsOf(given, connector, { SALESKIT_CLIENT_SECRET: secret });
  expect(await credentials.token('other-tenant')).toBe('of-another-tenant');
});
