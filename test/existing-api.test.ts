/** For those whose API is there: a package alone, and one more extension point for a connector that is there. */
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { openableOf } from '../src/cli/verify/openable.ts';
import { key, startBrewQuotes } from './from-openapi/brew-quotes-server.ts';
import { opportunity, startESignature } from './from-openapi/e-signature-server.ts';
import {
  emptyFolder,
  linkDependencies,
  planWith,
  run,
  saleskit,
  serveProject,
  typeCheck,
  writeProject,
} from './new-project.ts';
import { startPane } from './pane/open-pane.ts';
import type { Json } from './running-host.ts';
import { examine, told } from './verify/examine.ts';

const parent = emptyFolder();
afterAll(() => parent.remove());

function invocablePoints(folder: string): string[] {
  const { stdout } = saleskit(parent.path, 'lint', folder, '--severity', 'error', '--format', 'json');
  const [{ actions, findings }] = JSON.parse(stdout).packages;
  expect(findings).toEqual([]);
  return actions.filter(({ invocable }: Json) => invocable).map(({ extensionPoint }: Json) => extensionPoint);
}

describe('new --package', () => {
  const made = saleskit(parent.path, 'new', 'quotes', '--package', '--yes', '--points', 'record-details');

  test('makes the package alone and tells what comes next', () => {
    expect(made.stderr).toBe('');
    expect(made.stdout).toMatch(/^The connector package of Quotes stands in quotes: 6 files, 1 extension point\.\n/);
    expect(made.status).toBe(0);
    expect(readdirSync(join(parent.path, 'quotes'))).toHaveLength(6);
    expect(invocablePoints('quotes')).toEqual(['record-details']);
  });

  test('add puts further points into it, at paths like those of the others, and refuses them the second time', () => {
    const { stdout, stderr, status } = saleskit(parent.path, 'add', 'email-draft', 'quotes');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe(
      `scp-get-content-suggestions stands at /sales/email-draft in ${join('quotes', 'apiDefinition.swagger.json')} and ${join('quotes', 'actions.json')}.\nNot told there yet, write it yourself: ${join('quotes', 'readme.md')}.\n`,
    );
    expect(invocablePoints('quotes')).toEqual(['record-details', 'email-draft']);
    expect(saleskit(parent.path, 'add', 'email-draft', 'quotes')).toMatchObject({ stdout: '', status: 2 });
  });

  test('the package of an API on plain node:http lets it show in the Sales pane', async () => {
    const record = {
      recordId: 'Q-1',
      recordTypeDisplayName: 'Quote',
      recordTypePluralDisplayName: 'Quotes',
      recordType: 'quote',
      recordTitle: 'Two machines for the roastery',
      url: 'https://quotes.example.com/Q-1',
      additionalProperties: { Total: '12,000' },
    };
    const api = createServer((request, response) => {
      const isKnown = request.url?.includes(`recordId=${opportunity}`) ?? false;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ value: isKnown ? [record] : [], hasMoreResults: false }));
    });
    await once(api.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void api.close());
    const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    const pane = await startPane(join(parent.path, 'quotes'), '--url', url);
    onTestFinished(pane.close);
    const page = await pane.open(`?page=records&record=opportunity:${opportunity}`);
    await page.getByRole('region', { name: 'Quotes from Quotes' }).getByText(record.recordTitle).waitFor();
  });
});

test('add gives a project that new made a handler for each point, wired, with right types; its own test passes', () => {
  const folder = join(parent.path, 'project');
  writeProject(folder, planWith({ points: 'record-summary', 'chat-skills': 'none' }));
  for (const point of ['record-details', 'opportunity-insights', 'email-summary', 'email-draft']) {
    const { stdout, stderr, status } = saleskit(parent.path, 'add', point, 'project');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain(`Its handler is ${join('project', 'src/actions', `${point}.ts`)}, wired in`);
  }
  expect(typeCheck(folder)).toMatchObject({ stdout: '', status: 0 });
  const { stdout } = run(folder, '--test', '--test-reporter=tap');
  expect(stdout).toMatch(/^# fail 0$/m);
  expect(invocablePoints('project/package')).toHaveLength(5);
  const imports = readFileSync(join(folder, 'src/connector.ts'), 'utf8').match(/^import .*actions.*$/gm) ?? [];
  expect(imports).toEqual(imports.toSorted());
});

describe('new --from', () => {
  const documents = join(import.meta.dirname, 'from-openapi');

  /** A project of a document, with right types; gives its folder. */
  function makeFrom(name: string, file: string): string {
    const made = saleskit(parent.path, 'new', name, '--yes', '--from', join(documents, file));
    expect(made).toMatchObject({ stderr: '', status: 0 });
    const folder = join(parent.path, name);
    linkDependencies(folder);
    expect(typeCheck(folder)).toMatchObject({ stdout: '', status: 0 });
    return folder;
  }

  async function expectVerified(folder: string, address: string): Promise<void> {
    const languages = ['en-US'];
    const openable = await openableOf({ record: [`opportunity:${opportunity}`], language: languages });
    const report = await examine(address, { package: join(folder, 'package'), languages, openable });
    expect(told(report, 'fail')).toEqual([]);
    // What a list of one item, or of none, cannot show is left; everything about records is seen.
    expect(told(report, 'could-not-run').filter((line) => !line.includes('(email-'))).toEqual([]);
  }

  const folder = join(parent.path, 'sign');
  const made = saleskit(parent.path, 'new', 'sign', '--yes', '--from', join(documents, 'e-signature.yaml'));

  test('tells the proposal, and makes a project of its title with a module for each extension point', () => {
    expect(made.stderr).toBe('');
    expect(made.stdout).toMatch(/^record-details {2}GET \/v4\/envelopes \(listEnvelopes\) {2}\d+ %$/m);
    expect(made.stdout).toMatch(/^ +recordTitle \* +<- email_subject +\d+ %$/m);
    expect(made.stdout).toContain('Woodgrove Sign stands in sign:');
    expect(made.status).toBe(0);
    expect(readdirSync(join(folder, 'src/mapping'))).toHaveLength(5);
    expect(readFileSync(join(folder, 'MAPPING.md'), 'utf8')).toContain('| `recordTitle` | yes | email_subject |');
  });

  test('with API_URL the project answers out of the API what the extension points want', async () => {
    linkDependencies(folder);
    expect(typeCheck(folder)).toMatchObject({ stdout: '', status: 0 });
    const api = await startESignature();
    const service = await serveProject(folder, { API_URL: api.address });
    const ask = async (id: string, input: object | string) => {
      const [path, init] =
        typeof input === 'string'
          ? [`${id}?${input}`, {}]
          : [id, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }];
      const answer = await (await fetch(`${service.address}/sales/${path}`, init)).json();
      return (answer as { value: Json[] }).value;
    };
    const record = `recordType=opportunity&recordId=${opportunity}`;
    const mail = { resourceType: 'email-thread', resourceData: { subject: 'Terms', from: 'alberto@fourthcoffee.com' } };
    try {
      expect(await ask('record-details', record)).toMatchObject([
        {
          recordId: 'e1',
          recordType: 'envelope',
          recordTypePluralDisplayName: 'Envelopes',
          recordTitle: 'Purchase agreement',
          url: 'https://sign.woodgrove.example/e/1',
          additionalProperties: { Status: 'completed', 'Created At': 'Nov 2, 2026' },
        },
        { recordId: 'e2', recordTitle: 'Non-disclosure', additionalProperties: { Message: 'Please sign.' } },
      ]);
      const since = '&startDateTime=2026-11-04T00:00:00Z';
      expect(await ask('record-summary', record + since)).toMatchObject([
        {
          title: 'signed',
          description: 'Alberto signed the agreement.',
          additionalProperties: { 'Actor Name': 'Alberto Burgos' },
        },
      ]);
      expect(await ask('opportunity-insights', `${record}&top=1`)).toMatchObject([
        { title: 'Woodgrove Sign', description: 'The agreement was sent.' },
      ]);
      expect((await ask('email-summary', mail)).map(({ insight }) => insight)).toEqual([
        'Purchase agreement: completed',
        'Please sign.',
        'Hello.',
      ]);
      expect(await ask('email-draft', mail)).toMatchObject([
        { contentType: 'content-pdf', contentTitle: 'Terms.pdf', contentDescription: 'Our terms.' },
      ]);
      expect(api.calls.join('\n')).toMatch(/^GET \/v4\/envelopes\?signer_email=alberto%40fourthcoffee\.com/m);
      await expectVerified(folder, service.address);
    } finally {
      await service.close();
      await api.close();
    }
  });

  test.each(['quoting.json', 'content-library.yaml'])('the project of %s has right types', (file) => {
    const name = file.replace(/\..*/, '');
    makeFrom(name, file);
  });

  test('an API that pages, knows no times and wants a key: each page comes once, and no check of verify fails', async () => {
    const brew = makeFrom('brew', 'brew-quotes.yaml');
    const lint = saleskit(brew, 'lint', 'package', '--format', 'json').stdout;
    expect(lint).toContain('TODO: what Brew Quotes shows sellers');
    expect(lint).toContain('The readme is marked TODO in lines');
    expect(readFileSync(join(brew, 'local.env'), 'utf8')).toMatch(/^# API_KEY=$/m);
    const api = await startBrewQuotes();
    const service = await serveProject(brew, { API_URL: api.address, API_KEY: key });
    try {
      const get = async (path: string) => (await fetch(`${service.address}/sales/${path}`)).json() as Promise<Json>;
      const record = `recordType=opportunity&recordId=${opportunity}`;
      const { value, hasMoreResults } = await get(`record-details?${record}&top=3&skip=3`);
      expect(value.map(({ recordId }: Json) => recordId)).toEqual(['q4', 'q5', 'q6']);
      expect(value[0].additionalProperties).toMatchObject({ Total: '€1,003.00' });
      expect(hasMoreResults).toBe(true);
      expect((await get(`record-summary?${record}&top=1`)).value).toMatchObject([
        { title: 'Quote 1', description: 'Status: sent' },
      ]);
      expect(await get(`record-details?recordType=account&recordId=${opportunity}`)).toMatchObject({
        errorCode: 'RECORD_NOT_FOUND',
      });
      await expectVerified(brew, service.address);
    } finally {
      await service.close();
      await api.close();
    }
  });

  test('add tells that a further point answers with the example, with API_URL, too', () => {
    const args = ['--yes', '--points', 'record-details', '--from', join(documents, 'brew-quotes.yaml')];
    expect(saleskit(parent.path, 'new', 'few', ...args).status).toBe(0);
    const { stdout, status } = saleskit(parent.path, 'add', 'email-summary', 'few');
    expect(status).toBe(0);
    expect(stdout).toContain(`It answers with the example's agreements, with API_URL, too`);
    expect(readFileSync(join(parent.path, 'few/MAPPING.md'), 'utf8')).toMatch(
      /\n## email-summary\n\n- TODO: Nothing feeds/,
    );
  });

  test('names and descriptions of a document stay names and texts: nothing of them runs, and the types are right', () => {
    const nasty = [
      "id'); process.exit(7); ('",
      'id */ process.exit(7) /*',
      `\${process.exit(7)}`,
      '`',
      'a\nb',
      '__proto__',
      '\\',
    ];
    const properties = JSON.parse(
      `{${['id', 'title', ...nasty].map((each) => `${JSON.stringify(each)}:{"type":"string"}`).join(',')}}`,
    );
    const schema = { type: 'array', items: { $ref: '#/components/schemas/Record' } };
    const path = `/\`\${process.exit(7)}*/\n{x}/quotes`;
    const parameters = nasty.map((name) => ({
      name,
      in: 'query',
      required: true,
      schema: { type: 'string' },
      description: '*/',
    }));
    const get = {
      operationId: '*/ process.exit(7) /*',
      parameters,
      responses: { 200: { content: { 'application/json': { schema } } } },
    };
    const document = {
      openapi: '3.1.0',
      info: { title: `Quote's */ \`\${1}\`` },
      paths: { [path]: { get }, '/quotes': { get: { ...get, parameters: [] } } },
      components: { schemas: { Record: { type: 'object', properties } } },
    };
    const file = join(parent.path, 'nasty.json');
    writeFileSync(file, JSON.stringify(document));
    expect(saleskit(parent.path, 'new', 'nasty', '--yes', '--from', file)).toMatchObject({ stderr: '', status: 0 });
    linkDependencies(join(parent.path, 'nasty'));
    expect(typeCheck(join(parent.path, 'nasty'))).toMatchObject({ stdout: '', status: 0 });
  });

  test('with --package the mapping stands in MAPPING.md, and lint has no error', () => {
    const { stdout, status } = saleskit(
      parent.path,
      'new',
      'library',
      '--package',
      '--yes',
      '--from',
      join(documents, 'content-library.yaml'),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('The connector package of Proseware Library stands in library: 7 files');
    expect(readFileSync(join(parent.path, 'library/MAPPING.md'), 'utf8')).toContain(
      '| `content` | yes | attributes.shareLink |',
    );
    expect(invocablePoints('library')).toContain('email-draft');
  });
});
