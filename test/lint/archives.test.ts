/** Archives: what can go wrong with their bytes, and the connectors that are found in their layouts. */
import { describe, expect, test } from 'vitest';
import { lintPackage } from '../../src/lint/lint.ts';
import type { SampleArchive } from '../../src/lint/rule.ts';
import { submission } from '../../src/lint/sample-archive.ts';
import { archiveLimits, readArchive } from '../../src/package/archive.ts';
import { archivePackage, connectorsIn, kindOf } from '../../src/package/solution.ts';
import { zipOf } from './zip-of.ts';

const definition = '{ "swagger": "2.0", "info": { "title": "Quotes", "version": "1" }, "paths": {} }';

async function problemsOf(bytes: Uint8Array, limits = archiveLimits): Promise<string[]> {
  const { problems } = await readArchive('a.zip', bytes, limits);
  return problems.map(({ kind, path }) => `${kind} ${path}`);
}

function nested(levels: number): Buffer {
  let zip = zipOf({ 'a.txt': 'x' });
  for (let level = 1; level < levels; level++) zip = zipOf({ 'inner.zip': zip });
  return zip;
}

/** An archive of the sample, in bytes. */
function bytesOf(content: SampleArchive): Buffer {
  return zipOf(
    Object.fromEntries(
      Object.entries(content).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value ? bytesOf(value) : '',
      ]),
    ),
  );
}

describe('what cannot be read of an archive is named', () => {
  test.each<[string, Buffer, string]>([
    ['no zip', Buffer.from('PK\u0003\u0004 nothing'), 'archive-unreadable a.zip'],
    ['nothing', Buffer.alloc(0), 'archive-unreadable a.zip'],
    ['one cut off', zipOf({ 'a.txt': 'x' }).subarray(0, 60), 'archive-unreadable a.zip'],
    ['a zip in it that is none', zipOf({ 'b.zip': 'x' }), 'archive-unreadable a.zip!b.zip'],
    ['a name that leads out', zipOf({ '../a.txt': 'x' }), 'archive-entry-name a.zip'],
    ['a name that leads out later', zipOf({ 'a/../../b': 'x' }), 'archive-entry-name a.zip'],
    ['back-slashes', zipOf({ 'a\\b.txt': 'x' }), 'archive-entry-name a.zip'],
    ['an absolute name', zipOf({ '/etc/passwd': 'x' }), 'archive-entry-name a.zip'],
    ['a drive', zipOf({ 'C:/a.txt': 'x' }), 'archive-entry-name a.zip'],
    ['a name with a line break', zipOf({ 'a\nb': 'x' }), 'archive-entry-name a.zip'],
    [
      'a name twice',
      zipOf([
        { name: 'a.txt', content: '1' },
        { name: 'a.txt', content: '2' },
      ]),
      'archive-entry-twice a.zip',
    ],
    ['names that differ in case', zipOf({ 'a.txt': '1', 'A.TXT': '2' }), 'archive-entry-twice a.zip'],
    ['another checksum', zipOf([{ name: 'a', content: 'x', checksum: 1 }]), 'archive-entry-unreadable a.zip'],
    ['a size that is too small', zipOf([{ name: 'a', content: 'xxxx', size: 1 }]), 'archive-entry-unreadable a.zip'],
    ['a size that is too large', zipOf([{ name: 'a', content: 'x', size: 9 }]), 'archive-entry-unreadable a.zip'],
    ['an encrypted file', zipOf([{ name: 'a', content: 'x', isEncrypted: true }]), 'archive-entry-unreadable a.zip'],
    ['an unknown method', zipOf([{ name: 'a', content: 'x', method: 99 }]), 'archive-entry-unreadable a.zip'],
    ['a bomb', zipOf({ 'a.json': Buffer.alloc(20_000_000) }), 'archive-too-large a.zip'],
    ['archives five deep', nested(5), 'archive-too-deep a.zip!inner.zip!inner.zip!inner.zip!inner.zip'],
  ])('%s', async (_what, bytes, problem) => {
    expect(await problemsOf(bytes)).toEqual([problem]);
    const { findings } = lintPackage(archivePackage(await readArchive('a.zip', bytes)));
    expect(findings.map(({ rule }) => rule)).toContain(problem.split(' ')[0]);
    for (const { line, severity } of findings) expect([line, severity]).toEqual([1, 'error']);
  });

  test('a bomb that lies about its size is stopped at the size it tells', async () => {
    const lie = zipOf([{ name: 'a', content: Buffer.alloc(50_000_000), size: 10 }]);
    expect(await problemsOf(lie)).toEqual(['archive-entry-unreadable a.zip']);
  });

  test('more entries than allowed, and more bytes, all levels together', async () => {
    const limits = { ...archiveLimits, entries: 3, totalSize: 10 };
    expect(await problemsOf(zipOf({ a: '', b: '', c: '', d: '' }), limits)).toEqual(['archive-too-large a.zip']);
    expect(await problemsOf(zipOf({ a: '123456', b: '123456' }), limits)).toEqual(['archive-too-large a.zip']);
  });

  test('more archives than allowed, all levels together: told once, and files beside them are read', async () => {
    const inner = zipOf({ 'inner.zip': zipOf({ a: 'x' }) });
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`a${index}.zip`, inner]));
    const { problems, files } = await readArchive('a.zip', zipOf({ ...many, 'readme.md': '' }));
    expect(problems.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['archive-too-large a.zip']);
    expect([...files.keys()]).toEqual(['readme.md']);
  });

  test('what cannot be read is told in words of ours', async () => {
    const [problem] = (await readArchive('a.zip', zipOf([{ name: 'a', content: 'x', isEncrypted: true }]))).problems;
    expect(problem?.message).toBe('"a" cannot be read (it is encrypted). Make the archive anew.');
  });

  test('what is there and cannot be read is not told as missing', async () => {
    const broken = ['readme.md', 'icon.png', 'apiProperties.json'].map((name) => ({ name, content: 'x', checksum: 1 }));
    const zip = zipOf([{ name: 'apiDefinition.swagger.json', content: definition }, ...broken]);
    const [connector] = connectorsIn(await readArchive('a.zip', zip));
    const rules = connector && lintPackage(connector).findings.map(({ rule }) => rule);
    for (const rule of ['readme-missing', 'icon-missing', 'properties-missing']) expect(rules).not.toContain(rule);
  });

  test('what a broken manifest declares is not guessed at', async () => {
    const zip = bytesOf({
      '[Content_Types].xml': '<a/>',
      'solution.xml': '<a/>',
      'customizations.xml': '<a><Connectors></a>',
      'Connector/n_openapidefinition.json': definition,
      'Connector/n_connectionparameters.json': '{}',
    });
    const archive = await readArchive('a.zip', zip);
    const linted = [archivePackage(archive), ...connectorsIn(archive)].map((each) => lintPackage(each));
    const rules = linted.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).toContain('solution-xml-invalid');
    for (const rule of ['solution-connector-undeclared', 'properties-incomplete']) expect(rules).not.toContain(rule);
  });

  test('four levels are read, and what a refused entry stands beside', async () => {
    expect(await problemsOf(nested(4))).toEqual([]);
    const { files } = await readArchive('a.zip', zipOf({ '../a': 'x', __proto__: '2', b: '1', 'folder/': '' }));
    expect([...files.keys()]).toEqual(['b']);
    const odd = await readArchive('a.zip', zipOf([{ name: '__proto__', content: 'x' }]));
    expect([...odd.files.keys()]).toEqual(['__proto__']);
  });
});

describe('connectors are found', () => {
  const locations = async (files: Record<string, string>) =>
    connectorsIn(await readArchive('a.zip', zipOf(files))).map(({ location }) => location);

  test('in the root, and in folders', async () => {
    expect(await locations({ 'apiDefinition.swagger.json': definition })).toEqual(['a.zip!apiDefinition.swagger.json']);
    expect(
      await locations({
        'one/apiDefinition.swagger.json': definition,
        'two/swagger.json': definition,
        '__MACOSX/one/apiDefinition.swagger.json': 'x',
        'two/readme.md': '',
      }),
    ).toEqual(['a.zip!one/apiDefinition.swagger.json', 'a.zip!two/swagger.json']);
  });

  test('in what is handed in for certification: once, although two solutions carry it', async () => {
    const archive = await readArchive('a.zip', bytesOf(submission));
    expect(kindOf(archive)).toBe('submission');
    expect(lintPackage(archivePackage(archive)).findings).toEqual([]);
    const [connector, ...others] = connectorsIn(archive);
    expect(others).toEqual([]);
    expect(connector?.location).toBe(
      'a.zip!package.zip!PkgAssets/ConnectorSolution.zip!Connector/fab_fabrikam-20quotes_openapidefinition.json',
    );
    expect(connector?.title).toBe('Fabrikam Quotes');
    expect(connector?.properties?.value).toEqual({
      properties: {
        connectionParameters: {},
        policyTemplateInstances: [{ templateId: 'setheader' }],
        iconBrandColor: '#123a6b',
      },
    });
  });

  test('of a solution alone, unpacked names included, with places in the file that something stands in', async () => {
    const archive = await readArchive(
      'a.zip',
      zipOf({
        'customizations.xml':
          '<a>\n<Connectors><Connector><name>n</name><scriptoperations>["Do"]</scriptoperations></Connector></Connectors></a>',
        'Connectors/n_openapidefinition.json': definition,
        'Connectors/n_connectionparameters.json': '{\n  "token": { "type": "oauthSetting" } }',
        'Connectors/n_customcodeblobcontent.csx': 'public class Script : ScriptBase {}',
      }),
    );
    const [connector] = connectorsIn(archive);
    expect(connector?.script?.text).toMatch(/^public/);
    expect(connector?.properties?.value).toMatchObject({ properties: { scriptOperations: ['Do'] } });
    expect(connector?.properties?.locate('/properties/connectionParameters/token/type')).toEqual({
      file: 'a.zip!Connectors/n_connectionparameters.json',
      pointer: '/token/type',
      line: 2,
      column: 14,
    });
    expect(connector?.properties?.locate('/properties/scriptOperations')).toMatchObject({
      file: 'a.zip!customizations.xml',
      line: 2,
    });
    expect(lintPackage(archivePackage(archive)).findings.map(({ rule }) => rule)).toContain('solution-files');
  });

  test('or the archive says that it has none', async () => {
    const { findings } = lintPackage(archivePackage(await readArchive('a.zip', zipOf({ 'a.txt': 'x' }))));
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['archive-without-connector', expect.stringMatching(/holds a\.txt/)],
    ]);
  });
});
