/** saleskit mcp as a process of its own, asked by the official client and by the command line of the MCP Inspector. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rivalEntry } from '../../bench/rivals/rivals.ts';
import { hubPackage, type Json } from '../running-host.ts';
import { opportunity, type RunningHub, startHub } from '../running-hub.ts';
import { goodConnector, listenPlain } from '../servers/plain-connector.ts';

const saleskit = join(import.meta.dirname, '../../src/cli/main.ts');
const home = mkdtempSync(join(tmpdir(), 'saleskit-'));
let hub: RunningHub;
let inspector: string;
beforeAll(async () => {
  [inspector, hub] = await Promise.all([rivalEntry('inspector'), startHub('--mcp', '--throttle', 'off')]);
}, 180_000);
afterAll(async () => {
  await hub.close();
  rmSync(home, { recursive: true, force: true });
});

test('over stdio nothing but the protocol is said, as the user of the environment; it ends with its client', async () => {
  const connector = await listenPlain(goodConnector);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [saleskit, 'mcp', hubPackage, '--url', connector.address],
    env: { ...process.env, SALESKIT_TOKEN: 'token-of-the-user', SALESKIT_LANGUAGE: 'it-IT' } as Record<string, string>,
    stderr: 'pipe',
  });
  const said: string[] = [];
  transport.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const client = new Client({ name: 'test', version: '1' });
  const errors: Error[] = [];
  client.onerror = (error) => errors.push(error);
  await client.connect(transport);
  const inputs = { recordType: 'opportunity', recordId: 'x' };
  const answer = (await client.callTool({ name: 'record-details', arguments: inputs })) as Json;
  expect(answer.structuredContent.value).toHaveLength(1);
  expect(connector.received[0]?.headers).toMatchObject({
    authorization: 'Bearer token-of-the-user',
    'accept-language': 'it-IT',
  });
  const ended = new Promise<void>((resolve) => {
    client.onclose = resolve;
  });
  await client.close();
  await ended;
  await connector.close();
  expect([errors, said.join('')]).toEqual([[], 'record-details: shown\n']);
});

/** What the Inspector prints, with its own errors and warnings. Its settings go into a folder of the test. */
async function inspect(server: readonly string[], ...args: string[]): Promise<{ answer: Json; stderr: string }> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [inspector, '--cli', ...server, ...args], {
    env: { ...process.env, HOME: home, USERPROFILE: home },
  });
  return { answer: JSON.parse(stdout), stderr };
}

test('the Inspector finds nothing in the tools that clients could stumble over, and calls them', async () => {
  const overHttp = [`${hub.address}/mcp`];
  const overStdio = [process.execPath, saleskit, 'mcp', hubPackage, '--url', hub.address];
  const call = ['--method', 'tools/call', '--tool-name', 'record-details'];
  const record = ['--tool-arg', 'recordType=opportunity', '--tool-arg', `recordId=${opportunity.dynamics}`];
  const [ofSdk, ofPackage, called] = await Promise.all([
    inspect(overHttp, '--strict', '--method', 'tools/list'),
    inspect(overStdio, '--strict', '--method', 'tools/list'),
    inspect(overStdio, ...call, ...record),
  ]);
  expect([ofSdk.stderr, ofPackage.stderr, ofSdk.answer.tools.length]).toEqual(['', '', 6]);
  expect(ofPackage.answer).toEqual(ofSdk.answer);
  expect(called.answer.structuredContent.value.length).toBeGreaterThan(0);
});
