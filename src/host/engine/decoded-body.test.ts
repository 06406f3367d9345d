import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodedBody } from './decoded-body.ts';

const text = '{"title":"Verträge"}';
const bytes = Buffer.from(text);
const most = 1_000;

test.each([
  ['', bytes],
  ['identity', bytes],
  ['gzip', gzipSync(bytes)],
  ['GZIP', gzipSync(bytes)],
  ['deflate', deflateSync(bytes)],
  ['br', brotliCompressSync(bytes)],
  ['gzip, br', brotliCompressSync(gzipSync(bytes))],
])('Content-Encoding “%s” is undone', async (encoding, packed) => {
  expect(await decodedBody(packed, encoding, most)).toEqual({ text, problem: null });
});

test.each([
  ['gzip', bytes, /Content-Encoding is gzip, and the body is none/],
  ['gzip', gzipSync(bytes).subarray(0, 20), /cannot be unpacked/],
  ['compress', bytes, /Content-Encoding is compress, which the host does not read/],
  ['toString', bytes, /tostring, which the host does not read/],
  ['', Buffer.from(text, 'latin1'), /not in UTF-8/],
])('what cannot be read by Content-Encoding “%s” is told', async (encoding, packed, words) => {
  expect((await decodedBody(packed, encoding, most)).problem).toMatch(words);
});

test('what becomes too long is not unpacked', async () => {
  expect(await decodedBody(gzipSync(Buffer.alloc(100_000)), 'gzip', most)).toMatchObject({ isCut: true });
});
