import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sellersWorld, withOwn } from '../world/world.ts';
import { type Configuration, defineConfiguration } from './configuration.ts';
import { loadConfiguration, readConfiguration } from './load-configuration.ts';

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'saleskit-configuration-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A folder of its own with these files. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, String(++count));
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const configuration = defineConfiguration({
  packages: ['./mine', 'https://example.com/apiDefinition.swagger.json'],
  urls: { './mine': 'http://127.0.0.1:9000/api' },
  connections: { './mine': { clientId: 'of-mine', issuer: 'http://127.0.0.1:8102/t/v2.0', scopes: ['openid'] } },
  headers: { 'x-environment': 'test' },
  users: [{ name: 'Ana Costa', email: 'ana@example.com', language: 'pt-BR' }],
  records: [
    {
      type: 'opportunity',
      id: '006000000000001',
      name: 'My deal',
      crm: 'salesforce:acme.my.salesforce.com',
      account: 'Acme',
      fields: { amount: 12, currency: 'EUR', closesOn: '2026-05-01' },
    },
  ],
  mails: [
    'mail.eml',
    { subject: 'Price', from: 'bo@acme.com', crm: 'salesforce', related: ['opportunity:006000000000001'] },
  ],
  faults: { '*': { addedLatency: 100 }, './mine': { throttled: true, errorCode: 'RECORD_NOT_FOUND' } },
  hostProfile: { crmType: 'Dynamics 365', top: 3 },
});
const eml = 'From: Bo <bo@acme.com>\r\nSubject: Contract\r\n\r\nHello';

test.each([
  ['saleskit.config.json', JSON.stringify(configuration)],
  ['saleskit.config.js', `export default ${JSON.stringify(configuration)}`],
])('%s is found, read and resolved', async (name, text) => {
  const folder = await folderOf({ [name]: text, 'mail.eml': eml });
  const loaded = await loadConfiguration({ folder });
  expect(loaded).toMatchObject({
    file: join(folder, name),
    files: [join(folder, name), join(folder, 'mail.eml')],
    packages: [
      {
        location: join(folder, 'mine'),
        namedBy: 'packages "./mine"',
        url: 'http://127.0.0.1:9000/api',
        connection: { clientId: 'of-mine', issuer: 'http://127.0.0.1:8102/t/v2.0', scopes: ['openid'] },
        faults: { addedLatency: 100, throttled: true, errorCode: 'RECORD_NOT_FOUND' },
      },
      { location: 'https://example.com/apiDefinition.swagger.json', faults: { addedLatency: 100 } },
    ],
    faultsOfAll: { addedLatency: 100 },
    headers: { 'x-environment': 'test' },
    hostProfile: { crmType: 'Dynamics 365', crmOrgUrl: 'URL', top: 3, skip: 0 },
  });
  const world = withOwn(sellersWorld(Date.now()), loaded?.world ?? {});
  expect(world.sellers[0]).toMatchObject({ id: 'ana@example.com', language: 'pt-BR', timeZone: 'UTC' });
  expect(world.recordOf('opportunity', '006000000000001AAA', 'Salesforce')).toMatchObject({ name: 'My deal' });
  expect(world.mails.slice(0, 2)).toMatchObject([
    { id: 'mail.eml', subject: 'Contract', names: { 'bo@acme.com': 'Bo' }, related: [] },
    { id: 'mails[1]', subject: 'Price', related: [{ type: 'opportunity', ids: { Salesforce: '006000000000001' } }] },
  ]);
});

test('TypeScript is read by Node itself, types of saleskit and all', async () => {
  const types = JSON.stringify(join(import.meta.dirname, 'configuration.ts'));
  const folder = await folderOf({
    'saleskit.config.ts': `import { type Configuration, defineConfiguration } from ${types};
      const own: Configuration = ${JSON.stringify(configuration)};
      export default defineConfiguration(own);`,
  });
  const program = `import { readConfiguration } from './load-configuration.ts';
    process.stdout.write(JSON.stringify(await readConfiguration(process.argv[1])));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program, join(folder, 'saleskit.config.ts')],
    { cwd: import.meta.dirname },
  );
  expect(JSON.parse(stdout)).toEqual(configuration);
});

test('a folder without a configuration has none, one with two is refused', async () => {
  expect(await loadConfiguration({ folder: await folderOf({}) })).toBeUndefined();
  const folder = await folderOf({ 'saleskit.config.json': '{}', 'saleskit.config.js': 'export default {}' });
  await expect(loadConfiguration({ folder })).rejects.toMatchObject({
    code: 'INVALID_CONFIGURATION',
    message: expect.stringContaining('has saleskit.config.js and saleskit.config.json: which is meant?'),
  });
});

test('a module that has changed is read anew', async () => {
  const folder = await folderOf({ 'saleskit.config.js': 'export default { headers: { a: "1" } }' });
  const file = join(folder, 'saleskit.config.js');
  expect(await readConfiguration(file)).toEqual({ headers: { a: '1' } });
  await writeFile(file, 'export default { headers: { a: "2" } }');
  await utimes(file, new Date(), new Date(Date.now() + 5000));
  expect(await readConfiguration(file)).toEqual({ headers: { a: '2' } });
});

test.each([
  ['{\n  "packages": [], // mine\n}', ':2:19: JSON has no comments. Remove it.'],
  ['/* all */ {}', ':1:1: JSON has no comments.'],
  ['{ "packages": ["a",] }', ':1:19: A comma stands before the closing bracket'],
  ['{ "headers": { "a": "1", "a": "2" } }', ':1:26: The key "a" stands here twice'],
  ['{\n  "pakages": []\n}', ':2:3: pakages is not known here. Did you mean packages?'],
  ['{ "packages": "mine" }', ':1:15: packages: a list [ ] is expected, not "mine".'],
  ['{ "records": [{ "type": "lead", "id": 7, "name": "x" }] }', ':1:39: records[0].id: a text is expected, not 7.'],
  ['{ "records": [{ "type": "lead", "name": "x" }] }', ':1:15: records[0]: id is missing.'],
  [
    '{ "users": [{ "name": "A", "e-mail": "a@b.c" }] }',
    ':1:28: users[0]: e-mail is not known here. Did you mean email?',
  ],
  ['{ "mails": [{ "to": "a@b.c" }] }', ':1:21: mails[0].to: a list [ ] or null is expected, not "a@b.c".'],
  [
    '{ "connections": { "a": { "clientID": "x" } } }',
    ':1:27: connections.a: clientID is not known here. Did you mean clientId?',
  ],
  [
    '{ "mails": [3] }',
    ':1:13: mails[0]: a file name, or an object with file or the fields of resourceData is expected, not 3.',
  ],
  [
    '{ "packages": [{ "location": "a", "rnu": "node a.ts" }] }',
    ':1:35: packages[0]: rnu is not known here. Did you mean run?',
  ],
  [
    '{ "packages": [{ "location": "a", "run": "node a.ts" }] }',
    ':1:42: packages[0].run: a url is expected beside it: where the program listens.',
  ],
  [
    '{ "packages": [{ "location": "a", "url": "http://a" }], "urls": { "a": "http://b" } }',
    'packages[0].url: the address stands in urls, too. Leave one of them.',
  ],
  [
    '{ "packages": [{ "location": "http://a/b.json", "run": "tsc && node b.js" }] }',
    'packages[0].run: no shell reads this, so && means nothing',
  ],
  [
    '{ "faults": { "*": { "addedLatency": "fast" } } }',
    'faults["*"].addedLatency: milliseconds as a whole number is expected, not "fast".',
  ],
  ['{ "faults": { "*": { "errorCode": "NOT_FOUND" } } }', 'faults["*"].errorCode: one of "INVALID_CRM_CONNECTION"'],
  ['{ "hostProfile": { "crmType": "Dynamics365" } }', 'Did you mean Dynamics 365?'],
  [
    '{ "hostProfile": { "top": -1 } }',
    'hostProfile.top: a whole number of at least 0, or "omitted" is expected, not -1.',
  ],
  ['[]', ':1:1: an object with the configuration of saleskit is expected, not a list.'],
])('%s is refused with its place and a way to mend it', async (text, message) => {
  const folder = await folderOf({ 'saleskit.config.json': text });
  const file = join(folder, 'saleskit.config.json');
  await expect(loadConfiguration({ file })).rejects.toMatchObject({
    code: 'INVALID_CONFIGURATION',
    message: expect.stringContaining(message),
  });
});

test.each([
  ['export const packages = [];', 'exports nothing by default'],
  [
    'export default { packages: [1] }',
    'packages[0]: a folder, definition file or URL, or an object with location, run and url is expected, not 1.',
  ],
  ['export default { pakages: [] }', 'pakages is not known here. Did you mean packages?'],
  ['throw new Error("no database")', 'cannot be loaded: no database'],
])('a module with %s is refused', async (text, message) => {
  const folder = await folderOf({ 'saleskit.config.js': text });
  await expect(loadConfiguration({ folder })).rejects.toThrow(message);
});

const wrong: readonly (readonly [string, Configuration, string])[] = [
  [
    'a URL for no package',
    { packages: ['./mine'], urls: { './min': 'http://a' } },
    'urls: "./min" is none of the packages. Did you mean ./mine?',
  ],
  [
    'a connection for no package',
    { packages: ['./mine'], connections: { './min': { clientId: 'x' } } },
    'connections: "./min" is none of the packages. Did you mean ./mine?',
  ],
  [
    'an identity provider that is not safe',
    { packages: ['a'], connections: { a: { issuer: 'http://login.example.com' } } },
    'connections.a.issuer: an https address (http on this machine)',
  ],
  ['an address that is none', { packages: ['a'], urls: { a: 'localhost' } }, 'urls.a: an address is expected, such as'],
  [
    'a fault for no package',
    { faults: { hub: { throttled: true } } },
    'faults: "hub" is none of the packages. There are none.',
  ],
  [
    'a CRM that is none',
    { records: [{ type: 'lead', id: '1', name: 'x', crm: 'sap' }] },
    'records[0]: There is no CRM "sap".',
  ],
  ['a record that is none', { mails: [{ related: ['deal'] }] }, 'mails[0]: The record "deal" has no type'],
  ['a mail that is not there', { mails: ['none.eml'] }, 'mails[0]: The mail '],
];
test.each(wrong)('%s is refused', async (_, own, message) => {
  const folder = await folderOf({ 'saleskit.config.json': JSON.stringify(own) });
  await expect(loadConfiguration({ folder })).rejects.toMatchObject({
    code: 'INVALID_CONFIGURATION',
    message: expect.stringContaining(message),
  });
});

test.each([
  ['saleskit.config.yaml', 'is no configuration: its name ends in .ts, .js or .json'],
  ['none.json', 'There is no configuration'],
])('%s is refused', async (name, message) => {
  await expect(loadConfiguration({ file: join(root, name) })).rejects.toThrow(message);
});

test.each([
  ['{ "users": [{ "name": "A", "email": "a@b.c", "language": "fr_FR" }] }', ':1:58: users[0].language: a BCP 47 tag'],
  [
    '{ "users": [{ "name": "A", "email": "a@b.c", "timeZone": "Paris" }] }',
    ':1:58: users[0].timeZone: an IANA zone such as "Europe/Paris" is expected, not "Paris".',
  ],
  ['{ "mails": [{ "subject": "x", "language": "x y" }] }', 'mails[0].language: a BCP 47 tag'],
  ['{ "mails": [{ "sentDateTime": "yesterday" }] }', ':1:31: mails[0].sentDateTime: a time in ISO 8601 such as'],
  ['{ "headers": { "a b": "1" } }', ':1:23: headers["a b"]: "a b" is no name of a header'],
  ['{ "packages": ["a"], "urls": { "a": "http://b/?c" } }', ':1:37: urls.a: an address without query'],
])('%s is refused with its place, file and all', async (text, message) => {
  const folder = await folderOf({ 'saleskit.config.json': text });
  await expect(loadConfiguration({ folder })).rejects.toThrow(`${join(folder, 'saleskit.config.json')}`);
  await expect(loadConfiguration({ folder })).rejects.toThrow(message);
});

test.each([
  ['import { defineConfiguration } from "saleskit/configuration";', 'The package saleskit is not installed where'],
  ['import "./none.ts";', 'See that it is installed beside this file'],
  ['enum Kind { One }', 'enums, namespaces and parameter properties cannot stand here'],
  ['\nconst = 1;', 'saleskit.config.ts'],
])('TypeScript with %s is refused with what to do', async (text, message) => {
  const folder = await folderOf({ 'saleskit.config.ts': `${text}\nexport default {};` });
  const program = `import { loadConfiguration } from './load-configuration.ts';
    await loadConfiguration({ folder: process.argv[1] }).catch(({ code, message }) => process.stdout.write(code + ' ' + message));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, folder], {
    cwd: import.meta.dirname,
  });
  expect(stdout).toContain(`INVALID_CONFIGURATION ${join(folder, 'saleskit.config.ts')}`);
  expect(stdout).toContain(message);
});
