import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectorError } from '../connector-error.ts';
import { type OnBehalfOfOptions, onBehalfOf } from './on-behalf-of.ts';
import { json, startTestServer, type TestServer } from './test-server.ts';
import type { Caller } from './token-source.ts';

/** An issuer that counts its tokens, and answers as the test says. */
let issuer: TestServer;
let asked: { path: string; fields: Record<string, string> }[] = [];
let answer: (response: ServerResponse) => void;
let logged: string[] = [];
const good = (response: ServerResponse, more: object = { expires_in: 3600 }) =>
  json(response, { access_token: `of-the-back-end-${asked.length}`, token_type: 'Bearer', ...more });

beforeAll(async () => {
  issuer = await startTestServer();
  issuer.answer(async (request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('openid-configuration')) {
      const base = `${issuer.address}${path.replace('/.well-known/openid-configuration', '')}`;
      return json(response, { issuer: base, token_endpoint: `${base}/token` });
    }
    asked.push({ path, fields: Object.fromEntries(new URLSearchParams(await text(request))) });
    answer(response);
  });
});
beforeEach(() => {
  asked = [];
  logged = [];
  answer = good;
});
afterAll(() => issuer.close());

const log = { warn: (...words: unknown[]) => void logged.push(inspect(words, { depth: 9 })) };
const caller = (more: Partial<Caller> = {}) =>
  ({ tenant: 't1', user: 'u1', token: 'secret-assertion', log: log as unknown as Caller['log'], ...more }) as Caller;
const patient = () => new AbortController().signal;
const source = (more: Partial<OnBehalfOfOptions> = {}) =>
  onBehalfOf({
    issuer: issuer.address,
    clientId: 'hub',
    clientSecret: 'secret-of-the-hub',
    scope: 'api://facts/read',
    ...more,
  });

describe('the exchange', () => {
  test('is what Entra ID wants', async () => {
    expect(await source().tokenFor(caller(), { signal: patient() })).toBe('of-the-back-end-1');
    expect(asked[0]?.fields).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: 'secret-assertion',
      scope: 'api://facts/read',
      client_id: 'hub',
      client_secret: 'secret-of-the-hub',
    });
  });

  test('is what RFC 8693 wants, with what else an issuer needs', async () => {
    const exchanging = source({ grant: 'token-exchange', parameters: { audience: 'facts' } });
    await exchanging.tokenFor(caller(), { signal: patient() });
    expect(asked[0]?.fields).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'secret-assertion',
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      audience: 'facts',
    });
  });

  test('is asked of the tenant that the call is of', async () => {
    const exchanging = source({ issuer: `${issuer.address}/{tenantid}/v2.0` });
    await exchanging.tokenFor(caller({ tenant: 'a' }), { signal: patient() });
    await exchanging.tokenFor(caller({ tenant: '../b' }), { signal: patient() });
    expect(asked.map(({ path }) => path)).toEqual(['/a/v2.0/token', '/..%2Fb/v2.0/token']);
  });

  test('is none for a caller without a token', async () => {
    expect(await source().tokenFor(caller({ token: undefined }), { signal: patient() })).toBeUndefined();
  });

  test('sends no secret over plain http to another machine', async () => {
    const exchanging = source({ issuer: 'http://issuer.example' });
    await expect(exchanging.tokenFor(caller(), { signal: patient() })).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
  });
});

describe('a token', () => {
  test('is kept for its user and their token, until a minute before it expires', async () => {
    let now = 1_000_000;
    const exchanging = source({ now: () => now });
    const of = (more: Partial<Caller> = {}) => exchanging.tokenFor(caller(more), { signal: patient() });
    expect([await of(), await of()]).toEqual(['of-the-back-end-1', 'of-the-back-end-1']);
    expect(await of({ user: 'u2' })).toBe('of-the-back-end-2');
    expect(await of({ tenant: 't2' })).toBe('of-the-back-end-3');
    expect(await of({ token: 'another' })).toBe('of-the-back-end-4');
    now += 3_539_000;
    expect(await of()).toBe('of-the-back-end-1');
    now += 1_001;
    expect(await of()).toBe('of-the-back-end-5');
  });

  test('that is short-lived is used for four fifths of its life', async () => {
    let now = 0;
    answer = (response) => good(response, { expires_in: 10 });
    const exchanging = source({ now: () => now });
    const of = () => exchanging.tokenFor(caller(), { signal: patient() });
    await of();
    now = 7_999;
    expect(await of()).toBe('of-the-back-end-1');
    now = 8_001;
    expect(await of()).toBe('of-the-back-end-2');
  });

  test('is asked for once by all who need it at a time, also where the back end refused the last one', async () => {
    const exchanging = source();
    const all = (refused?: string) =>
      Promise.all(Array.from({ length: 5 }, () => exchanging.tokenFor(caller(), { signal: patient(), refused })));
    expect(new Set(await all())).toEqual(new Set(['of-the-back-end-1']));
    expect(new Set(await all('of-the-back-end-1'))).toEqual(new Set(['of-the-back-end-2']));
    expect(asked).toHaveLength(2);
  });

  test('whose caller has no time left still comes for the next one', async () => {
    let held: ServerResponse | undefined;
    answer = (response) => {
      held = response;
    };
    const exchanging = source();
    const controller = new AbortController();
    const waiting = exchanging.tokenFor(caller(), { signal: controller.signal });
    while (!held) await new Promise(setImmediate);
    controller.abort(new DOMException('over', 'TimeoutError'));
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    good(held);
    expect(await exchanging.tokenFor(caller(), { signal: patient() })).toBe('of-the-back-end-1');
  });
});

describe('a refusal', () => {
  const refusal = (body: object, status = 400, options: Partial<OnBehalfOfOptions> = {}) => {
    answer = (response) => json(response, { error_description: 'AADSTS50013: secret-assertion', ...body }, status);
    return source(options)
      .tokenFor(caller(), { signal: patient() })
      .then(
        () => expect.unreachable(),
        (error: ConnectorError) => error,
      );
  };

  test.each([
    [{ error: 'invalid_grant' }, 400, 'INVALID_TOKEN_SPECIFIED'],
    [{ error: 'invalid_grant', suberror: 'consent_required' }, 400, 'INSUFFICIENT_PERMISSIONS'],
    [{ error: 'access_denied' }, 403, 'INSUFFICIENT_PERMISSIONS'],
    [{ error: 'invalid_client' }, 401, 'INTERNAL_SERVER_ERROR'],
    [{ error: 'invalid_scope' }, 400, 'INTERNAL_SERVER_ERROR'],
    [{ error: 'temporarily_unavailable' }, 503, 'SERVICE_UNAVAILABLE'],
    [{ error: 'slow_down' }, 429, 'SERVICE_UNAVAILABLE'],
    [{}, 400, 'SERVICE_UNAVAILABLE'],
  ])('%j with %i is %s', async (body, status, code) => {
    expect((await refusal(body, status)).code).toBe(code);
  });

  test('of a token that does not hold has another name in RFC 8693', async () => {
    const refused = { error: 'invalid_request' };
    expect((await refusal(refused, 400, { grant: 'token-exchange' })).code).toBe('INVALID_TOKEN_SPECIFIED');
    expect((await refusal(refused)).code).toBe('INTERNAL_SERVER_ERROR');
  });

  test('of conditional access tells the caller which claims are wanted', async () => {
    const { code, headers } = await refusal({ error: 'interaction_required', claims: '{"access_token":{}}' });
    const claims = Buffer.from('{"access_token":{}}').toString('base64');
    expect([code, headers['www-authenticate']]).toEqual([
      'INVALID_TOKEN_SPECIFIED',
      `Bearer error="insufficient_claims", claims="${claims}"`,
    ]);
  });

  test('is logged by its codes: neither tokens nor the secret are in errors and log', async () => {
    const errors = [await refusal({ error: 'invalid_grant' }), await refusal({ error: 'x' }, 500)];
    answer = (response) => response.end('{"access_token":"secret-half');
    errors.push(
      await source()
        .tokenFor(caller(), { signal: patient() })
        .catch((error) => error),
    );
    const told = logged.join('\n') + inspect(errors, { depth: 9 });
    expect(logged[0]).toContain('AADSTS50013');
    expect(told).not.toContain('secret-');
  });

  test('is not kept', async () => {
    const exchanging = source();
    answer = (response) => json(response, { error: 'invalid_grant' }, 400);
    await exchanging.tokenFor(caller(), { signal: patient() }).catch(() => {});
    answer = good;
    expect(await exchanging.tokenFor(caller(), { signal: patient() })).toBe('of-the-back-end-2');
  });

  test('an issuer that is down is left alone, one that refuses users is not', async () => {
    const exchanging = source();
    const outcome = async (count: number) => {
      for (let each = 0; each < count; each++)
        await exchanging.tokenFor(caller(), { signal: patient() }).catch(() => {});
      return asked.splice(0).length;
    };
    answer = (response) => json(response, { error: 'invalid_grant' }, 400);
    expect(await outcome(8)).toBe(8);
    answer = (response) => json(response, { error: 'x' }, 500);
    expect(await outcome(8)).toBe(5);
  });
});
