/** `saleskit dev` as a process: its configuration read anew while it runs, and what it refuses before it starts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Json } from './running-host.ts';
import { ordersDefinition } from './servers/orders.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function dev(...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'dev', '--port', '0', ...args], { cwd: root });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...output }));
  return { child, output, ended };
}

test('a configuration is read anew when it changes; one with an error is told, and the last state stays', async () => {
  const [file, orders, mail] = ['saleskit.config.json', 'orders.json', 'mail.eml'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const write = (configuration: object) => writeFileSync(file, JSON.stringify(configuration));
  writeFileSync(orders, ordersDefinition);
  writeFileSync(mail, 'From: Bo <bo@acme.com>\r\nSubject: Contract\r\n\r\nHello');
  write({ packages: ['orders.json'], mails: ['mail.eml'], records: [{ type: 'lead', id: '1', name: 'One' }] });
  const { child, output, ended } = dev('--contoso-hub-port', '0', '--identity-port', '0', '--config', file);
  while (!output.stdout.includes('\n')) await once(child.stdout, 'data');
  const address = output.stdout.trim();
  const get = async (path: string): Promise<Json> => (await fetch(`${address}${path}`)).json();
  const connector = async () => (await get('/api/connectors')).find(({ title }: Json) => title === 'Orders');
  const put = (path: string, body: object, method = 'PUT') =>
    fetch(`${address}${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(await connector()).toMatchObject({ faults: {}, givenUrl: null });
  await put('/api/world/records', { record: 'lead:added' }, 'POST');

  write({
    packages: ['orders.json'],
    urls: { 'orders.json': 'http://127.0.0.1:9' },
    connections: {
      'orders.json': { clientId: 'of-mine', authorizationUrl: 'https://a.example/in', tokenUrl: 'https://a.example/t' },
    },
    headers: { 'x-own': '1' },
    faults: { 'orders.json': { throttled: true } },
    mails: ['mail.eml'],
    records: [{ type: 'lead', id: '2', name: 'Two' }],
    users: [{ name: 'Ana Costa', email: 'ana@example.com' }],
    hostProfile: { top: 3 },
  });
  await expect.poll(async () => (await connector()).givenUrl, { timeout: 5000 }).toBe('http://127.0.0.1:9');
  expect(await connector()).toMatchObject({ headers: { 'x-own': '1' }, faults: { throttled: true } });
  const begun = await put('/api/connectors/orders/connection', {}, 'POST');
  expect(await begun.json()).toEqual({ url: expect.stringMatching(/^https:\/\/a\.example\/in\?.*client_id=of-mine/) });
  const names = async () => (await get('/api/world')).records.map(({ name }: Json) => name);
  await expect.poll(names, { timeout: 5000 }).toEqual(expect.arrayContaining(['Two', 'added']));
  expect(await names()).not.toContain('One');
  expect((await get('/api/world')).sellers[0].id).toBe('ana@example.com');
  expect((await get('/api/profile')).profile.top).toBe(3);

  writeFileSync(file, '{ "pakages": [] }');
  await expect.poll(() => output.stderr, { timeout: 5000 }).toMatch(/saleskit\.config\.json:1:3: pakages.*\n.*stays/);
  expect(await get('/api/failures')).toMatchObject([{ kind: 'package', about: file, line: 1, column: 3 }]);
  write({ packages: ['orders.json', 'none.json'] });
  await expect
    .poll(() => output.stderr, { timeout: 5000 })
    .toMatch(/saleskit\.config\.json: packages "none\.json": .*none\.json is not there/);
  expect(await connector()).toMatchObject({ faults: { throttled: true } });

  write({ mails: ['mail.eml'] });
  await expect.poll(connector, { timeout: 5000 }).toBeUndefined();
  await expect.poll(() => get('/api/failures'), { timeout: 5000 }).toEqual([]);
  writeFileSync(mail, 'From: Bo <bo@acme.com>\r\nSubject: Renewed\r\n\r\nHello');
  await expect.poll(async () => (await get('/api/world')).mails[0].subject, { timeout: 5000 }).toBe('Renewed');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test.each([
  ['any port that is none', ['--identity-port', 'x', 'nowhere'], /^--identity-port is a whole number/],
  ['two ports that are one', ['--contoso-hub-port', '8102'], /--contoso-hub-port and --identity-port are both 8102/],
  ['a header that HTTP cannot carry', ['--header', 'a=1\r2'], /--header: the value of a has a character/],
  ['a token that is none', ['--token', 'a b'], /--token is one word/],
  ['a client id for no package', ['--client-id', 'x'], /^--client-id is for one package: .* connections in saleskit/],
  ['an issuer that is not safe', ['x', '--issuer', 'http://a.example'], /^--issuer: an https address/],
  ['a mail that is a folder', ['--mail', 'src'], /^The mail src is a folder/],
  ['--url with a query', ['x', '--url', 'http://a/?b'], /--url: an address without query/],
])('%s ends it with 2 before anything starts', async (_what, args, words) => {
  const { code, stdout, stderr } = await dev(...args).ended;
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(words)]);
});
