import { expect, test } from 'vitest';
import { maskToken } from './mask-token.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrZW5ueSJ9.c2lnbmF0dXJl-of_it';

test.each([
  ['a header', `Authorization: Bearer ${jwt}`, 'Authorization: Bearer [masked]'],
  [
    'a header in JSON',
    `{"authorization":"Bearer ${jwt}","accept":"*/*"}`,
    '{"authorization":"Bearer [masked]","accept":"*/*"}',
  ],
  ['a list of raw headers', `["Authorization","Bearer abc"]`, '["Authorization","Bearer [masked]"]'],
  [
    'JSON within JSON',
    String.raw`"{\"Authorization\":\"Bearer short\"}"`,
    String.raw`"{\"Authorization\":\"Bearer [masked]\"}"`,
  ],
  ['a short opaque token', 'authorization: bearer abc', 'authorization: bearer [masked]'],
  ['another scheme', 'Authorization: Basic a2V5OnNlY3JldA==', 'Authorization: Basic [masked]'],
  ['no scheme', 'authorization=secret&top=3', 'authorization=[masked]&top=3'],
  ['a token by itself', `sent ${jwt} to it`, 'sent [masked] to it'],
  ['a token that was cut off', `"${jwt.slice(0, 30)}`, '"[masked]'],
  ['a bearer token in prose', 'curl -H Bearer 0123-opaque~token/x+y== /api', 'curl -H Bearer [masked] /api'],
  [
    'a token response',
    '{"access_token":"opaque","token_type":"Bearer","refresh_token" : "r-1"}',
    '{"access_token":"[masked]","token_type":"Bearer","refresh_token" : "[masked]"}',
  ],
  [
    'a form',
    'grant_type=x&client_secret=s3cret&code_verifier=v',
    'grant_type=x&client_secret=[masked]&code_verifier=[masked]',
  ],
])('masks %s', (_where, text, masked) => {
  expect(maskToken(text)).toBe(masked);
});

test.each([
  'The Authorization header carries no bearer token.',
  'A bearer token is needed.',
  'www-authenticate: Bearer error="invalid_token"',
  '{"code":"INVALID_TOKEN_SPECIFIED","message":"The token has expired."}',
  '{"title":"Hey, eyJ is how they begin","value":"$ 100.000"}',
])('leaves %s', (text) => {
  expect(maskToken(text)).toBe(text);
});

test('masks the tokens that it is told of, wherever they stand', () => {
  expect(maskToken('you sent opaque-1, not ""', ['opaque-1', ''])).toBe('you sent [masked], not ""');
});

test('takes time in proportion to the text', () => {
  const text = 'Bearer '.repeat(20_000) + 'eyJ'.repeat(20_000) + '.'.repeat(20_000) + 'authorization '.repeat(20_000);
  const begun = performance.now();
  maskToken(text);
  expect(performance.now() - begun).toBeLessThan(500);
});
