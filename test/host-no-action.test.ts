/** Why there is no action: every cause in words that say what to mend. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { chooseAction } from '../src/host/engine/choose-action.ts';
import { invoke } from '../src/host/engine/invoke.ts';
import { readPackage } from '../src/package/connector-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const original = readFileSync(join(import.meta.dirname, '../contoso-hub/package/apiDefinition.swagger.json'), 'utf8');
let packages = 0;

// biome-ignore lint/suspicious/noExplicitAny: a definition is broken here in every way
type Definition = any;
const details = (definition: Definition) => definition.paths['/api/enhanceskills/related-records'].get;
const stakeholders = (definition: Definition) => definition.paths['/api/chatskills/chat-about-key-stakeholders'].get;

async function explanation(definition: string | ((definition: Definition) => void), wanted = 'record-details') {
  const place = join(folder, String(packages++));
  mkdirSync(place);
  const changed = JSON.parse(original);
  if (typeof definition !== 'string') definition(changed);
  writeFileSync(
    join(place, 'apiDefinition.swagger.json'),
    typeof definition === 'string' ? definition : JSON.stringify(changed),
  );
  const discovery = discover(await readPackage(place));
  const action = chooseAction(discovery, wanted);
  const { connector } = discovery;
  const trace = await invoke({ connector, wanted, action, values: {}, language: 'en-US' });
  expect([trace.outcome, trace.action]).toEqual(['no-action', null]);
  return trace.explanation;
}

test('a port that web requests may not go to is told so', async () => {
  const read = readPackage('http://127.0.0.1:6000/apiDefinition.swagger.json');
  await expect(read).rejects.toThrow(/at port 6000, which web requests may not go to .* another port/);
});

test.each<[string, string | ((definition: Definition) => void), string, RegExp]>([
  [
    'a near miss, word by word',
    (d) =>
      Object.assign(details(d), {
        operationId: 'Mine',
        description: details(d).description.replace('records related', 'all records related'),
      }),
    'record-details',
    /description of Mine is nearest, and differs: This action gets \[-all-\] records related/,
  ],
  [
    'a description that is missing, told by inputs and outputs',
    (d) => Object.assign(details(d), { operationId: 'GetStuff', description: undefined }),
    'record-details',
    /GetStuff has its inputs and no description\. Write “This action gets records/,
  ],
  [
    'a translated description, told by inputs and outputs',
    (d) =>
      Object.assign(details(d), {
        operationId: 'Mine',
        description: 'Cette action permet d’obtenir les enregistrements liés à un enregistrement de la gestion.',
      }),
    'record-details',
    /description of Mine is translated, and descriptions must stay in English\. It must be “This action gets records/,
  ],
  [
    'no such description at all',
    (d) => {
      d.paths = { '/x': { get: { operationId: 'X', description: 'Weather.', responses: {} } } };
    },
    'record-details',
    /no operation has the description “This action gets records/,
  ],
  [
    'a definition that cannot be read',
    '{ broken',
    'record-details',
    /swagger\.json:1:3\): This is nothing that JSON knows/,
  ],
  ['an empty definition', '', 'record-details', /cannot be used \(.*apiDefinition\.swagger\.json:1:1\): /],
  [
    'OpenAPI 3',
    JSON.stringify({ openapi: '3.0.1', paths: { '/x': { get: { operationId: 'X' } } } }),
    'record-details',
    /Copilot for Sales reads OpenAPI 2\.0 \(Swagger\); this is OpenAPI 3\.0\.1: convert it\./,
  ],
  ['something else altogether', '{"name": "a package"}', 'record-details', /This is no OpenAPI definition/],
  ['a list', '[]', 'record-details', /holds no JSON object/],
  ['no operation', '{"swagger": "2.0", "paths": {}}', 'record-details', /has no operation/],
  [
    'version 1 where version 2 is there',
    (d) => {
      const { description } = d.paths['/api/enhanceskills/email-insights-v2'].post;
      d.paths['/v1'] = { get: { operationId: 'V1', description, responses: {} } };
    },
    'email-summary-v1',
    /email-summary-v1 \(V1\) that is not used, because version 2 is there \(scp-get-email-insights-v2\)/,
  ],
  [
    'version 1 where only version 2 is there',
    () => {},
    'email-summary-v1',
    /scp-get-email-insights-v2 has its description and the method POST, which makes it email-summary/,
  ],
  [
    'no chat skill',
    (d) => delete stakeholders(d)['x-ms-openai-data'],
    'sales-chat',
    /has no chat skill: .*openai-enabled/,
  ],
  [
    'chat skills, none of them chosen',
    () => {},
    'sales-chat',
    /chat skills \(ChatAboutKeyStakeholders\), and none was chosen/,
  ],
  ['a mistyped operation', () => {}, 'ChatAboutStakeholders', /Is ChatAboutKeyStakeholders meant\?/],
  ['an operation of another connector', () => {}, 'Zzz', /no operation Zzz.*It has scp-get/],
])('%s', async (_cause, definition, wanted, words) => {
  expect(await explanation(definition, wanted)).toMatch(words);
});
