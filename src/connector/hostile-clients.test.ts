/** Clients that a server on the net meets: too much, too slow, no HTTP. Each sees the documented body all the same. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../contract/contract.ts';
import { exampleConnector, paths } from './example-connector.ts';
import { createService, listen, type Service } from './service.ts';

let app: Service;
let port: number;

beforeAll(async () => {
  const connector = exampleConnector();
  app = await createService(connector, { logLevel: 'silent', requestTimeout: 1500 });
  port = Number(new URL(await listen(app, connector, { host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());

interface Answer {
  readonly status: number;
  readonly body: { errorCode?: string; activityId?: string };
}

/** Writes everything, one piece after another, and only then reads. */
function writeThenRead(...pieces: (string | Buffer)[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').pause();
    socket.on('error', reject);
    const writeNext = () => {
      const piece = pieces.shift();
      if (piece !== undefined) socket.write(piece, writeNext);
      else read();
    };
    const read = () => {
      let received = '';
      socket.setEncoding('latin1').resume();
      socket.on('data', (text) => {
        received += text;
        const [head = '', body = ''] = received.split('\r\n\r\n', 2);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
        if (body.length < length) return;
        socket.destroy();
        resolve({ status: Number(head.split(' ', 2)[1]), body: JSON.parse(body) });
      });
      socket.on('end', () => reject(new Error(`Closed after ${received.length} bytes.`)));
    };
    socket.on('connect', writeNext);
  });
}

const head = (...headers: string[]) =>
  [`POST ${paths.mail} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json', ...headers, '', ''].join('\r\n');
const megabyte = Buffer.alloc(1_000_000, 'x');

describe('a body above the limit', () => {
  test('of 100 MB is refused with 413, which the sender sees though it writes first', async () => {
    const pieces = Array.from({ length: 100 }, () => megabyte);
    const { status, body } = await writeThenRead(head(`Content-Length: ${pieces.length * megabyte.length}`), ...pieces);
    expect([status, body.errorCode]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('of 100 MB in chunks is refused likewise', async () => {
    const chunk = Buffer.concat([Buffer.from(`${megabyte.length.toString(16)}\r\n`), megabyte, Buffer.from('\r\n')]);
    const pieces = Array.from({ length: 100 }, () => chunk);
    const { status, body } = await writeThenRead(head('Transfer-Encoding: chunked'), ...pieces, '0\r\n\r\n');
    expect([status, body.errorCode]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('of another media type is refused with 415 and seen likewise', async () => {
    const length = Math.ceil(limits.bodyBytes / megabyte.length) + 5;
    const pieces = Array.from({ length }, () => megabyte);
    const text = head(`Content-Length: ${length * megabyte.length}`).replace('application/json', 'text/plain');
    const { status, body } = await writeThenRead(text, ...pieces);
    expect([status, body.errorCode]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

test.each([
  [
    'headers of 20 KiB',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_480)}\r\n\r\n`,
    431,
    'HEADERS_TOO_LARGE',
  ],
  ['no HTTP', 'HELLO\r\n\r\n', 400, 'BAD_REQUEST'],
  [
    'a header with a control character',
    'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\u0001b\r\n\r\n',
    400,
    'BAD_REQUEST',
  ],
  ['two lengths', `${head('Content-Length: 2', 'Content-Length: 3')}{}`, 400, 'BAD_REQUEST'],
  [
    'a length and chunks',
    `${head('Content-Length: 2', 'Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n\r\n`,
    400,
    'BAD_REQUEST',
  ],
  ['chunks under another name', `${head('Transfer-Encoding: xchunked')}2\r\n{}\r\n0\r\n\r\n`, 400, 'BAD_REQUEST'],
  [
    'a header that goes on in a next line',
    'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\n\r\n',
    400,
    'BAD_REQUEST',
  ],
  ['a blank before the colon', 'GET / HTTP/1.1\r\nHost : localhost\r\n\r\n', 400, 'BAD_REQUEST'],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400, 'BAD_REQUEST'],
])('%s', async (_case, text, status, errorCode) => {
  const answer = await writeThenRead(text);
  expect([answer.status, answer.body.errorCode]).toEqual([status, errorCode]);
  expect(answer.body.activityId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a client that goes away in the middle of its body harms nobody', async () => {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.write(`${head('Content-Length: 100')}{"a`, () => resolve()));
  socket.resetAndDestroy();
  expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
});

test('a thousand connections whose headers or bodies never end are ended with 408, and keep nobody waiting', async () => {
  const beginnings = ['GET / HTTP/1.1\r\nHost: localhost\r\nX-', `${head('Content-Length: 100')}{"a`];
  const slow = Array.from({ length: 1000 }, (_, index) => drippingConnection(beginnings[index % 2] ?? ''));
  await Promise.all(slow.map(({ opened }) => opened));
  let isOver = false;
  const answers = Promise.all(slow.map(({ answered }) => answered)).finally(() => {
    isOver = true;
  });
  const waits: number[] = [];
  while (!isOver) {
    const started = performance.now();
    expect((await fetch(`http://127.0.0.1:${port}${paths.records}?recordType=opportunity&recordId=x`)).status).toBe(
      200,
    );
    waits.push(performance.now() - started);
  }
  for (const { status, body } of await answers) {
    expect([status, body.errorCode]).toEqual([408, 'REQUEST_TIMEOUT']);
    expect(body.activityId).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(waits.toSorted((one, other) => one - other)[waits.length >> 1]).toBeLessThan(500);
  expect(Math.max(...waits)).toBeLessThan(limits.deadline);
});

/** A connection that sends this beginning, then a byte every half second until it is ended. */
function drippingConnection(beginning: string): { opened: Promise<void>; answered: Promise<Answer> } {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  const opened = new Promise<void>((resolve) => socket.write(beginning, () => resolve()));
  const drip = setInterval(() => socket.write('a'), 500);
  let received = '';
  socket.on('data', (text) => {
    received += text;
  });
  // It may be reset when the last byte meets the end.
  socket.on('error', () => {});
  const answered = new Promise<Answer>((resolve) => {
    socket.on('close', () => {
      clearInterval(drip);
      const [start = '', body = '{}'] = received.split('\r\n\r\n', 2);
      resolve({ status: Number(start.split(' ', 2)[1]), body: JSON.parse(body) });
    });
  });
  return { opened, answered };
}
