import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BearerOptions, bearerAuthentication } from './bearer-authentication.ts';
import { entraAuthentication } from './entra-authentication.ts';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

let issuerServer: Server;
let issuer: string;
let published: Key[];
let keyRequests = 0;
let available = true;

const newKey = async (kid: string): Promise<Key> => ({ kid, ...(await generateKeyPair('RS256')) });

beforeAll(async () => {
  issuerServer = createServer(async (request, response) => {
    if (!available) return void response.writeHead(503).end();
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      return void response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    keyRequests++;
    const keys = await Promise.all(
      published.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'RS256' })),
    );
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => issuerServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(issuerServer.address() as AddressInfo).port}`;
});
afterAll(() => void issuerServer.close());
beforeEach(async () => {
  published = [await newKey('key-1')];
  keyRequests = 0;
  available = true;
});

const tenant = 'tenant-1';
const claims = { tid: tenant, oid: 'user-1', azp: 'client-1', scp: 'access_as_user other' };
const authentication = (options: Partial<BearerOptions> = {}) =>
  bearerAuthentication({ issuer, audience: 'api://hub', scope: 'access_as_user', ...options });

async function token(
  payload: JWTPayload = {},
  key: Pick<Key, 'kid' | 'privateKey'> = published[0] as Key,
): Promise<string> {
  const jwt = new SignJWT({
    iss: issuer,
    aud: 'api://hub',
    exp: Math.floor(Date.now() / 1000) + 3600,
    ...claims,
    ...payload,
  });
  return `Bearer ${await jwt.setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.privateKey)}`;
}

test('a good token identifies tenant, user and client', async () => {
  const header = await token();
  await expect(authentication().identify(header)).resolves.toEqual({
    tenant,
    user: 'user-1',
    client: 'client-1',
    token: header.slice(7),
  });
});

describe('refused with 401', () => {
  const seconds = Math.floor(Date.now() / 1000);
  test.each([
    ['of another audience', { aud: 'api://other' }],
    ['of another issuer', { iss: 'https://other.example.com' }],
    ['that has expired', { exp: seconds - 120 }],
    ['that is not valid yet', { nbf: seconds + 600 }],
    ['without expiry', { exp: undefined }],
    ['without tenant', { tid: undefined }],
    ['without user', { oid: undefined }],
  ])('is a token %s', async (_case, payload) => {
    const identify = async () => authentication().identify(await token(payload as JWTPayload));
    await expect(identify()).rejects.toMatchObject({
      code: 'INVALID_TOKEN_SPECIFIED',
      headers: { 'www-authenticate': expect.stringContaining('Bearer') },
    });
  });

  test('is a token signed with another key of the same name', async () => {
    const forged = await token({}, await newKey('key-1'));
    await expect(authentication().identify(forged)).rejects.toMatchObject({ code: 'INVALID_TOKEN_SPECIFIED' });
  });

  test('is a token without signature', async () => {
    const [, payload] = (await token()).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    await expect(async () => authentication().identify(`Bearer ${header}.${payload}.`)).rejects.toMatchObject({
      code: 'INVALID_TOKEN_SPECIFIED',
    });
  });

  test('is a token signed with the public key as a secret', async () => {
    const secret = Buffer.from(JSON.stringify(await exportJWK((published[0] as Key).publicKey)));
    const jwt = await new SignJWT({ iss: issuer, aud: 'api://hub', exp: seconds + 60, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(secret);
    await expect(authentication().identify(`Bearer ${jwt}`)).rejects.toMatchObject({ code: 'INVALID_TOKEN_SPECIFIED' });
  });

  test.each<[string, (own: Key) => Promise<JWTHeaderParameters>]>([
    ['brings its own key', async (own) => ({ alg: 'RS256', jwk: await exportJWK(own.publicKey) })],
    [
      'brings its own key under a known name',
      async (own) => ({ alg: 'RS256', kid: 'key-1', jwk: await exportJWK(own.publicKey) }),
    ],
    ['names an address of its keys', async () => ({ alg: 'RS256', kid: 'key-1', jku: `${issuer}/forged` })],
    ['names an address of its certificate', async () => ({ alg: 'RS256', kid: 'key-1', x5u: `${issuer}/forged` })],
    ['names a file as its key', async () => ({ alg: 'RS256', kid: '../../../../dev/null' })],
    ['asks for what nobody knows', async () => ({ alg: 'RS256', kid: 'key-1', crit: ['exp'], exp: 1 })],
    ['names no key', async () => ({ alg: 'RS256' })],
  ])('is a token that %s, and nothing but the issuer’s keys is fetched', async (_what, headerOf) => {
    const own = await newKey('own');
    const payload = { iss: issuer, aud: 'api://hub', exp: seconds + 60, ...claims };
    const jwt = new SignJWT(payload).setProtectedHeader(await headerOf(own));
    const forged = await jwt.sign(own.privateKey, { crit: { exp: false } });
    await expect(authentication().identify(`Bearer ${forged}`)).rejects.toMatchObject({
      code: 'INVALID_TOKEN_SPECIFIED',
    });
    expect(keyRequests).toBeLessThanOrEqual(1);
  });

  test('is a token whose tenant was changed after it was signed', async () => {
    const [header, payload = '', signature] = (await token()).slice('Bearer '.length).split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), tid: 'tenant-2' };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    await expect(async () => authentication().identify(`Bearer ${forged}`)).rejects.toMatchObject({
      code: 'INVALID_TOKEN_SPECIFIED',
    });
  });

  test.each([undefined, '', 'Basic abc', 'Bearer', 'Bearer ', 'Bearer a b', 'Bearer nonsense'])(
    'is the header %j',
    async (header) => {
      await expect(async () => authentication().identify(header)).rejects.toMatchObject({
        code: 'INVALID_TOKEN_SPECIFIED',
      });
    },
  );
});

describe('refused with 403', () => {
  test('is a token that lacks the scope', async () => {
    const header = await token({ scp: 'other' });
    await expect(authentication().identify(header)).rejects.toMatchObject({
      code: 'INSUFFICIENT_PERMISSIONS',
      headers: { 'www-authenticate': expect.stringContaining('insufficient_scope') },
    });
  });

  test('is a tenant that is not let in', async () => {
    const header = await token();
    await expect(authentication({ tenants: ['tenant-2'] }).identify(header)).rejects.toMatchObject({
      code: 'INSUFFICIENT_PERMISSIONS',
    });
    await expect(authentication({ tenants: [tenant] }).identify(header)).resolves.toMatchObject({ tenant });
  });
});

test('scopes may stand in the claim scope, as in RFC 9068', async () => {
  const header = await token({ scp: undefined, scope: 'openid access_as_user' } as JWTPayload);
  await expect(authentication().identify(header)).resolves.toMatchObject({ tenant });
});

test('a verified token is remembered, but no longer than it lives, and five minutes at most', async () => {
  let now = Date.now();
  const remembering = authentication({ now: () => now });
  const header = await token();
  await remembering.identify(header);
  expect(remembering.identify(header)).not.toBeInstanceOf(Promise);
  now += 5 * 60_000;
  const again = remembering.identify(header);
  expect(again).toBeInstanceOf(Promise);
  await expect(again).resolves.toMatchObject({ tenant });
  now += 3600_000;
  await expect(remembering.identify(header)).rejects.toMatchObject({ code: 'INVALID_TOKEN_SPECIFIED' });
});

test('a rotated key is fetched when the last fetch is long enough ago', async () => {
  const rotating = authentication({ cooldown: 100 });
  await rotating.identify(await token());
  published = [await newKey('key-2')];
  await expect.poll(async () => (await rotating.identify(await token())).tenant, { timeout: 5000 }).toBe(tenant);
});

test('a thousand tokens of a thousand unknown keys fetch the keys once, and good tokens pass among them', async () => {
  const flooded = authentication();
  const { privateKey } = await newKey('own');
  const flood = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => token({}, { kid: `key-${index + 2}`, privateKey })),
  );
  const good = await token();
  const refused = flood.map((each) =>
    expect(async () => flooded.identify(each)).rejects.toMatchObject({ code: 'INVALID_TOKEN_SPECIFIED' }),
  );
  await expect(flooded.identify(good)).resolves.toMatchObject({ tenant });
  await Promise.all(refused);
  expect(keyRequests).toBe(1);
});

test('an issuer that is away is not the caller’s fault, and is asked again', async () => {
  available = false;
  const patient = authentication();
  const header = await token();
  await expect(patient.identify(header)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  available = true;
  await expect(patient.identify(header)).resolves.toMatchObject({ tenant });
});

describe('Entra ID', () => {
  test('of many tenants takes the issuer of the token’s own tenant only', async () => {
    const many = bearerAuthentication({
      issuer: `${issuer}/{tenantid}/v2.0`,
      audience: 'api://hub',
      jwksUri: `${issuer}/keys`,
    });
    await expect(many.identify(await token({ iss: `${issuer}/${tenant}/v2.0` }))).resolves.toMatchObject({ tenant });
    await expect(many.identify(await token({ iss: `${issuer}/tenant-2/v2.0` }))).rejects.toMatchObject({
      code: 'INVALID_TOKEN_SPECIFIED',
    });
  });

  test('of one tenant lets no other in', async () => {
    const one = entraAuthentication({ tenant: 'tenant-2', clientId: 'hub', resource: 'api://hub', issuer });
    await expect(one.identify(await token())).rejects.toMatchObject({ code: 'INSUFFICIENT_PERMISSIONS' });
  });

  test('describes itself in the definition and in apiProperties', () => {
    const { security, connectionParameters, open } = entraAuthentication({ tenant: 'organizations', clientId: 'id' });
    expect(open).toBe(false);
    expect(security?.scopes).toEqual({ 'api://id/access_as_user': expect.any(String) });
    expect(connectionParameters?.token).toMatchObject({
      oAuthSettings: {
        identityProvider: 'aad',
        properties: { IsOnbehalfofLoginSupported: true },
        customParameters: { enableOnbehalfOfLogin: { value: 'true' } },
      },
    });
  });
});
