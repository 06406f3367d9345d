/** The command line of saleskit as processes: what it prints, its exit codes. */
import { type ChildProcessWithoutNullStreams, type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyOpportunity, opportunity, type RunningHub, startHub } from './running-hub.ts';
import { json, listenPlain } from './servers/plain-connector.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub('--throttle', 'off');
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

function run(...args: string[]) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
    cwd: root,
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text) => (output[stream] += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...output }));
  return { child, output, ended };
}
const call = (...args: string[]) => run('call', ...args, '--package', 'contoso-hub/package').ended;
const record = `opportunity:${opportunity.dynamics}`;

test.skipIf(process.platform !== 'linux')('output that is lost is told, and no success', async () => {
  const full = openSync('/dev/full', 'w');
  const options = { cwd: root, stdio: ['ignore', full, 'pipe'], encoding: 'utf8' } satisfies SpawnSyncOptions;
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'lint', 'contoso-hub/package'], options);
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'What was found cannot be written to standard output (ENOSPC).\n']);
});

test('who closes the pipe early is told nothing', async () => {
  const { child, ended } = run('lint', 'contoso-hub/package');
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

describe('call', () => {
  test('gives nothing but the documented JSON on standard output', async () => {
    const { code, stdout, stderr } = await call(
      'record-summary',
      '--url',
      hub.address,
      '--record',
      record,
      '--language',
      'de-DE',
      '--format',
      'json',
    );
    const answer = JSON.parse(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(answer).toMatchObject({
      connector: 'Contoso Hub',
      action: {
        operationId: 'scp-get-related-activities',
        extensionPoint: 'record-summary',
        matchedBy: 'description',
        invocable: true,
        reasons: [],
      },
      request: { method: 'GET' },
      response: { status: 200, durationMs: expect.any(Number) },
      dropped: [],
    });
    expect(answer.items[0].title).toBe('Vereinbarung geöffnet');
  });

  test('sends what it is told to', async () => {
    const server = await listenPlain((_request, response) => json(response, { value: [] }));
    const args = [
      '--url',
      `${server.address}/base`,
      '--record',
      'lead:X1',
      '--crm',
      'salesforce:https://my.salesforce.com',
      '--input',
      'top=3',
      '--header',
      'X-Own=1',
      '--token',
      'T',
    ];
    expect((await call('record-details', ...args)).code).toBe(0);
    const [{ url, headers } = { url: '', headers: {} as Record<string, unknown> }] = server.received;
    const query = new URL(url, 'http://x').searchParams;
    expect(url.startsWith('/base/api/enhanceskills/related-records?')).toBe(true);
    expect(Object.fromEntries(query)).toMatchObject({
      recordType: 'lead',
      recordId: 'X1',
      crmType: 'Salesforce',
      crmOrgUrl: 'https://my.salesforce.com',
      top: '3',
    });
    expect(headers).toMatchObject({ 'x-own': '1', authorization: 'Bearer T' });
    await server.close();
  });

  test('takes a mail from a file, and a question for Sales chat', async () => {
    const mail = join(folder, 'mail.json');
    writeFileSync(
      mail,
      JSON.stringify({ subject: 'price', from: 'alberto@fourthcoffee.com', plaintextBody: 'What is the price?' }),
    );
    const summary = await call(
      'email-summary',
      '--url',
      hub.address,
      '--mail',
      mail,
      '--record',
      record,
      '--format',
      'json',
    );
    expect(JSON.parse(summary.stdout).items[0].insight).toMatch(/website/);
    const chat = await call(
      'sales-chat',
      '--url',
      hub.address,
      '--question',
      'Who are the stakeholders of Alpine Ski House?',
      '--format',
      'json',
    );
    expect(JSON.parse(chat.stdout).items[0].previewCardData.title).toBe('Cacilia Viera');
  });

  test.each([
    ['an empty list', ['record-details', '--record', `opportunity:${emptyOpportunity.dynamics}`], 0],
    ['an unknown record', ['record-details', '--record', 'opportunity:none'], 1],
    ['no such action', ['email-summary-v1'], 1],
    ['a fault', ['record-details', '--fault', 'connectionReset'], 1],
    ['a time-out', ['record-details', '--fault', 'addedLatency=9000'], 1],
    ['no extension point', [], 2],
    ['an unknown option', ['record-details', '--colour'], 2],
    ['a record that is none', ['record-details', '--record', 'x'], 2],
    ['a mail that is not there', ['email-summary', '--mail', 'none.eml'], 2],
  ])('ends for %s as documented', async (_case, args, code) => {
    const ended = await call(...args, '--url', hub.address);
    expect(ended.code, ended.stderr).toBe(code);
    if (code === 2) expect([ended.stdout, ended.stderr]).toEqual(['', expect.stringMatching(/\S/)]);
  });

  test('ends with 3 where nobody listens, and with null for what was not answered', async () => {
    const { code, stdout } = await call('record-details', '--url', 'http://127.0.0.1:9', '--format', 'json');
    expect([code, JSON.parse(stdout).response.status]).toEqual([3, null]);
    const none = JSON.parse((await call('email-summary-v1', '--format', 'json')).stdout);
    expect([none.action, none.request, none.response, none.items]).toEqual([null, null, null, []]);
  });

  test('names a package that is not there, or broken', async () => {
    const missing = await run('call', 'record-details', '--package', join(folder, 'none')).ended;
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/is not there/)]);
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"paths": {},}');
    const told = await run('call', 'record-details', '--package', broken).ended;
    expect([told.code, told.stdout]).toEqual([1, expect.stringMatching(/file-trailing-comma/)]);
  });
});

describe('dev', () => {
  const address = async ({ child, output }: ReturnType<typeof run>) => {
    while (!output.stdout.includes('\n')) await once(child.stdout, 'data');
    return output.stdout.split('\n', 1)[0] ?? '';
  };

  test('prints the host’s address first, hosts Contoso Hub signed in, and ends with grace', async () => {
    const dev = run('dev', '--port', '0', '--contoso-hub-port', '0', '--identity-port', '0');
    const at = await address(dev);
    expect((await fetch(at)).status).toBe(200);
    const shown = await fetch(`${at}/api/surfaces/record-details`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ record }),
    });
    expect(await shown.json()).toMatchObject({ connect: [], cards: [{ outcome: 'shown' }] });
    dev.child.kill('SIGTERM');
    const { code, stdout } = await dev.ended;
    expect([code, stdout]).toEqual([0, `${at}\n`]);
  });

  test('takes a package, a record and a configuration of one’s own', async () => {
    const file = join(folder, 'saleskit.config.json');
    writeFileSync(
      file,
      JSON.stringify({
        packages: [join(root, 'contoso-hub/package')],
        records: [{ type: 'opportunity', id: 'mine', name: 'Mine' }],
      }),
    );
    const dev = run('dev', '--no-contoso-hub', '--mock', '--port', '0', '--config', file, '--record', 'account:own');
    const at = await address(dev);
    const world = (await (await fetch(`${at}/api/world`)).json()) as { records: { name: string }[] };
    expect(world.records.slice(0, 2).map(({ name }) => name)).toEqual(['own', 'Mine']);
    const connectors = (await (await fetch(`${at}/api/connectors`)).json()) as { isMock: boolean }[];
    expect(connectors).toMatchObject([{ isMock: true }]);
    dev.child.kill('SIGTERM');
    expect((await dev.ended).code).toBe(0);
  });

  test.each([
    ['a taken port', () => ['--no-contoso-hub', '--port', new URL(hub.address).port], /Port \d+ is taken/],
    ['a taken port of Contoso Hub', () => ['--contoso-hub-port', new URL(hub.address).port], /--contoso-hub-port/],
    ['a taken port of the identity provider', () => ['--identity-port', new URL(hub.address).port], /--identity-port/],
    ['--url for no package', () => ['--url', 'http://127.0.0.1:1'], /--url is for one package/],
    ['a port that is none', () => ['--port', 'x'], /--port is a whole number/],
    ['a package that is not there', () => [join(folder, 'none')], /is not there/],
  ])('tells of %s and ends with 2', async (_case, args, words) => {
    const { code, stdout, stderr } = await run(
      'dev',
      '--port',
      '0',
      '--contoso-hub-port',
      '0',
      '--identity-port',
      '0',
      ...args(),
    ).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });
});
