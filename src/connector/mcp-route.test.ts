import { afterEach, expect, test } from 'vitest';
import type { ConnectorOptions } from './connector-options.ts';
import { exampleConnector, paths } from './example-connector.ts';
import { createService, type Service } from './service.ts';

let app: Service;
const lines: string[] = [];
afterEach(() => app.close());

async function start(options: Partial<ConnectorOptions> = { mcp: true }) {
  lines.length = 0;
  app = await createService(exampleConnector({ budget: 200, ...options }), {
    logTo: { write: (line) => lines.push(line) },
  });
}

const post = (payload: object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/mcp',
    headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...headers },
    payload,
  });

async function call(recordId: string) {
  const params = { name: 'record-summary', arguments: { recordType: 'opportunity', recordId } };
  const answer = await post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  const { result } = JSON.parse(/^data: (\{.*)$/m.exec(answer.body)?.[1] ?? '');
  return { result, told: JSON.parse(result.content[0].text) };
}

test('without mcp there is no such address', async () => {
  await start({});
  expect((await post({})).statusCode).toBe(404);
  expect((await app.inject('/')).json()).not.toHaveProperty('mcp');
});

test('with it the index names the address, and no action may have it', async () => {
  await start();
  expect((await app.inject('/')).json()).toMatchObject({ mcp: '/mcp' });
  expect(() => exampleConnector({ mcp: true, paths: { recordSummary: '/mcp' } })).toThrow(
    /\/mcp, is one of the service/,
  );
});

test('a handler knows its user, its language and its request', async () => {
  await start();
  const { result } = await call('who');
  expect(result.structuredContent.value).toMatchObject([
    { title: 'tenant-1', additionalProperties: { language: 'en' } },
  ]);
});

test.each([
  ['slow', 'DEADLINE_EXCEEDED'],
  ['bug', 'INTERNAL_SERVER_ERROR'],
  ['incomplete', 'INTERNAL_SERVER_ERROR'],
  ['unknown', 'RECORD_NOT_FOUND'],
])('a handler that is %s is an error of the tool', async (recordId, errorCode) => {
  await start();
  const { result, told } = await call(recordId);
  expect([result.isError, told.errorCode]).toEqual([true, errorCode]);
  expect(JSON.stringify(result)).not.toMatch(/secret|mcp-route/);
  expect(lines.some((line) => line.includes('"operationId":"record-summary"'))).toBe(errorCode !== 'RECORD_NOT_FOUND');
});

test('one request is one message, so that each is counted', async () => {
  await start();
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect((await post([message, message])).json()).toMatchObject({ error: { code: -32_600 } });
});

test('where nobody is asked for a token, only this machine may call, by its own name', async () => {
  await start();
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect((await post(message, { host: 'rebound.example' })).statusCode).toBe(403);
  expect((await app.inject(paths.records)).statusCode).toBe(400);
});
