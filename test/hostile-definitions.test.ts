/** Definitions made to harm the host: each is read in the time of a call, and the host and its other connectors go on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubPackage, type RunningHost, startHost } from './running-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
const definition = readFileSync(join(hubPackage, 'apiDefinition.swagger.json'), 'utf8');
let host: RunningHost;
beforeAll(async () => {
  host = await startHost();
  await host.served.host.add({ location: hubPackage, isMock: true });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Operation {
  parameters?: object[];
  responses: object;
}

/** Contoso Hub's definition; every operation takes and answers a schema of these. */
function withSchemas(root: string, schemas: object, parameters: object = {}): string {
  const document = JSON.parse(definition) as { paths: Record<string, Record<string, Operation>>; definitions: object };
  const schema = { $ref: `#/definitions/${root}` };
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    operation.responses = { 200: { description: 'It.', schema } };
    operation.parameters?.push({ name: 'body', in: 'body', schema }, { $ref: '#/parameters/Loop' });
  }
  return JSON.stringify({ ...document, parameters, definitions: { ...document.definitions, ...schemas } });
}

const to = (name: string) => ({ $ref: `#/definitions/${name}` });
const levels = Array.from({ length: 60 }, (_, index) => {
  const next = to(`L${index + 1}`);
  return [`L${index}`, { type: 'object', allOf: [next, next], properties: { one: next, two: next } }];
});
const before = (name: string, text: string) => definition.replace(`"${name}"`, `${text}, "${name}"`);
const operation = (id: string) => `{"get":{"operationId":"${id}","description":"${'x'.repeat(300)}","responses":{}}}`;
const manyPaths = Array.from({ length: 11_000 }, (_, index) => `"/p${index}":${operation(`op${index}`)}`).join(',');
const prototype = `"__proto__":${operation('__proto__')},"/c":${operation('constructor')},"/t":${operation('toString')}`;
const laughs = 'bcdefghij'.split('').map((name, index) => {
  const previous = `*${'abcdefghij'[index]}`;
  return `${name}: &${name} [${Array(9).fill(previous).join(', ')}]`;
});

test.each([
  [
    'schemas made of themselves',
    withSchemas(
      'Self',
      { Self: { allOf: [to('Self')], properties: { inner: to('Self') }, items: to('Self') } },
      { Loop: { $ref: '#/parameters/Loop' } },
    ),
  ],
  ['schemas that double at each of sixty levels', withSchemas('L0', Object.fromEntries(levels))],
  ['lists nested 50,000 deep', before('paths', `"x-deep": ${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ['objects nested 50,000 deep', before('paths', `"x-deep": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)],
  [
    'names of the prototype everywhere',
    before('swagger', '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}')
      .replace('"paths": {', `"paths": {${prototype},`)
      .replace('"title": "Contoso Hub"', '"title": "__proto__"'),
  ],
  ['4 MB of operations', definition.replace('"paths": {', `"paths": {${manyPaths},`)],
  ['aliases that multiply (YAML)', `swagger: "2.0"\na: &a [x, x, x]\n${laughs.join('\n')}\npaths: {}\n`],
])('%s', async (_what, text) => {
  const started = performance.now();
  const [status, connector] = await host.send('POST', '/api/connectors', { definition: text, isMock: true });
  expect(status).toBe(201);
  expect((await fetch(`${host.address}/api/connectors`)).status).toBe(200);
  const record = 'opportunity:50cafe00-a100-4000-8000-000000000001';
  for (const surface of ['record-details', 'sales-chat', 'email-summary']) {
    const [answered] = await host.send('POST', `/api/surfaces/${surface}`, {
      record,
      question: 'Who are stakeholders?',
    });
    expect(answered).toBe(200);
  }
  const [removed] = await host.send('DELETE', `/api/connectors/${connector.key}`);
  expect(removed).toBe(204);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a file of more than 10 MB is refused in words', async () => {
  const location = join(folder, 'apiDefinition.swagger.json');
  writeFileSync(location, before('paths', `"x-long": "${'x'.repeat(10_000_000)}"`));
  const refused = { code: 'PACKAGE_UNREADABLE', message: expect.stringContaining('more than 10 MB') };
  expect(await host.send('POST', '/api/connectors', { location })).toEqual([400, refused]);
});
