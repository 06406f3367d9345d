/** What pack makes of Contoso Hub, of a connector made by `new`, and of one with everything that a connector can have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { discover } from '../src/discovery/discovery.ts';
import { lintPackage } from '../src/lint/lint.ts';
import { pack } from '../src/pack/pack.ts';
import { type Archive, readArchive } from '../src/package/archive.ts';
import { type ConnectorPackage, packageOfFiles, readPackage } from '../src/package/connector-package.ts';
import { valueAt } from '../src/package/json-pointer.ts';
import { archivePackage, connectorsIn } from '../src/package/solution.ts';
import { bytesOf } from '../src/package/write-zip.ts';
import { elementsNamed, readXml, type XmlElement } from '../src/package/xml.ts';
import { connectorPackageFiles } from '../src/scaffold/scaffold.ts';
import { planWith } from './new-project.ts';

type Files = Record<string, string | Uint8Array>;

const hub = join(import.meta.dirname, '../contoso-hub/package');

function packageOf(files: Files): ConnectorPackage {
  const bytes = Object.entries(files).map(([name, content]) => [name, bytesOf(content)] as const);
  return packageOfFiles('package', new Map(bytes), { isWhole: true });
}

/** With policies, a script for one operation, a choice of sign-ins, a title beyond ASCII, and a number that JavaScript rounds. */
function withEverything(): ConnectorPackage {
  const files = connectorPackageFiles(planWith({ auth: 'entra' }));
  const definition = JSON.parse(String(files['apiDefinition.swagger.json']));
  const { properties } = JSON.parse(String(files['apiProperties.json']));
  const { connectionParameters, ...rest } = properties;
  const script =
    'public class Script : ScriptBase { public override Task<HttpResponseMessage> ExecuteAsync() => null; }';
  const policies = [
    { templateId: 'setheader', title: 'Kind', parameters: { 'x-ms-apimTemplateParameter.name': 'Kind' } },
  ];
  const uiDefinition = { displayName: 'Sign in', description: 'How you sign in.' };
  const values = [{ name: 'entra', parameters: connectionParameters, uiDefinition }];
  definition.info.title = 'Café <Ångström> & Söhne';
  return packageOf({
    ...files,
    'apiDefinition.swagger.json': JSON.stringify(definition).replace(
      '"maxLength":',
      '"x-large":12345678901234567890,"maxLength":',
    ),
    'apiProperties.json': JSON.stringify({
      properties: {
        ...rest,
        connectionParameterSets: { uiDefinition, values },
        policyTemplateInstances: policies,
        scriptOperations: ['scp-get-related-records'],
      },
    }),
    'script.csx': script,
  });
}

const connectors: [name: string, read: () => Promise<ConnectorPackage>][] = [
  ['Contoso Hub', () => readPackage(hub)],
  ['a connector made by new', async () => packageOf(connectorPackageFiles(planWith()))],
  ['a connector with everything', async () => withEverything()],
];

/** The layers of what is handed in. */
interface Layers {
  readonly submission: Archive;
  readonly deployment: Archive;
  readonly connector: Archive;
  readonly flow: Archive;
}

async function layersOf(files: ReadonlyMap<string, string | Uint8Array>): Promise<Layers> {
  const [name = '', bytes = ''] = [...files].find(([path]) => path.endsWith('_certification.zip')) ?? [];
  const submission = await readArchive(name, bytesOf(bytes));
  const inner = ({ archives }: Archive, path: string) => archives.get(path) ?? expect.fail(`${path} is missing`);
  const deployment = inner(submission, 'package.zip');
  const solution = (each: string) => inner(deployment, `PkgAssets/${each}.zip`);
  return { submission, deployment, connector: solution('ConnectorSolution'), flow: solution('FlowSolution') };
}

const rootNames = ({ files, archives }: Archive) => [...files.keys(), ...archives.keys()];
const folders = (archive: Archive) =>
  [...new Set(rootNames(archive).flatMap((name) => (name.includes('/') ? [name.split('/')[0]] : [])))].sort();
const text = ({ files }: Archive, name: string) => new TextDecoder().decode(files.get(name));
const elements = (archive: Archive, file: string, name: string): XmlElement[] =>
  elementsNamed(readXml(archive.files.get(file) ?? new Uint8Array()).root, name);
/** As the published validator tells: an element with something in it. */
const has = (archive: Archive, name: string) =>
  elements(archive, 'customizations.xml', name).some(
    ({ children, attributes }) => children.length + attributes.size > 0,
  );
const named = (archive: Archive) =>
  elements(archive, 'customizations.xml', 'Connector')
    .flatMap(({ children }) => children)
    .concat(elements(archive, 'customizations.xml', 'JsonFileName'))
    .map((element) => element.text)
    .filter((path) => path.startsWith('/'));
const isInside = (archive: Archive, path: string) => archive.files.has(path.slice(1));

/** Section 1.14 of the inventory of certification checks, after ConnectorPackageValidator.ps1 and its policies. */
const layout: [what: string, see: (layers: Layers) => unknown, expected: unknown][] = [
  [
    'its root is one .md and one .zip, and no folder',
    ({ submission }) => rootNames(submission).sort(),
    ['intro.md', 'package.zip'],
  ],
  ['the package has one folder', ({ deployment }) => folders(deployment), ['PkgAssets']],
  [
    'the folder has two solutions and nothing else',
    ({ deployment }) => rootNames(deployment).sort(),
    ['PkgAssets/ConnectorSolution.zip', 'PkgAssets/FlowSolution.zip'],
  ],
  [
    'each solution has its three manifests at the root',
    ({ connector, flow }) =>
      [connector, flow].flatMap((each) =>
        ['[Content_Types].xml', 'customizations.xml', 'solution.xml'].filter((name) => !each.files.has(name)),
      ),
    [],
  ],
  [
    'one solution has the connector alone',
    ({ connector }) => [has(connector, 'Connector'), has(connector, 'Workflows'), folders(connector)],
    [true, false, ['Connector']],
  ],
  [
    'one has a flow with it',
    ({ flow }) => [has(flow, 'Connector'), has(flow, 'Workflows'), folders(flow)],
    [true, true, ['Connector', 'Workflows']],
  ],
  [
    'no solution has a plugin',
    ({ connector, flow }) => [connector, flow].map((each) => has(each, 'aicopilot_aiplugin')),
    [false, false],
  ],
  [
    'every path that is named is there, and every file is named',
    ({ connector, flow }) =>
      [connector, flow].flatMap((each) => [
        ...named(each).filter((path) => !isInside(each, path)),
        ...[...each.files.keys()].filter((path) => path.includes('/') && !named(each).includes(`/${path}`)),
      ]),
    [],
  ],
  [
    'every file has its type among the content types',
    ({ connector, flow }) =>
      [connector, flow].flatMap((each) => {
        const types = elements(each, '[Content_Types].xml', 'Default').map(({ attributes }) =>
          attributes.get('Extension'),
        );
        return [...each.files.keys()].filter((path) => !types.includes(path.split('.').at(-1)));
      }),
    [],
  ],
  [
    'solutions are unmanaged',
    ({ connector, flow }) => [connector, flow].map((each) => elements(each, 'solution.xml', 'Managed')[0]?.text),
    ['0', '0'],
  ],
  [
    'the connector is a root component, by the id and name that it is declared by',
    ({ connector }) =>
      elements(connector, 'solution.xml', 'RootComponent').map(({ attributes }) => [
        attributes.get('type'),
        attributes.get('id'),
        attributes.get('schemaName'),
      ]),
    expect.arrayContaining([
      [
        '372',
        expect.stringMatching(/^\{[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/),
        expect.stringMatching(/^[a-z][a-z0-9]{1,7}_[a-z0-9]+$/),
      ],
    ]),
  ],
  [
    'the definition is the same in both',
    ({ connector, flow }) => {
      const [path = ''] = [...connector.files.keys()].filter((name) => name.endsWith('_openapidefinition.json'));
      return text(connector, path) === text(flow, path) && text(flow, path).length > 100;
    },
    true,
  ],
  [
    'connection parameters stand bare, and a list of policies is not empty',
    ({ connector }) =>
      [...connector.files.keys()]
        .filter((name) => /parameters\.json|policytemplateinstances/.test(name))
        .map((name) => JSON.parse(text(connector, name)))
        .some((value) => value.properties !== undefined || (Array.isArray(value) && value.length === 0)),
    false,
  ],
  [
    'nothing stands in it that a file manager adds',
    ({ submission }) => rootNames(submission).filter((name) => /__MACOSX|\.DS_Store/.test(name)),
    [],
  ],
];

describe.each(connectors)('%s, packed', (_name, read) => {
  let connector: ConnectorPackage;
  let packed: Awaited<ReturnType<typeof pack>>;
  let layers: Layers;
  beforeAll(async () => {
    connector = await read();
    packed = await pack(connector);
    expect(packed.errors).toEqual([]);
    layers = await layersOf(packed.files);
  });

  test.each(layout)('%s', (_what, see, expected) => expect(see(layers)).toEqual(expected));

  test('is opened again by lint without an error', async () => {
    const zips = [...packed.files].filter(([path]) => /_(?:solution|certification)\.zip$/.test(path));
    const archives = await Promise.all(zips.map(([path, bytes]) => readArchive(path, bytesOf(bytes))));
    const opened = archives.flatMap((archive) => [archivePackage(archive), ...connectorsIn(archive)]);
    expect(opened).toHaveLength(4);
    const findings = opened.flatMap((each) => lintPackage(each).findings);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has the definition that it had, and would be invoked like it', () => {
    const [solution] = connectorsIn(layers.connector);
    expect(solution?.definition.value).toEqual(connector.definition.value);
    const verdicts = (each: ConnectorPackage) =>
      discover(each).actions.map(({ point, invocable }) => [point?.id, invocable]);
    expect(solution && verdicts(solution)).toEqual(verdicts(connector));
  });

  test('has the same bytes a second time', async () => {
    expect((await pack(await read())).files).toEqual(packed.files);
  });
});

test('numbers that JavaScript rounds stay as they are written', async () => {
  const { files } = await pack(withEverything());
  const { connector } = await layersOf(files);
  const [path = ''] = [...connector.files.keys()].filter((name) => name.endsWith('_openapidefinition.json'));
  expect(text(connector, path)).toContain('12345678901234567890');
});

test('a script, its operations, policies and sign-ins to choose from come with the connector', async () => {
  const { files } = await pack(withEverything());
  const { connector } = await layersOf(files);
  const [declared] = elements(connector, 'customizations.xml', 'Connector');
  const told = Object.fromEntries((declared?.children ?? []).map((each) => [each.name, each.text]));
  expect(told).toMatchObject({
    displayname: 'Café <Ångström> & Söhne',
    scriptoperations: '["scp-get-related-records"]',
  });
  const file = (kind: string) => text(connector, (told[kind] ?? '').slice(1));
  expect(file('customcodeblobcontent')).toContain('class Script');
  expect(JSON.parse(file('policytemplateinstances'))).toHaveLength(1);
  expect(valueAt(JSON.parse(file('connectionparametersets')), '/values/0/name')).toBe('entra');
  expect(files.get('checklist.md')).toContain('customProperties.json');
});

test('the text for certification is the package’s own where it has one', async () => {
  const intro = '# Quotes\n\n## FAQ\n\nWhy?\n';
  const { files, unwritten } = await pack(packageOf({ ...connectorPackageFiles(planWith()), 'intro.md': intro }));
  expect(text((await layersOf(files)).submission, 'intro.md')).toBe(intro);
  expect(unwritten).not.toContain('FAQ');
  expect(unwritten).toContain('Prerequisites');
});

test('Contoso Hub’s readme has every section that certification asks for', async () => {
  expect((await pack(await readPackage(hub))).unwritten).toEqual([]);
});

test('what people paste stands in the sheet to the letter', async () => {
  const { files } = await pack(await readPackage(hub));
  const { actions } = JSON.parse(readFileSync(join(hub, 'actions.json'), 'utf8'));
  for (const { description, parameters } of actions)
    for (const words of [description, ...Object.values(parameters)])
      expect(files.get('actions.md')).toContain(`\`\`\`text\n${words}\n\`\`\``);
});
