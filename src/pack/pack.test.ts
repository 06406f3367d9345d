/** What pack makes and refuses, over packages cut to the case. */
import { describe, expect, test } from 'vitest';
import { connector, operation } from '../../test/quotes-connector.ts';
import { extensionPoints } from '../contract/contract.ts';
import { introSections } from '../lint/lint.ts';
import { bytesOf } from '../package/write-zip.ts';
import { pack } from './pack.ts';

const isError = ({ severity }: { readonly severity: string }) => severity === 'error';

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
