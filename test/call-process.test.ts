/** `saleskit call` as a process: what it refuses before anything is sent. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ordersDefinition, ordersServer } from './servers/orders.ts';
import { goodConnector, listenPlain, type PlainServer } from './servers/plain-connector.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
const orders = join(folder, 'orders.json');
writeFileSync(orders, ordersDefinition);
let server: PlainServer;
beforeAll(async () => {
  server = await listenPlain((...asked) =>
    (asked[0].url?.includes('records') ? goodConnector : ordersServer)(...asked),
  );
});
beforeEach(() => void server.received.splice(0));
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function call(...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'call', ...args, '--format', 'json'], { cwd: root });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const [code] = await once(child, 'close');
  return { code: code as number, ...output };
}
const callOrders = (...args: string[]) => call(...args, '--package', orders, '--url', server.address);
const callHub = (...args: string[]) => call(...args, '--package', 'contoso-hub/package', '--url', server.address);

describe('a chat skill that is not GET, or wants confirmation', () => {
  test.each([
    ['CreateOrder', /^This skill changes data \(POST\), so nothing was sent.*--confirm/],
    ['RemindOfOrders', /^This skill asks before it is called.*--confirm/],
  ])('%s is not called without --confirm', async (wanted, words) => {
    const { code, stdout } = await callOrders(wanted);
    const answer = JSON.parse(stdout);
    expect([code, server.received]).toEqual([1, []]);
    expect(answer).toMatchObject({ outcome: 'not-confirmed', request: null, response: null, items: [] });
    expect(answer.findings).toContainEqual({
      rule: 'call-not-confirmed',
      severity: 'error',
      message: expect.stringMatching(words),
      pointer: expect.stringMatching(/^\/paths/),
    });
  });

  test('is called with --confirm, with the inputs that are given', async () => {
    const { code } = await callOrders('CreateOrder', '--confirm', '--input', 'Quantity=3', '--input', 'note=now');
    expect([code, server.received.map(({ method, body }) => [method, JSON.parse(body)])]).toEqual([
      0,
      [['POST', { quantity: 3, note: 'now' }]],
    ]);
    expect((await callOrders('RemindOfOrders', '--confirm')).code).toBe(0);
  });

  test('needs none where it is GET', async () => {
    const own = ['limit=2', 'openOnly=true', 'states=new,paid'].flatMap((pair) => ['--input', pair]);
    expect((await callOrders('FindOrders', ...own)).code).toBe(0);
    expect(server.received[0]?.url).toMatch(/limit=2&openOnly=true&states=new%2Cpaid/);
  });
});

test.each([
  [
    'an unknown input',
    ['--input', 'tpo=3'],
    /--input: record-details has no input "tpo"\. Did you mean top\?.*recordId/,
  ],
  ['a text for a number', ['--input', 'top=ten'], /--input top: a whole number is expected, not "ten"/],
  ['a fraction for a whole number', ['--input', 'top=1.5'], /--input top: a whole number/],
  ['a header of no name', ['--header', 'a b=1'], /--header: "a b" is no name of a header/],
  ['a header with a line break', ['--header', 'a=1\n2'], /--header: the value of a has a character/],
  ['a header of HTTP’s own', ['--header', 'Content-Length=1'], /--header: Content-Length is set by HTTP itself/],
  ['a second package', ['--package', 'other'], /--package is given twice: call takes one/],
  ['a mail that is not there', ['--mail', 'none.eml'], /^The mail none\.eml is not there\. Give a file/],
  ['a token with a blank', ['--token', 'a b'], /--token is one word/],
])('%s is refused with 2', async (_what, args, words) => {
  const { code, stdout, stderr } = await callHub('record-details', '--record', 'lead:x', ...args);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(words)]);
  expect(server.received).toEqual([]);
});

test.each([
  ['of a chat skill', ['--input', 'limti=3'], /FindOrders has no input "limti"\. Did you mean limit\?/],
  ['that is neither true nor false', ['--input', 'openOnly=yes'], /--input openOnly: true or false/],
])('an input %s is refused with 2', async (_what, args, words) => {
  const { code, stderr } = await callOrders('FindOrders', ...args);
  expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
});

test.each([
  ['a query', 'http://127.0.0.1:9/?a=1', /--url: an address without query/],
  ['a fragment', 'http://127.0.0.1:9/#a', /--url: an address without query \(\?\) and fragment/],
  ['a password', 'http://me:secret@127.0.0.1:9', /--url: an address without user name.*me:…@/],
  ['no scheme', '127.0.0.1:9', /--url: an address is expected, such as http/],
])('--url with %s is refused with 2', async (_what, url, words) => {
  const { code, stderr } = await call('record-details', '--package', 'contoso-hub/package', '--url', url);
  expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
});

test('a record known by its id of Salesforce is asked for there', async () => {
  expect((await callHub('record-details', '--record', 'opportunity:0065i00000A1CaFAAV')).code).toBe(0);
  expect(new URL(server.received[0]?.url ?? '', 'http://x').searchParams.get('crmType')).toBe('Salesforce');
});
