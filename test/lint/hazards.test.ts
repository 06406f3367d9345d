/** What published and hostile files hold: each is survived, and named. What cannot be read is never clean. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { extensionPoints } from '../../src/contract/contract.ts';
import { type LintedPackage, lintPackage } from '../../src/lint/lint.ts';
import { packageOfFiles, readPackage } from '../../src/package/connector-package.ts';
import { sarifReport } from '../../src/report/sarif.ts';

const folder = mkdtempSync(join(tmpdir(), 'saleskit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const name = 'apiDefinition.swagger.json';
const operation = {
  operationId: 'Get',
  summary: 'Get',
  description: 'Gets it.',
  responses: { 200: { description: 'It.', schema: { type: 'object', properties: { id: { type: 'string' } } } } },
};
const document = (change: object = {}) => ({
  swagger: '2.0',
  info: { title: 'Quotes', version: '1', description: 'Quotes in the sales work, in mail and in chat.' },
  host: 'quotes.fabrikam.com',
  paths: { '/get': { get: operation } },
  ...change,
});
const text = (change: object = {}) => JSON.stringify(document(change), null, 2);

function lint(content: string | Uint8Array, files: Record<string, string | Uint8Array> = {}): LintedPackage {
  const all = Object.entries({ [name]: content, ...files }).map(
    ([file, each]) => [file, new Uint8Array(Buffer.from(each))] as const,
  );
  return lintPackage(packageOfFiles('package', new Map(all), { isWhole: true }));
}

const errorsOf = ({ findings }: LintedPackage) =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
const told = ({ findings }: LintedPackage) => findings.map(({ rule, line, column }) => [rule, line, column]);

describe('encodings', () => {
  test('a byte order mark is told, and the file is read', () => {
    const linted = lint(`\uFEFF${text()}`);
    expect(told(linted)).toContainEqual(['file-byte-order-mark', 1, 1]);
    expect(linted.actions.map(({ operationId }) => operationId)).toEqual(['Get']);
  });

  test.each(['latin1', 'utf16le'] as const)('%s is an error, never read as if it were UTF-8', (encoding) => {
    const mark = encoding === 'utf16le' ? '\uFEFF' : '';
    const bytes = Buffer.from(mark + text({ info: { title: 'Angebote für Händler', version: '1' } }), encoding);
    expect(errorsOf(lint(bytes))).toContain('file-wrong-encoding');
    expect(lint(bytes).title).toBe('Angebote für Händler');
  });

  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const utf32 = (text: string) => Buffer.concat([...text].map((sign) => Buffer.from([...Buffer.from(sign), 0, 0, 0])));
  test.each<[string, Buffer]>([
    ['UTF-16 (little endian)', utf16(text())],
    ['UTF-16 (big endian)', utf16(text()).swap16()],
    ['UTF-32 (little endian)', utf32(text())],
    ['UTF-32 (big endian)', utf32(text()).swap32()],
    ['UTF-32 (little endian)', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32(text())])],
    ['UTF-32 (big endian)', Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), utf32(text()).swap32()])],
  ])('%s is told once, with a mark or without, and the file is read', (encoding, bytes) => {
    const { findings, title } = lint(bytes);
    const ofFile = findings.filter(({ rule }) => rule.startsWith('file-')).map(({ message }) => message);
    expect([title, ofFile]).toEqual(['Quotes', [`The file is in ${encoding}. Save it as UTF-8.`]]);
  });

  test('other bytes that are no text are errors', () => {
    expect(errorsOf(lint(Buffer.from([0, 159, 146, 150, 255])))).not.toEqual([]);
    expect(errorsOf(lint(Buffer.from([0xff, 0xfe, 0, 0, 0xff, 0xff, 0xff, 0xff, 1])))).not.toEqual([]);
  });

  test('a script and a readme in another encoding are told as well', () => {
    const files = { 'script.csx': Buffer.from('// für', 'latin1'), 'readme.md': Buffer.from('# Händler', 'latin1') };
    const found = lint(text(), files).findings.filter(({ rule }) => rule === 'file-wrong-encoding');
    expect(found.map(({ file }) => file).sort()).toEqual(['readme.md', 'script.csx']);
  });
});

describe('broken JSON is told with its place, and the rest is checked', () => {
  test.each<[string, string, string]>([
    ['a trailing comma', text().replace('"2.0",', '"2.0",').replace(/\n}$/, ',\n}'), 'file-trailing-comma'],
    ['a missing comma', text().replace('"2.0",', '"2.0"'), 'file-invalid-json'],
    ['a missing bracket', text().slice(0, -1), 'file-invalid-json'],
    ['an extra brace', `${text()}}`, 'file-invalid-json'],
    ['a tab in a text', text().replace('Gets it.', 'Gets\tit.'), 'file-invalid-json'],
    ['a wide blank', text().replace('"swagger"', '\u2003"swagger"'), 'file-invalid-json'],
    ['a comment', `// definition\n${text()}`, 'file-invalid-json'],
    ['NaN', text().replace('"2.0"', 'NaN'), 'file-invalid-json'],
    [
      'a key twice',
      text().replace('"summary": "Get",', '"summary": "Get", "operationId": "Other",'),
      'file-duplicate-key',
    ],
    ['nothing', '', 'file-empty'],
    ['blanks', ' \n ', 'file-empty'],
    ['a list', '[]', 'file-no-object'],
    ['a text', '"swagger"', 'file-no-object'],
    ['null', 'null', 'file-no-object'],
  ])('%s', (_what, content, rule) => {
    const linted = lint(content);
    expect(errorsOf(linted)).toContain(rule);
    for (const { line, column } of linted.findings) expect([line, column].every((each) => each && each > 0)).toBe(true);
  });

  test('the properties as well', () => {
    expect(errorsOf(lint(text(), { 'apiProperties.json': '{ "properties": ' }))).toContain('file-invalid-json');
  });
});

describe('lines and columns', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s, tabs, and a text of two UTF-16 units are counted', (_name, end) => {
    const lines = ['{', '\t"swagger": "2.0", "x": "😀",, "paths": {}', '}'];
    expect(told(lint(lines.join(end)))).toContainEqual(['file-invalid-json', 2, 30]);
  });
});

describe('references', () => {
  const definitions = {
    Self: { type: 'object', properties: { inner: { $ref: '#/definitions/Self' } } },
    One: { type: 'object', properties: { two: { $ref: '#/definitions/Two' } } },
    Two: { type: 'object', properties: { one: { $ref: '#/definitions/One' } } },
    Pure: { $ref: '#/definitions/Pure' },
    Ring: { allOf: [{ $ref: '#/definitions/Ring' }], items: { $ref: '#/definitions/Ring' } },
    '$top/~x %': { type: 'object', properties: { $ref: { type: 'string' } } },
  };
  test.each([...Object.keys(definitions), 'missing'])('%s is followed without end in sight', (target) => {
    const reference = `#/definitions/${encodeURIComponent(target.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
    const responses = { 200: { description: 'It.', schema: { $ref: reference } } };
    const body = { name: 'body', in: 'body', schema: { $ref: reference } };
    const post = { ...operation, responses, parameters: [body, { $ref: '#/parameters/none' }] };
    expect(lint(text({ definitions, paths: { '/get': { post } } })).actions).toHaveLength(1);
  });

  test('a definition that is made of itself is told as that', () => {
    const made = { T: { allOf: [{ $ref: '#/definitions/T' }] } };
    const one = { One: { allOf: [{ $ref: '#/definitions/Two' }] }, Two: { allOf: [{ $ref: '#/definitions/One' }] } };
    const loopsOf = (each: object) =>
      lint(text({ definitions: each }))
        .findings.filter(({ rule }) => rule === 'RequiredLoopInSchemaNotAllowed')
        .map(({ message }) => message);
    expect(loopsOf(made)).toEqual(['T is made of itself: no value has an end. Take it out of allOf.']);
    expect(loopsOf(one)).toEqual([
      'One leads to Two, and Two is made of One: no value has an end. Take it out of allOf.',
    ]);
  });

  test('what allOf doubles at each level is read once', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => {
        const each = { $ref: `#/definitions/L${index + 1}` };
        return [`L${index}`, { allOf: [each, each], properties: { [`p${index}`]: { type: 'string' } } }];
      }),
    );
    const responses = { 200: { description: 'It.', schema: { $ref: '#/definitions/L0' } } };
    const change = { definitions: doubling, paths: { '/get': { get: { ...operation, responses } } } };
    const { findings } = lint(text(change));
    const { message } = findings.find(({ rule }) => rule === 'BodySchemaCountExceedsMaxAllowed') ?? {};
    expect(message).toContain('The schema is more than a million schemas');
  });

  test('what doubles at each level is not written out', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => {
        const $ref = `#/definitions/L${index + 1}`;
        return [`L${index}`, { type: 'object', properties: { one: { $ref }, two: { $ref } } }];
      }),
    );
    const responses = { 200: { description: 'It.', schema: { $ref: '#/definitions/L0' } } };
    const change = { definitions: doubling, paths: { '/get': { get: { ...operation, responses } } } };
    expect(lint(text(change)).actions).toHaveLength(1);
  });
});

test('names that are keywords, examples and defaults are data', () => {
  const keywords = ['type', 'properties', 'items', 'required', 'allOf', 'enum', '$ref', 'x-ms-summary', 'description'];
  const properties = Object.fromEntries(keywords.map((each) => [each, { type: 'string', description: 'A text.' }]));
  const schema = { type: 'object', properties, example: { $ref: 1, required: 'x', properties: [] } };
  const responses = { 200: { description: 'It.', schema, examples: { 'application/json': { type: 7 } } } };
  const plain = {
    ...operation,
    responses: { 200: { description: 'It.', schema: { ...schema, properties: { id: {} } } } },
  };
  const rulesOf = (get: object) => new Set(errorsOf(lint(text({ paths: { '/get': { get } } }))));
  expect(rulesOf({ ...operation, responses })).toEqual(rulesOf(plain));
});

test('large numbers, prototype keys and odd names of files do no harm', () => {
  const content = text().replace(
    '"swagger"',
    '"x-n": 9007199254740993, "__proto__": { "a": 1 }, "constructor": 2, "swagger"',
  );
  expect(lint(content, { 'a\u0000b': '', 'apiDefinition .json': '' }).actions).toHaveLength(1);
  expect(({} as { a?: unknown }).a).toBeUndefined();
});

describe('anything may be anything', () => {
  const odd = [null, true, 7, '', 'x', [], [null], {}, { $ref: 7 }, { $ref: '#/' }, { properties: [], required: {} }];
  const places: [string, (value: unknown) => object][] = [
    ['info', (info) => ({ info })],
    ['paths', (paths) => ({ paths })],
    ['a path', (value) => ({ paths: { '/get': value } })],
    ['an operation', (get) => ({ paths: { '/get': { get } } })],
    [
      'parameters',
      (parameters) => ({ paths: { '/get': { parameters, get: { ...operation, parameters } } }, parameters }),
    ],
    ['a parameter', (value) => ({ paths: { '/get': { get: { ...operation, parameters: [value] } } } })],
    ['responses', (responses) => ({ paths: { '/get': { get: { ...operation, responses } } } })],
    ['a schema', (schema) => ({ paths: { '/get': { get: { ...operation, responses: { 200: { schema } } } } } })],
    ['a property', (value) => ({ definitions: { A: { type: 'object', properties: { id: value } } } })],
    [
      'visibility',
      (value) => ({ paths: { '/get': { get: { ...operation, 'x-ms-visibility': value, summary: value } } } }),
    ],
    ['security', (value) => ({ security: value, securityDefinitions: value, host: value, schemes: value })],
    ['definitions', (definitions) => ({ definitions, tags: definitions })],
  ];
  test.each(places)('%s', (_where, change) => {
    for (const value of odd) expect(lint(text(change(value))).path).toBe('package');
  });

  test('in the other files too', () => {
    for (const value of odd) {
      const json = JSON.stringify(value);
      const properties = JSON.stringify({
        properties: { connectionParameters: value, policyTemplateInstances: value, iconBrandColor: value },
      });
      const files = { 'apiProperties.json': properties, 'actions.json': json, 'settings.json': json };
      expect(lint(text(), files).path).toBe('package');
      const parameter = JSON.stringify({ properties: { connectionParameters: { token: value } } });
      expect(lint(text(), { 'apiProperties.json': parameter }).path).toBe('package');
    }
  });
});

describe.skipIf(process.platform === 'win32')(
  'what is no plain file, or too large, is refused before it is read',
  () => {
    const make: Readonly<Record<string, (path: string) => void>> = {
      'a pipe': (path) => void execFileSync('mkfifo', [path]),
      'a link to a device without end': (path) => symlinkSync('/dev/zero', path),
      'a file of 11 MB': (path) => {
        writeFileSync(path, '');
        truncateSync(path, 11_000_000);
      },
    };
    for (const file of [name, 'icon.png'])
      test.each(Object.keys(make))(`${file} as %s`, async (what) => {
        const place = mkdtempSync(join(folder, 'odd-'));
        writeFileSync(join(place, name), text());
        rmSync(join(place, file), { force: true });
        make[what]?.(join(place, file));
        await expect(readPackage(place)).rejects.toMatchObject({
          code: 'PACKAGE_UNREADABLE',
          message: expect.stringMatching(/is a pipe or a device, which is not read|has more than 10 MB/),
        });
      });
  },
);

test('folders with odd names are read, and quoted in SARIF', async () => {
  for (const odd of ["Africa's Talking & Brønnøysund [x] #1 (US Gov.)", 'per%cent', '日本']) {
    const place = join(folder, odd);
    mkdirSync(place);
    writeFileSync(join(place, name), '{');
    const linted = lintPackage(await readPackage(place));
    expect(errorsOf(linted)).toContain('file-invalid-json');
    const report = { tool: 'saleskit lint', version: '1', packages: [linted] };
    const [result] = JSON.parse(sarifReport(report, [])).runs[0].results;
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    expect(decodeURIComponent(new URL(uri).pathname)).toContain(odd);
  }
});

describe('what is large is done in time', { timeout: 20_000 }, () => {
  test('a megabyte of operations', () => {
    const parameters = Array.from({ length: 4 }, (_, index) => ({
      name: `p${index}`,
      in: 'query',
      type: 'string',
      description: 'What it is that is asked for.',
    }));
    const paths = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [
        `/a/${index}/{id}`,
        { get: { ...operation, operationId: `Get${index}`, parameters } },
      ]),
    );
    const content = JSON.stringify(document({ paths }));
    expect(content.length).toBeGreaterThan(1_000_000);
    expect(lint(content).actions).toHaveLength(2_000);
  });

  test('nesting without end, open or closed, and schemas as deep as they may be', () => {
    expect(errorsOf(lint('{"a":'.repeat(100_000)))).toContain('file-too-deep');
    expect(errorsOf(lint(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toContain('file-too-deep');
    let schema: object = { type: 'string' };
    for (let level = 0; level < 150; level++) schema = { type: 'array', items: schema };
    const responses = { 200: { description: 'It.', schema } };
    expect(lint(text({ paths: { '/get': { get: { ...operation, responses } } } })).actions).toHaveLength(1);
  });

  test('long texts, in every place where a rule looks with a pattern', () => {
    const long = [' ', 'a', '-', '/', '{', '\n', '"', '\\'].map((sign) => sign.repeat(100_000));
    for (const each of long) {
      const get = { ...operation, summary: each, description: each, operationId: each };
      const change = { info: { title: each, version: '1', description: each }, paths: { [`/${each}`]: { get } } };
      const files = { 'script.csx': `class Script ${each}`, 'readme.md': `# ${each}` };
      expect(lint(text({ ...change, host: each, basePath: each }), files).path).toBe('package');
    }
  });

  test('scripts whose comments and strings never end', () => {
    for (const each of ['/*', '"', '@"', '//', '/**', "'", 'switch (Context.OperationId) {', 'using A.'])
      expect(lint(text(), { 'script.csx': each.repeat(50_000) }).path).toBe('package');
  });

  test('a picture that unpacks to more than it can have is refused', async () => {
    const { deflateSync, crc32 } = await import('node:zlib');
    const chunk = (kind: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(kind), data]);
      const framed = Buffer.alloc(body.length + 8);
      framed.writeUInt32BE(data.length, 0);
      framed.set(body, 4);
      framed.writeUInt32BE(crc32(body), body.length + 4);
      return framed;
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(100, 0);
    header.writeUInt32BE(100, 4);
    header.set([8, 6, 0, 0, 0], 8);
    const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const profile = Buffer.concat([Buffer.from('p\u0000\u0000'), bomb]);
    const pictures = [
      Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', bomb), chunk('IEND', Buffer.alloc(0))]),
      Buffer.concat([start, chunk('IHDR', header), chunk('iCCP', profile), chunk('IEND', Buffer.alloc(0))]),
    ];
    for (const picture of pictures)
      expect(errorsOf(lint(text(), { 'icon.png': picture }))).toContain('icon-unreadable');
    const [bombed] = pictures.map((picture) => lint(text(), { 'icon.png': picture }));
    expect(bombed?.findings.find(({ rule }) => rule === 'icon-unreadable')?.message).toBe(
      'icon.png is broken (its pixels unpack to more than it can have). Save it anew.',
    );
  });
});

describe('actions.json and inputs', () => {
  const { recordDetails } = extensionPoints;
  const parameters = recordDetails.inputs.map(({ name: each, description, type }) => ({
    name: each,
    in: 'query',
    description,
    type,
    pattern: '^(([0-9A-Za-z-]+)+)+_$',
  }));
  const related = { ...operation, operationId: recordDetails.operationId, description: recordDetails.apiDescription };
  const definition = text({ paths: { '/related': { get: { ...related, parameters } } } });
  const rulesOf = ({ findings }: LintedPackage) => findings.map(({ rule }) => rule);

  test('a pattern that takes for ever is not tried', () => {
    expect(rulesOf(lint(definition))).not.toContain('input-constraint');
  });

  test.each([null, 7, [], { actions: null }, { actions: [null, 7, [], {}] }, { actions: [{ operationId: [] }] }])(
    'actions.json that holds %j is told',
    (value) => {
      const rules = rulesOf(lint(definition, { 'actions.json': JSON.stringify(value) }));
      expect(rules.filter((rule) => ['file-no-object', 'actions-file-shape'].includes(rule))).not.toEqual([]);
    },
  );

  test('of actions.json parts of another shape are told, and of __proto__ that it is no key', () => {
    const action = `{ "operationId": "${recordDetails.operationId}", "__proto__": 1, "parameters": { "top": 7 }, "outputs": [] }`;
    const { findings } = lint(definition, { 'actions.json': `{ "actions": [${action}] }` });
    const places = findings.filter(({ rule }) => rule.startsWith('actions-')).map(({ pointer }) => pointer);
    expect(places.sort()).toEqual(['/actions/0/__proto__', '/actions/0/outputs', '/actions/0/parameters/top']);
  });

  test('an operation without operationId is not called undefined', () => {
    const data = { 'openai-enabled': true, operations: [{ operationId: 'Get' }] };
    const nameless = { ...operation, operationId: undefined, 'x-ms-openai-data': data };
    const { findings } = lint(text({ paths: { '/get': { get: nameless } } }));
    expect(findings.filter(({ message }) => message.includes('undefined'))).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('OperationIdRequired');
  });
});

test('a sign that cannot be seen is named where descriptions differ', () => {
  const { apiDescription = '', path } = extensionPoints.recordDetails;
  const get = { ...operation, description: apiDescription.replace('This', 'This\u200b') };
  const messages = lint(text({ paths: { [path]: { get } } })).findings.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringContaining('[-This<U+200B>-] {+This+}'));
});

test('addresses and schemes are told by what is wrong with them', () => {
  const contact = (url: string) => ({ info: { ...document().info, contact: { name: 'F', url, email: 'a@b.com' } } });
  const told = (change: object) => lint(text(change)).findings.map(({ message }) => message);
  expect(told(contact('htpts://fabrikam.com'))).toContainEqual(
    expect.stringContaining('an address of the scheme htpts'),
  );
  expect(told(contact('fabrikam.com'))).toContainEqual(expect.stringContaining('no absolute address'));
  expect(told({ schemes: ['https', 'http'] })).toContainEqual(expect.stringContaining('Take it out'));
});
