/** What the checklist of a packed connector ticks and tells. */
import { describe, expect, test } from 'vitest';
import { connector, operation, type Parts } from '../../test/quotes-connector.ts';
import { introSections } from '../lint/lint.ts';
import { pack, readVerifyReport } from './pack.ts';

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
