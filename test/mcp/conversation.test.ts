/** Contoso Hub over MCP, served by its SDK and by saleskit from its package: the same tools, the same answers. */
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageTools } from '../../src/cli/mcp/package-tools.ts';
import { type RunningTools, serveToolsOverHttp } from '../../src/cli/mcp/tools-over-http.ts';
import { hubPackage, type Json } from '../running-host.ts';
import { account, opportunity, type RunningHub, startHub } from '../running-hub.ts';
import { clients, connect, errorIn, type McpClient } from './clients.ts';

let hub: RunningHub;
let tools: RunningTools;
let addresses: Record<'the SDK' | 'saleskit mcp', string>;
beforeAll(async () => {
  hub = await startHub('--mcp', '--throttle', 'off');
  const { served, callAs } = await packageTools(hubPackage, { baseUrl: hub.address, language: 'en-US' });
  tools = await serveToolsOverHttp(served, callAs, 0);
  addresses = { 'the SDK': `${hub.address}/mcp`, 'saleskit mcp': tools.address };
});
afterAll(() => Promise.all([hub.close(), tools.close()]));

const record = { recordType: 'opportunity', recordId: opportunity.dynamics };
const mail = { subject: 'Agreement', plaintextBody: 'When will the agreement be signed?', from: 'a@fourthcoffee.com' };
const calls: Record<string, Record<string, unknown>> = {
  'email-draft': { resourceType: 'email-thread', resourceData: mail, ...record },
  'email-summary': {
    resourceData: mail,
    relatedEntities: [{ entityId: account.dynamics, entityType: 'account' }],
  },
  'opportunity-insights': record,
  'record-details': { ...record, top: 2 },
  'record-summary': { ...record, startDateTime: '2026-01-01T00:00:00Z', endDateTime: '2030-01-01T00:00:00Z' },
  ChatAboutKeyStakeholders: { accountName: 'Fourth Coffee' },
};

async function answersOf(client: McpClient, { tools }: Json): Promise<Json> {
  const answers: Record<string, unknown> = {};
  for (const { name, outputSchema } of tools) {
    const { structuredContent, content, isError } = await client.callTool({ name, arguments: calls[name] ?? {} });
    expect([name, isError ?? false, JSON.parse(content[0].text)]).toEqual([name, false, structuredContent]);
    const isAnswer = new Ajv({ allErrors: true }).compile(outputSchema);
    expect([name, isAnswer(structuredContent), isAnswer.errors]).toEqual([name, true, null]);
    answers[name] = structuredContent;
  }
  return answers;
}

test.each(Object.entries(clients))('%s gets the same tools and the same answers from both', async (_name, open) => {
  const [ofSdk, ofPackage] = await Promise.all(Object.values(addresses).map((address) => open(address)));
  if (!ofSdk || !ofPackage) throw new Error('There are two.');
  const listed = await ofSdk.listTools();
  expect(listed.tools.map(({ name }: Json) => name).sort()).toEqual(Object.keys(calls).sort());
  expect(await ofPackage.listTools()).toEqual(listed);
  const answers = await answersOf(ofSdk, listed);
  expect(await answersOf(ofPackage, listed)).toEqual(answers);
  expect(answers['record-details'].value).toHaveLength(2);
  expect(answers.ChatAboutKeyStakeholders.adaptiveCards.length).toBeGreaterThan(0);
  for (const name of ['email-draft', 'email-summary', 'record-summary', 'opportunity-insights'])
    expect([name, answers[name].value.length > 0]).toEqual([name, true]);
  await Promise.all([ofSdk.close(), ofPackage.close()]);
});

test('a tool says what it takes: what is required, choices, formats, and that it changes nothing', async () => {
  const client = await connect(addresses['saleskit mcp']);
  const { tools } = await client.listTools();
  const tool = (wanted: string) => tools.find(({ name }: Json) => name === wanted);
  expect(tool('record-details')).toMatchObject({
    title: 'Enrich CRM record details',
    description: expect.stringContaining('This action gets records related to a CRM record.'),
    inputSchema: {
      required: ['recordType', 'recordId'],
      properties: { top: { type: 'integer' }, crmType: { enum: ['Dynamics365', 'Salesforce'] } },
    },
    annotations: { readOnlyHint: true },
  });
  expect(tool('record-summary').inputSchema.properties.startDateTime).toMatchObject({ format: 'date-time' });
  await client.close();
});

describe.each(['the SDK', 'saleskit mcp'] as const)('%s', (who) => {
  test('answers in the language of the request', async () => {
    const said = async (language: string) => {
      const client = await connect(addresses[who], { 'accept-language': language });
      const { structuredContent } = await client.callTool({ name: 'record-details', arguments: record });
      await client.close();
      return structuredContent.value[0].recordTypeDisplayName;
    };
    expect(await Promise.all(['fr-FR', 'de-DE', '*'].map(said))).toEqual(['Accord', 'Vereinbarung', 'Agreement']);
  });

  test.each([
    ['a missing input', { recordType: 'opportunity' }, 'MISSING_PARAMETER', /recordId/],
    ['an input of the wrong type', { ...record, top: 'many' }, 'INVALID_PARAMETER', /top.*(integer|whole number)/],
    ['an input that is not there', { ...record, tops: 1 }, 'INVALID_PARAMETER', /"tops".*recordType/],
    ['a record that is not there', { ...record, recordId: 'nothing' }, 'RECORD_NOT_FOUND', /./],
  ])('answers %s with the documented error', async (_name, inputs, errorCode, message) => {
    const client = await connect(addresses[who]);
    const error = errorIn(await client.callTool({ name: 'record-details', arguments: inputs }));
    expect(error).toMatchObject({ errorCode, errorMessage: expect.stringMatching(message) });
    await client.close();
  });

  test('has no other tools', async () => {
    const client = await connect(addresses[who]);
    const called = client.callTool({ name: 'delete-everything', arguments: {} });
    await expect(called).rejects.toThrow('There is no tool "delete-everything". There are: ');
    await client.close();
  });

  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const post = (body: unknown, more: Record<string, string> = {}) =>
    fetch(addresses[who], { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });

  test('answers no page of another site', async () => {
    expect((await post(list, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(list, { origin: 'null' })).status).toBe(403);
    expect((await post(list, { origin: new URL(addresses[who]).origin })).status).toBe(200);
  });

  test('has no session to listen in, and takes no other body than JSON', async () => {
    expect((await fetch(addresses[who], { headers: { accept: 'text/event-stream' } })).status).toBe(405);
    expect((await post(list, { 'content-type': 'text/plain' })).status).toBe(415);
    const broken = await fetch(addresses[who], { method: 'POST', headers, body: '{"jsonrpc":' });
    expect(broken.status).toBe(400);
  });
});
