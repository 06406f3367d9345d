/** What pack sees, ticks and tells, over packages cut to the case. */
import { describe, expect, test } from 'vitest';
import { extensionPoints } from '../contract/contract.ts';
import { introSections } from '../lint/lint.ts';
import { type ConnectorPackage, packageOfFiles } from '../package/connector-package.ts';
import { bytesOf } from '../package/write-zip.ts';
import { pack, readVerifyReport } from './pack.ts';

const schema = { type: 'object', properties: { name: { type: 'string', description: 'The `name`.' } } };
const operation = (operationId: string, more: object = {}) => ({
  operationId,
  summary: `Do ${operationId}`,
  description: `Does ${operationId}.`,
  'x-ms-openai-data': { 'openai-enabled': true },
  responses: { 200: { description: 'Done.', schema } },
  ...more,
});

interface Parts {
  readonly paths?: object;
  readonly info?: object;
  readonly parameters?: object;
  readonly files?: Readonly<Record<string, string>>;
}

function connector({
  paths = { '/quotes': { get: operation('GetQuotes') } },
  info,
  parameters = {},
  files = {},
}: Parts = {}): ConnectorPackage {
  const all = {
    'apiDefinition.swagger.json': JSON.stringify({
      swagger: '2.0',
      info: {
        title: 'Quotes',
        version: '1.2',
        description: 'Brings quotes to the sales work in mail and chat.',
        ...info,
      },
      host: 'quotes.fabrikam.com',
      schemes: ['https'],
      consumes: ['application/json'],
      paths,
    }),
    'apiProperties.json': JSON.stringify({
      properties: { connectionParameters: parameters, iconBrandColor: '#123a6b', publisher: 'Fabrikam' },
    }),
    ...files,
  };
  const bytes = Object.entries(all).map(([name, text]) => [name, bytesOf(text)] as const);
  return packageOfFiles('quotes', new Map(bytes), { isWhole: true });
}

const report = (more: object) =>
  readVerifyReport(
    'seen.json',
    JSON.stringify({
      tool: 'saleskit',
      connector: 'Quotes',
      url: 'http://127.0.0.1:3000',
      startedAt: '2026-11-01T08:00:00.000Z',
      isStopped: false,
      checks: [{ id: 'answer-status', extensionPoint: null, status: 'pass', message: '200' }],
      ...more,
    }),
  );
const failed = { id: 'answer-time', extensionPoint: 'record-details', status: 'fail', message: 'It took 7 s.' };
const isError = ({ severity }: { readonly severity: string }) => severity === 'error';
const listOf = async (...given: Parameters<typeof pack>) => String((await pack(...given)).files.get('checklist.md'));

describe('the checklist', () => {
  test.each<[what: string, verified: Parameters<typeof report>[0][], line: RegExp]>([
    [
      'is not ticked for a connector that nobody asked',
      [],
      /^- \[ \] The running connector keeps its word: not measured/m,
    ],
    [
      'is ticked for a run without a failure',
      [{}],
      /^- \[x\] The running connector .*127\.0\.0\.1:3000, 2026-11-01.*: 1 pass\.$/m,
    ],
    [
      'is not ticked where a check failed, and says which',
      [{ checks: [failed] }],
      /^- \[ \] The running connector .*: 1 fail\.\n {2}- `answer-time` \(record-details\): It took 7 s\.$/m,
    ],
    [
      'is not ticked for a run that was stopped',
      [{ isStopped: true }],
      /^- \[ \] The running connector .*stopped before its end\.$/m,
    ],
    ['is not ticked for a run that saw nothing', [{ checks: [] }], /^- \[ \] The running connector .*: none ran\.$/m],
  ])('%s', async (_what, verified, line) => {
    expect(await listOf(connector(), { verified: verified.map(report) })).toMatch(line);
  });

  test('ticks what a package has, and nothing that it lacks', async () => {
    const plain = await listOf(connector());
    expect(plain).toContain('- [x] Lint has no error');
    expect(plain).toContain('- [x] Copilot for Sales would invoke every action, by its description (1 of 1).');
    expect(plain).toContain('- [ ] `intro.md` has all of its sections.\n  - to be written: Prerequisites');
    expect(plain).toContain('- [x] The host, quotes.fabrikam.com, looks like the one in production.');
  });

  const idOfNobody = '00000000-0000-0000-0000-00000000000b';
  test.each<[what: string, parts: Parts, lines: string]>([
    ['is ticked where all is filled in', {}, '- [x] Nothing is left to be filled in.\n- ['],
    [
      'is not where lint finds a placeholder',
      { info: { contact: { url: 'https://todo.example.com' } } },
      '- [ ] Nothing is left to be filled in.\n  - `placeholder-left` at `/info/contact/url`',
    ],
    [
      'is not where an id is nobody’s',
      { parameters: { token: { type: 'oauthSetting', oAuthSettings: { clientId: idOfNobody } } } },
      `- [ ] Nothing is left to be filled in.\n  - \`${idOfNobody}\` in \`apiProperties.json\``,
    ],
    [
      'is not where a section of intro.md is to be written',
      { files: { 'intro.md': '## FAQ\n\nTODO' } },
      '- [ ] Nothing is left to be filled in.\n  - `intro.md`: Prerequisites,',
    ],
    [
      'is not where the agent has a placeholder',
      { paths: { '/quotes': { get: operation('GetQuotes') } } },
      '- [ ] Nothing is left to be filled in.\n  - The agent, see its section: `manifest.json developer.websiteUrl`,',
    ],
  ])('%s', async (_what, parts, lines) => {
    const paths = { '/quotes': { get: operation('GetQuotes', { 'x-ms-openai-data': undefined }) } };
    const files = { 'intro.md': introSections.map(([name]) => `## ${name}\n\nWritten.`).join('\n\n') };
    expect(await listOf(connector({ paths, files, ...parts }), { isAccepted: isError })).toContain(lines);
  });

  test('says of the host the same in all places', async () => {
    const list = await listOf(connector(), { host: 'hub.contoso.com' });
    const nobody = 'Nobody answers Microsoft 365 at hub.contoso.com';
    expect(list).toContain(`- [ ] The host, hub.contoso.com, looks like the one in production.\n  - ${nobody}`);
    expect(list).toContain(`- [ ] Fill in \`plugin-openapi.json servers\`: ${nobody}`);
  });

  test('has no tick at what a person does', async () => {
    const list = await listOf(connector());
    const tasks = list.slice(list.indexOf('## Tenant'), list.indexOf('## Not certain'));
    expect(tasks.match(/- \[ \]/g)?.length).toBeGreaterThan(15);
    expect(tasks).not.toContain('[x]');
  });

  test.each([
    [
      'Microsoft Entra ID with on-behalf-of login',
      { identityProvider: 'aad', customParameters: { enableOnbehalfOfLogin: { value: 'true' } } },
      'Each seller consents once',
      'Sellers know what they will see',
    ],
    [
      'another provider',
      { identityProvider: 'oauth2' },
      'Sellers know what they will see',
      'app registration in Microsoft Entra ID',
    ],
  ])('asks what sign-in with %s needs', async (_name, oAuthSettings, asked, notAsked) => {
    const list = await listOf(connector({ parameters: { token: { type: 'oauthSetting', oAuthSettings } } }), {
      isAccepted: () => true,
    });
    expect(list).toContain(asked);
    expect(list).not.toContain(notAsked);
  });

  test('tells what changes for users, by lint’s rules', async () => {
    const before = connector({
      paths: { '/quotes': { get: operation('GetQuotes') }, '/orders': { get: operation('GetOrders') } },
    });
    expect(await listOf(connector(), { against: before })).toMatch(
      /## What changes for users\n.*error: `operation-deleted`.*GetOrders is gone/s,
    );
    expect(await listOf(connector(), { against: connector() })).toContain('Nothing that they have fails or goes');
    expect(await listOf(connector())).not.toContain('What changes for users');
  });
});

describe('lint', () => {
  const broken = connector({
    paths: { '/quotes': { get: operation('GetQuotes', { parameters: [{ name: 'a', in: 'query', type: 'odd' }] }) } },
  });

  test('keeps what it refuses from being packed, each error once, at its place in the package', async () => {
    const { errors, files } = await pack(broken);
    expect(files.size).toBe(0);
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map(({ rule, message }) => rule + message)).size).toBe(errors.length);
    expect(errors.every(({ file }) => file === 'apiDefinition.swagger.json')).toBe(true);
  });

  test('is told of what the configuration accepts', async () => {
    const { errors, files } = await pack(broken, { isAccepted: isError });
    expect(errors).toEqual([]);
    expect(files.get('checklist.md')).toMatch(/findings? the configuration accepts\./);
  });

  test('keeps a file that cannot be read in full from being packed, whatever is accepted', async () => {
    const cut = connector({ files: { 'apiProperties.json': '{ "properties": { "publisher": "A", }' } });
    const { files, errors } = await pack(cut, { isAccepted: () => true, host: 'a.fabrikam.com' });
    expect([files.size, errors.length > 0]).toEqual([0, true]);
  });
});

describe('the flow', () => {
  test('calls every operation but internal ones and triggers, and asks once for what they require', async () => {
    const body = {
      name: 'order',
      in: 'body',
      schema: {
        type: 'object',
        required: ['customer', 'lines'],
        properties: {
          customer: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'string' }, note: { type: 'string' } },
          },
          lines: {
            type: 'array',
            items: { type: 'object', required: ['sku'], properties: { sku: { type: 'string' } } },
          },
        },
      },
    };
    const query = { name: 'id', in: 'query', type: 'string', required: true };
    const { flowDefinition } = await import('./flow-definition.ts');
    const { discover } = await import('../discovery/discovery.ts');
    const { actions } = discover(
      connector({
        paths: {
          '/orders': {
            get: operation('get-orders', { parameters: [query] }),
            post: operation('get_orders', { parameters: [body] }),
          },
        },
      }),
    );
    const flow = flowDefinition(
      actions.map((each) => each.operation),
      { api: 'shared_a', connectionReference: 'a_connection' },
    ) as {
      properties: {
        definition: { actions: Record<string, { inputs: { parameters: object }; runAfter: object }>; triggers: object };
      };
    };
    const { actions: calls, triggers } = flow.properties.definition;
    expect(
      Object.entries(calls).map(([name, { inputs, runAfter }]) => [name, inputs.parameters, Object.keys(runAfter)]),
    ).toEqual([
      ['get_orders', { id: "@triggerBody()?['text']" }, []],
      [
        'get_orders_1',
        { 'order/customer/id': "@triggerBody()?['text']", 'order/lines': "@json(triggerBody()?['text_1'])" },
        ['get_orders'],
      ],
    ]);
    expect(triggers).toMatchObject({ manual: { inputs: { schema: { required: ['text', 'text_1'] } } } });
  });

  test('leaves out triggers and internal operations', async () => {
    const { readArchive } = await import('../package/archive.ts');
    const { files } = await pack(
      connector({
        paths: {
          '/quotes': { get: operation('GetQuotes'), post: operation('Hidden', { 'x-ms-visibility': 'internal' }) },
          '/news': { get: operation('WhenNews', { 'x-ms-trigger': 'single' }) },
        },
      }),
      { isAccepted: () => true },
    );
    const submission = await readArchive('a.zip', bytesOf(files.get('quotes_certification.zip') ?? ''));
    const flow = submission.archives.get('package.zip')?.archives.get('PkgAssets/FlowSolution.zip');
    const [, bytes] = [...(flow?.files ?? [])].find(([name]) => name.startsWith('Workflows/')) ?? [];
    const called = [...new TextDecoder().decode(bytes).matchAll(/"operationId": "(.+)"/g)].map(([, id]) => id);
    expect(called).toEqual(['GetQuotes']);
  });
});

describe('the registration of the agent', () => {
  const settings = {
    identityProvider: 'oauth2',
    customParameters: {
      authorizationUrl: { value: 'https://id.fabrikam.com/authorize' },
      tokenUrl: { value: 'https://id.fabrikam.com/token' },
    },
    scopes: ['quotes.read'],
  };
  const signedIn = connector({ parameters: { token: { type: 'oauthSetting', oAuthSettings: settings } } });
  const id = btoa('11111111-2222-4333-8444-555555555555##66666666-7777-4888-8999-000000000000');

  test.each([undefined, id, 'abc'])('has a box for each of its steps, its id being %s', async (registration) => {
    const list = await listOf(signedIn, { registration, isAccepted: isError });
    expect(list).toMatch(/^- \[ \] .*oAuthRedirect is among the redirect URIs/m);
    expect(list).toMatch(/^- \[ \] .*The registration has the scope quotes\.read\./m);
    expect(list.includes('FILL-IN-THE-ID')).toBe(registration === undefined);
    expect(list.includes('“abc” is shorter than a GUID')).toBe(registration === 'abc');
  });

  test.each(['', 'the id', 'FILL-IN-THE-ID-OF-THE-REGISTRATION'])(
    'is refused where its id is “%s”',
    async (registration) => {
      await expect(pack(signedIn, { registration })).rejects.toThrow(/--registration “.*” is no id/);
    },
  );
});

test('a package for certification that is packed again keeps its text', async () => {
  const { readArchive } = await import('../package/archive.ts');
  const { connectorsIn } = await import('../package/solution.ts');
  const text = introSections.map(([name]) => `## ${name}\n\nWritten.\n`).join('\n');
  const { files } = await pack(connector({ files: { 'intro.md': text } }));
  const archive = await readArchive('a.zip', bytesOf(files.get('quotes_certification.zip') ?? ''));
  const again = connectorsIn(archive).map(({ intro }) => intro?.text);
  expect(again).toEqual([text]);
});

test('a text with the signs of a block of code stands in a longer one', async () => {
  const odd = connector({
    paths: { '/quotes': { get: operation('GetQuotes', { description: 'Gets ```quotes```.' }) } },
  });
  expect((await pack(odd)).files.get('actions.md')).toContain('````text\nGets ```quotes```.\n````');
});

test('actions.json says which actions are made, and how they are described', async () => {
  const actions = [{ operationId: 'GetQuotes', description: 'Gets the quotes.', outputs: { '/name': 'Its name.' } }];
  const chosen = connector({
    paths: { '/quotes': { get: operation('GetQuotes') }, '/orders': { get: operation('GetOrders') } },
    files: { 'actions.json': JSON.stringify({ actions }) },
  });
  const sheet = String((await pack(chosen)).files.get('actions.md'));
  for (const text of ['Gets the quotes.', 'Its name.']) expect(sheet).toContain(`\`\`\`text\n${text}\n\`\`\``);
  expect(sheet).not.toContain('GetOrders');
});

test('an action that is known by its operationId only is told, with the description that it should have', async () => {
  const { recordSummary } = extensionPoints;
  const odd = operation(recordSummary.operationId, {
    description: 'Our own words.',
    parameters: recordSummary.inputs.map(({ name, description, required, type }) => ({
      name,
      in: 'query',
      description,
      required,
      type,
    })),
  });
  const { files } = await pack(connector({ paths: { '/a': { get: odd } } }), { isAccepted: () => true });
  expect(files.get('actions.md')).toContain(
    `The extension point’s is:\n\n\`\`\`text\n${recordSummary.apiDescription}\n`,
  );
  expect(files.get('checklist.md')).toMatch(
    /- \[ \] Copilot for Sales would invoke .*0 of 1.*\n {2}- `.*Known by its operationId/,
  );
});

test('settings keep the connector and environment that they name, files their usual names', async () => {
  const settings = { connectorId: 'shared_quotes', apiDefinition: 'other.json', icon: 'other.png', clientId: 7 };
  const { files } = await pack(connector({ files: { 'settings.json': JSON.stringify(settings) } }));
  expect(JSON.parse(String(files.get('paconn/settings.json')))).toEqual({
    connectorId: 'shared_quotes',
    environment: null,
    apiProperties: 'apiProperties.json',
    apiDefinition: 'apiDefinition.swagger.json',
    icon: null,
    script: null,
    powerAppsUrl: 'https://api.powerapps.com',
    powerAppsApiVersion: '2016-11-01',
  });
});
