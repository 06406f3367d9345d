import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseSkill, chooseSkillByModel } from './choose-skill.ts';
import { crms } from './crm.ts';
import type { Skill } from './skill.ts';
import { sellersWorld } from './world.ts';
import { worldRecordKeys } from './world-records.ts';

const { records, recordOf } = sellersWorld(Date.now());
const parameter = { type: 'string', required: true } as const;

const stakeholders: Skill = {
  id: 'ChatAboutKeyStakeholders',
  title: 'Chat about key stakeholders',
  description:
    'This action gets the key stakeholders and decision makers of an account, with their roles and the colleagues who know them, given the name of the CRM account.',
  parameters: [
    {
      ...parameter,
      name: 'accountName',
      description: 'This input identifies the name of the CRM account whose key stakeholders are requested.',
    },
  ],
  inputSchema: { type: 'object', properties: { accountName: { type: 'string' } }, required: ['accountName'] },
};
const invoices: Skill = {
  id: 'get.invoices',
  title: 'Unpaid invoices',
  description: 'Lists the unpaid invoices of a customer.',
  parameters: [
    { ...parameter, name: 'customer', description: 'The name of the customer.' },
    { name: 'days', type: 'integer', required: false, description: 'For how many days they are due.' },
    { ...parameter, name: 'order', description: 'How they are sorted.', enum: ['amount', 'date'] },
  ],
  inputSchema: { type: 'object' },
};
const weather: Skill = {
  id: 'weather',
  title: 'Weather',
  description: 'Forecasts rain and sunshine at a place.',
  parameters: [
    { ...parameter, name: 'place', description: 'Where.' },
    { ...parameter, name: 'recordId', description: 'The unique identifier of the record.' },
    { name: 'unit', type: 'string', required: true, description: 'Celsius or Fahrenheit.', default: 'Celsius' },
  ],
  inputSchema: { type: 'object' },
};
const skills = [weather, invoices, stakeholders];

const opportunity = recordOf('opportunity', worldRecordKeys.automatic.ids.Dynamics365, 'Dynamics365');
if (!opportunity) throw new Error('The sample lacks its opportunity.');
const situation = { crm: crms.Dynamics365, records };
const asked = (question: string) => ({ ...situation, question, record: opportunity });

test.each([
  ['Who are the decision makers at Alpine Ski House?', stakeholders, { accountName: 'Alpine Ski House' }],
  ['Who are the key stakeholders?', stakeholders, { accountName: 'Fourth Coffee' }],
  ['stakeholder roles at fourth coffee', stakeholders, { accountName: 'Fourth Coffee' }],
  [
    'Which invoices of Trail Cafe are unpaid for 30 days, by amount?',
    invoices,
    { customer: 'Trail Cafe', days: 30, order: 'amount' },
  ],
  ['Invoices for 50 Cafe A-100 Automatic by date', invoices, { customer: 'Fourth Coffee', order: 'date' }],
  ['Will it rain in “Zermatt”?', weather, { place: 'Zermatt', recordId: worldRecordKeys.automatic.ids.Dynamics365 }],
])('%s', (question, skill, inputs) => {
  expect(chooseSkill(skills, asked(question))).toMatchObject({ skill, inputs, missing: [] });
});

test('why a skill was chosen, and where its inputs come from, is told', () => {
  expect(chooseSkill(skills, asked('Key decision makers?'))?.why).toMatch(
    /^its description speaks of .*decis.*; accountName is of the open opportunity$/,
  );
});

test('what cannot be filled is named, but for what has a default', () => {
  expect(chooseSkill(skills, { ...situation, question: 'Will it rain?' })?.missing).toEqual(['place', 'recordId']);
});

test.each(['Wer entscheidet bei Fourth Coffee?', 'Fourth Coffeeの意思決定者は誰ですか。'])(
  '%s finds the only skill about an account',
  (question) => {
    expect(chooseSkill([weather, stakeholders], asked(question))?.skill).toBe(stakeholders);
    expect(chooseSkill(skills, asked(question))).toBeUndefined();
  },
);

test.each(['', 'Tell me a joke', 'What is the name of the account?'])('"%s" is for no skill', (question) => {
  expect(chooseSkill(skills, asked(question))).toBeUndefined();
});

let server: Server;
let answer: unknown;
let request: Record<string, unknown>;
beforeAll(async () => {
  server = createServer(async (incoming, response) => {
    request = JSON.parse((await incoming.toArray()).join(''));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ choices: [{ message: answer }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());
const model = () => ({
  baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
  name: 'm',
  apiKey: 'k',
});
const calling = (name: string, inputs: unknown) => ({
  content: null,
  tool_calls: [{ function: { name, arguments: JSON.stringify(inputs) } }],
});

test('a model chooses by tool calling; inputs of the wrong type are filled without it', async () => {
  answer = calling('get_invoices_1', { customer: 7, order: 'date', odd: 1 });
  const choice = await chooseSkillByModel(model(), skills, asked('Was ist offen?'));
  expect(choice).toMatchObject({
    chosen: { skill: invoices, inputs: { customer: 'Fourth Coffee', order: 'date' }, missing: [] },
    by: 'model',
    findings: [{ rule: 'chat-open-record' }],
  });
  expect(choice.chosen?.inputs).not.toHaveProperty('odd');
  expect(request).toMatchObject({
    model: 'm',
    messages: [
      { role: 'system', content: expect.stringContaining('50 Cafe A-100 Automatic of the account Fourth Coffee') },
      { role: 'user', content: 'Was ist offen?' },
    ],
  });
  expect((request.tools as unknown[])[2]).toEqual({
    type: 'function',
    function: {
      name: 'ChatAboutKeyStakeholders_2',
      description: stakeholders.description,
      parameters: stakeholders.inputSchema,
    },
  });
});

test('a model that calls nothing chooses nothing; one that calls what is not there gives way to ranking', async () => {
  answer = { content: 'I do not know.' };
  expect(await chooseSkillByModel(model(), skills, asked('Key stakeholders?'))).toEqual({ by: 'model', findings: [] });
  answer = calling('other', {});
  expect(await chooseSkillByModel(model(), skills, asked('Key stakeholders?'))).toMatchObject({
    chosen: { skill: stakeholders },
    by: 'ranking',
    findings: [
      { rule: 'model-failed', message: expect.stringContaining('m called other, which is no skill') },
      { rule: 'chat-open-record' },
    ],
  });
});

test('without a model the ranking chooses', async () => {
  expect(await chooseSkillByModel(undefined, skills, asked('Key stakeholders?'))).toMatchObject({
    chosen: { skill: stakeholders },
    by: 'ranking',
    findings: [{ rule: 'chat-open-record' }],
  });
});

test.each([
  [
    'Who are the key stakeholders at Fabrikam?',
    'Used the open opportunity 50 Cafe A-100 Automatic: the question names no',
  ],
  ['Who are the key stakeholders at Alpine Ski House?', undefined],
  ['Will it rain? It was said by "Fabrikam".', 'Used the open opportunity'],
])('%s: that the open record stands in is told', async (question, words) => {
  const { findings } = await chooseSkillByModel(undefined, skills, asked(question));
  expect(findings).toEqual(
    words ? [{ rule: 'chat-open-record', severity: 'info', message: expect.stringContaining(words) }] : [],
  );
});
