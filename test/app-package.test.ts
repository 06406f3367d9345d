/** The app package of a connector: valid by the published schemas, and called as its documents say it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiPlugin } from '../src/pack/api-plugin/api-plugin.ts';
import { referencePlaceholder } from '../src/pack/api-plugin/sign-in.ts';
import { packageOfFiles, readPackage } from '../src/package/connector-package.ts';
import { pictureOf } from '../src/package/picture.ts';
import { filesOf } from '../src/scaffold/scaffold.ts';
import { appProblems, type Manifest, manifestOf } from './app-package/valid-app.ts';
import { planWith } from './new-project.ts';
import { opportunity, type RunningHub, startHub } from './running-hub.ts';

const folder = join(import.meta.dirname, '../contoso-hub/package');
const hub = await readPackage(folder);
const app = apiPlugin(hub, { flatBodies: true, host: 'hub.fabrikam.net' });
const parts = ['apiDefinition.swagger.json', 'apiProperties.json'] as const;
const [definitionText = '', propertiesText = ''] = parts.map((name) => readFileSync(join(folder, name), 'utf8'));

describe('the app of Contoso Hub', () => {
  test('is valid', async () => {
    expect(await appProblems(app)).toEqual([]);
  });

  test('has every extension point and chat skill, in names that functions may have', () => {
    expect(manifestOf(app, 'ai-plugin.json').runtimes[0].run_for_functions).toEqual([
      'scp_get_content_suggestions',
      'scp_get_email_insights_v2',
      'scp_get_sales_highlights',
      'scp_get_related_records',
      'scp_get_related_activities',
      'ChatAboutKeyStakeholders',
    ]);
  });

  test('is the same each time, and far smaller than is taken', () => {
    expect(apiPlugin(hub, { flatBodies: true, host: 'hub.fabrikam.net' })).toEqual(app);
    const packed = [...app.files.values()].reduce((size, bytes) => size + deflateRawSync(bytes).length, 0);
    expect(packed).toBeLessThan(50_000);
  });

  test('says what a person has to do, and nothing more of the kind', () => {
    const left = (kind: string) => app.notes.filter((note) => note.kind === kind).map(({ about }) => about);
    expect(left('to-do')).toEqual([
      'identity provider',
      'Teams developer portal',
      'Teams developer portal',
      'Teams developer portal',
    ]);
    expect(left('fill-in')).toEqual([
      'manifest.json developer.websiteUrl',
      'manifest.json developer.privacyUrl',
      'manifest.json developer.termsOfUseUrl',
      'ai-plugin.json auth',
    ]);
    expect(manifestOf(app, 'ai-plugin.json').runtimes[0].auth.reference_id).toBe(referencePlaceholder);
    const registered = apiPlugin(hub, { flatBodies: true, referenceId: 'abc' });
    expect(manifestOf(registered, 'ai-plugin.json').runtimes[0].auth).toEqual({
      type: 'OAuthPluginVault',
      reference_id: 'abc',
    });
  });

  test('has an outline that is white, clear at its corners and dense where the drawing is', () => {
    const { colourAt } = pictureOf(app.files.get('outline.png') ?? new Uint8Array());
    expect(colourAt(0, 0)).toEqual([255, 255, 255, 0]);
    expect(colourAt(16, 16)).toEqual([255, 255, 255, 255]);
    const { colourAt: colour } = pictureOf(app.files.get('color.png') ?? new Uint8Array());
    expect(colour(0, 0)).toEqual([0x0b, 0x5c, 0x63, 255]);
    expect(colour(96, 96)).toEqual([255, 255, 255, 255]);
  });
});

test('a new project has a valid app, without the mail actions until its bodies may be flat', async () => {
  const files = filesOf(planWith(), '0.1.0');
  const inPackage = [...files].filter(([path]) => path.startsWith('package/'));
  const bytes = inPackage.map(([path, content]) => [path.slice('package/'.length), Buffer.from(content)] as const);
  const made = apiPlugin(packageOfFiles('new', new Map(bytes)));
  expect(await appProblems(made)).toEqual([]);
  const leftOut = made.notes.filter(({ kind }) => kind === 'left-out').map(({ about }) => about);
  expect(leftOut).toEqual(['scp-get-content-suggestions', 'scp-get-email-insights-v2']);
});

describe('Contoso Hub, called by the documents of the app alone,', () => {
  let running: RunningHub;
  beforeAll(async () => {
    running = await startHub();
  });
  afterAll(() => running.close());

  const values: Manifest = {
    recordType: 'opportunity',
    recordId: opportunity.dynamics,
    resourceType: 'email-thread',
    subject: 'Renewal of 50 Cafe A-100 Automatic',
    plaintextBody: 'Can you send the renewal contract?',
    from: 'alberto@fourthcoffee.com',
    to: ['seller@contoso.com'],
    accountName: 'Fourth Coffee',
    top: 3,
  };
  const { paths } = manifestOf(app, 'plugin-openapi.json');
  const functions: Manifest[] = manifestOf(app, 'ai-plugin.json').functions;

  test.each(functions.map((each) => [each.name, each] as const))(
    'answers %s with what is cited',
    async (name, each) => {
      const [path = '', method = '', operation] = Object.entries<Manifest>(paths).flatMap(([place, item]) =>
        Object.entries<Manifest>(item).flatMap(([verb, found]) =>
          found.operationId === name ? [place, verb, found] : [],
        ),
      );
      const given = (names: string[]) =>
        Object.fromEntries(names.flatMap((key) => (key in values ? [[key, values[key]]] : [])));
      const schema = operation.requestBody?.content['application/json'].schema;
      const response =
        method === 'post'
          ? await running.post(path, given(Object.keys(schema.properties)))
          : await running.get(path, given(operation.parameters.map((parameter: Manifest) => parameter.name)));
      expect(response.status).toBe(200);

      const { data_path, properties } = each.capabilities.response_semantics;
      const items = at(await response.json(), data_path) as unknown[];
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(at(item, properties.title)).toEqual(expect.any(String));
    },
  );

  /** The JSONPath of the manifests: names only. */
  function at(value: Manifest, path: string): unknown {
    return path
      .split('.')
      .slice(1)
      .reduce((found, step) => found[step], value);
  }
});

describe('a package in which', () => {
  const details = '/api/enhanceskills/related-records';
  type Change = (definition: Manifest, properties: Manifest) => void;
  const changed = (change: Change, files: Record<string, string> = {}) => {
    const [definition, properties] = [JSON.parse(definitionText), JSON.parse(propertiesText)];
    change(definition, properties);
    const texts = { [parts[0]]: JSON.stringify(definition), [parts[1]]: JSON.stringify(properties), ...files };
    const bytes = Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
    return packageOfFiles('changed', new Map(bytes));
  };
  const parameter =
    (input: object): Change =>
    (definition) => {
      definition.paths[details].get.parameters.push({ name: 'extra', type: 'string', ...input });
    };
  const nothing = () => {};

  test.each<[string, Change, RegExp]>([
    [
      'a body has an object that is required',
      nothing,
      /left-out scp-get-email-insights-v2: .*resourceData is an object.*--flat-bodies/,
    ],
    [
      'a body has a list of objects that is required',
      (definition) => definition.definitions.EmailSummaryRequest.required.splice(0, 1, 'relatedEntities'),
      /left-out scp-get-email-insights-v2: .*relatedEntities is a list of objects[^.]*\.$/m,
    ],
    [
      'a header is required',
      parameter({ in: 'header', required: true }),
      /left-out scp-get-related-records: .*extra travels in a header/,
    ],
    [
      'a header is optional',
      parameter({ in: 'header' }),
      /left-out scp-get-related-records: Its optional inputs extra/,
    ],
    [
      'a form is required',
      parameter({ in: 'formData', required: true }),
      /left-out scp-get-related-records: .*travels in a form/,
    ],
    [
      'a body is XML',
      (definition) => {
        definition.consumes = ['text/xml'];
      },
      /left-out scp-get-content-suggestions: .*text\/xml/,
    ],
    [
      'there is no host',
      (definition) => {
        definition.host = undefined;
      },
      /left-out plugin-openapi.json servers: .*--host HOST/,
    ],
    [
      'the host is this machine',
      (definition) => {
        definition.host = 'localhost:8080';
      },
      /fill-in plugin-openapi.json servers: Nobody answers Microsoft 365 at localhost:8080/,
    ],
    [
      'policies stand',
      (_, { properties }) => {
        properties.policyTemplateInstances = [{}];
      },
      /doubtful plugin-openapi.json: .*policies/,
    ],
    [
      'nobody signs in',
      (definition, { properties }) => {
        definition.securityDefinitions = undefined;
        properties.connectionParameters = {};
      },
      /doubtful ai-plugin.json auth: .*without/,
    ],
    [
      'there is a name and a password',
      (definition, { properties }) => {
        definition.securityDefinitions = { basic: { type: 'basic' } };
        properties.connectionParameters = {};
      },
      /doubtful ai-plugin.json auth: .*without sign-in/,
    ],
    [
      'names are long',
      (definition) => {
        definition.info.title = 'The Very Best Contoso Hub of All the Hubs';
      },
      /doubtful ai-plugin.json name_for_human: .*“The Very Best…”/,
    ],
    ['the icon is missing', nothing, /fill-in color.png, outline.png: The package has no icon.png/],
    [
      'two operations answer one extension point',
      (definition) => {
        definition.paths['/again'] = { get: { ...definition.paths[details].get, operationId: 'again' } };
      },
      /left-out again: .*another operation answers record-details/,
    ],
  ])('%s: is told', (_case, change, words) => {
    const { notes } = apiPlugin(changed(change));
    expect(notes.map(({ kind, about, message }) => `${kind} ${about}: ${message}`).join('\n')).toMatch(words);
  });

  test('an icon cannot be read gets a disc, and valid files', async () => {
    const broken = apiPlugin(changed(nothing, { 'icon.png': 'no picture' }), { flatBodies: true });
    expect(broken.notes.map(({ message }) => message).join()).toMatch(/icon.png cannot be read/);
    expect(await appProblems(broken)).toEqual([]);
  });

  test('confirmation is wanted has the seller asked each time', () => {
    const wanted = changed((definition) => {
      definition.paths[details].get['x-ms-openai-data'].operations[0]['x-ms-require-user-confirmation'] = true;
    });
    const made = apiPlugin(wanted);
    const asked = Object.values<Manifest>(manifestOf(made, 'plugin-openapi.json').paths).map((item) => {
      return item.get['x-openai-isConsequential'];
    });
    const offered = manifestOf(made, 'ai-plugin.json').functions.map(({ capabilities }: Manifest) => {
      return capabilities.confirmation.isNonConsequential;
    });
    expect(asked).toEqual([false, true, false, false]);
    expect(offered).toEqual([true, false, true, true]);
  });

  test('nothing can be carried makes no app', () => {
    const { files, notes } = apiPlugin(
      changed((definition) => {
        definition.paths = {};
      }),
    );
    expect([files.size, notes.at(-1)?.message]).toEqual([0, expect.stringMatching(/^No app is made/)]);
  });

  test('names fall together keeps them apart, and hostile words make valid files', async () => {
    const hostile = apiPlugin(
      changed((definition, { properties }) => {
        definition.info = {
          title: `[[x]] ${'é“\u{1f600}\n'.repeat(60)}`,
          version: 'next',
          description: `[[${'a \u2028'.repeat(3000)}`,
        };
        const skill = definition.paths['/api/chatskills/chat-about-key-stakeholders'].get;
        definition.paths['/other'] = { get: { ...skill, operationId: 'Chat-About/Key Stakeholders' } };
        definition.paths['/third'] = {
          get: { ...skill, operationId: 'Chat_About_Key_Stakeholders', description: '[['.repeat(9000) },
        };
        properties.publisher = '\u{1f600}'.repeat(100);
        properties.iconBrandColor = 'red';
        definition['x-ms-connector-metadata'] = 'none';
      }),
      { flatBodies: true },
    );
    expect(await appProblems(hostile)).toEqual([]);
    expect(manifestOf(hostile, 'ai-plugin.json').runtimes[0].run_for_functions.slice(-3)).toEqual([
      'ChatAboutKeyStakeholders',
      'Chat_About_Key_Stakeholders',
      'Chat_About_Key_Stakeholders_2',
    ]);
  });

  test.each<[string, Manifest, Manifest]>([
    [
      'an OAuth 2.0 provider of its own',
      {
        identityProvider: 'oauth2generic',
        scopes: ['read'],
        customParameters: {
          AuthorizationUrlTemplate: { value: 'https://id.fabrikam.net/authorize' },
          TokenUrlTemplate: { value: 'https://id.fabrikam.net/token' },
          RefreshUrlTemplate: { value: 'https://id.fabrikam.net/refresh' },
        },
      },
      {
        authorizationUrl: 'https://id.fabrikam.net/authorize',
        tokenUrl: 'https://id.fabrikam.net/token',
        refreshUrl: 'https://id.fabrikam.net/refresh',
        scopes: { read: '' },
      },
    ],
    [
      'Entra ID without scopes',
      { identityProvider: 'aad', customParameters: { resourceUri: { value: 'api://hub/' } } },
      {
        authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
        tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
        refreshUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
        scopes: { 'api://hub/.default': '' },
      },
    ],
    [
      'an address that each connection has another of, and the definition’s beside it',
      { identityProvider: 'oauth2', customParameters: { authorizationUrl: { value: 'https://{host}/a' } } },
      expect.objectContaining({ authorizationUrl: expect.stringMatching(/^https:\/\/login.microsoftonline.com/) }),
    ],
  ])('users sign in by %s', (_case, oAuthSettings, flow) => {
    const made = apiPlugin(
      changed((_, { properties }) => {
        properties.connectionParameters = { token: { type: 'oauthSetting', oAuthSettings } };
      }),
    );
    expect(manifestOf(made, 'plugin-openapi.json').components.securitySchemes.signIn.flows.authorizationCode).toEqual(
      flow,
    );
  });

  test('users sign in by an API key: the key stays in the vault', async () => {
    const made = apiPlugin(
      changed((definition, { properties }) => {
        definition.securityDefinitions = { key: { type: 'apiKey', in: 'header', name: 'X-Key' } };
        properties.connectionParameters = { api_key: { type: 'securestring' } };
      }),
    );
    expect(manifestOf(made, 'ai-plugin.json').runtimes[0].auth.type).toBe('ApiKeyPluginVault');
    expect(await appProblems(made)).toEqual([]);
  });
});

const corpus = process.env.SALESKIT_CORPUS ?? join(import.meta.dirname, '../../shared/corpus');

test.skipIf(!existsSync(corpus))('published connectors make valid apps or none', async () => {
  const invalid: string[] = [];
  for (const name of readdirSync(corpus)) {
    const made = apiPlugin(await readPackage(join(corpus, name)), { flatBodies: true });
    if (made.files.size > 0) invalid.push(...(await appProblems(made)).map((problem) => `${name}: ${problem}`));
  }
  expect(invalid).toEqual([]);
});
