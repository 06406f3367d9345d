/** Sales chat with a model: it is offered the tools of the connectors, and answers by extension points as well. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubPackage, type Json, type RunningHost, startHost } from './running-host.ts';
import { opportunity, type RunningHub, startHub } from './running-hub.ts';
import { json, listenPlain, type PlainServer } from './servers/plain-connector.ts';

/** A part of the description of the tool that the model calls, and the arguments that it gives. */
let wanted: { readonly about: string; readonly inputs: object };
let model: PlainServer;
let hub: RunningHub;
let host: RunningHost;
beforeAll(async () => {
  model = await listenPlain((_request, response, body) => {
    const { name } = (JSON.parse(body) as Json).tools
      .map((tool: Json) => tool.function)
      .find(({ description }: Json) => description.includes(wanted.about));
    const call = { function: { name, arguments: JSON.stringify(wanted.inputs) } };
    json(response, { choices: [{ message: { content: null, tool_calls: [call] } }] });
  });
  hub = await startHub('--throttle', 'off');
  host = await startHost({ model: { baseUrl: model.address, name: 'm', apiKey: 'k' } });
  await host.served.host.add({ location: hubPackage, url: hub.address, connection: undefined });
});
afterAll(() => Promise.all([host.close(), hub.close(), model.close()]));

async function ask(situation: object): Promise<Json> {
  const question = 'What is agreed with this customer?';
  const [, view] = await host.send('POST', '/api/surfaces/sales-chat', { question, ...situation });
  return view;
}
const offered = () =>
  (JSON.parse(model.received.at(-1)?.body ?? '{}') as Json).tools.map((tool: Json) => tool.function);

test('an extension point answers about the open record, its items as cards', async () => {
  wanted = { about: 'gets records related to a CRM record', inputs: { top: 2, recordId: 7 } };
  const record = `opportunity:${opportunity.dynamics}`;
  const { sections, chosen } = await ask({ record, language: 'fr-FR' });
  expect(chosen).toMatchObject({ operationId: 'scp-get-related-records' });
  expect(sections[0]).toMatchObject({ outcome: 'shown', cards: expect.any(Array) });
  expect(sections[0].cards).toHaveLength(2);
  expect(sections[0].cards[0]).toMatchObject({
    title: expect.stringContaining('50 Cafe'),
    url: expect.stringMatching(/^https:/),
    adaptiveCard: { body: [{ type: 'TextBlock' }, { type: 'FactSet', facts: expect.any(Array) }] },
  });
});

test('what is offered needs nothing but what is open', async () => {
  wanted = { about: 'key stakeholders', inputs: { accountName: 'Fourth Coffee' } };
  expect((await ask({})).sections[0].cards.length).toBeGreaterThan(0);
  expect(offered()).toMatchObject([{ description: expect.stringContaining('key stakeholders') }]);
  await ask({ record: `opportunity:${opportunity.dynamics}` });
  expect(offered()).toHaveLength(4);
  const { parameters } = offered().find(({ name }: Json) => name.startsWith('scp-get-related-records'));
  expect(parameters).toMatchObject({ required: [], properties: { top: { type: 'integer' } } });
  await ask({ record: `opportunity:${opportunity.dynamics}`, mail: host.served.world.mails[0]?.id });
  expect(offered()).toHaveLength(6);
});
