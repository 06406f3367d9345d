import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectionSettingsOf } from './connection-settings.ts';

const packageFolder = join(import.meta.dirname, '../../../contoso-hub/package');
const packageFile = (name: string): unknown => JSON.parse(readFileSync(join(packageFolder, name), 'utf8'));
const withSetting = (oAuthSettings: unknown) => ({
  properties: { connectionParameters: { token: { type: 'oauthSetting', oAuthSettings } } },
});
const accessCode = {
  securityDefinitions: {
    key: { type: 'apiKey', in: 'header', name: 'x-key' },
    own: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: 'https://a.example/authorize',
      tokenUrl: 'https://a.example/token',
      scopes: { read: 'Read.' },
    },
  },
};

test('Contoso Hub connects silently by Entra ID', () => {
  const properties = packageFile('apiProperties.json');
  const [, clientId] = /"clientId":"([^"]+)"/.exec(JSON.stringify(properties)) ?? [];
  const [, scope] = /"scopes":\["([^"]+)"/.exec(JSON.stringify(properties)) ?? [];
  expect(connectionSettingsOf(packageFile('apiDefinition.swagger.json'), properties)).toEqual({
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scopes: ['openid', 'profile', 'offline_access', scope],
    clientId,
    silent: true,
  });
});

test('addresses of an override are not mixed with the package’s issuer', () => {
  const override = { authorizationUrl: 'https://a/authorize', tokenUrl: 'https://a/token' };
  const settings = connectionSettingsOf(undefined, packageFile('apiProperties.json'), override);
  expect([settings?.issuer, settings?.tokenUrl]).toEqual([undefined, 'https://a/token']);
});

test('an override alone is enough, where it names a provider', () => {
  expect(connectionSettingsOf({}, undefined, { clientId: 'host' })).toBeUndefined();
  expect(connectionSettingsOf({}, undefined, { clientId: 'host', issuer: 'https://a' })).toMatchObject({
    clientId: 'host',
    issuer: 'https://a',
    silent: false,
  });
});

test('an override takes the place of what the package says', () => {
  const override = { issuer: 'http://127.0.0.1:4000', clientId: 'host', scopes: ['openid'] };
  const settings = connectionSettingsOf(undefined, packageFile('apiProperties.json'), override);
  expect(settings).toMatchObject({ ...override, silent: true });
});

test('Entra ID: the former login address, no scopes, a tenant without value', () => {
  const settings = connectionSettingsOf(
    {},
    withSetting({
      identityProvider: 'AADCertificate',
      clientId: 'c',
      scopes: [],
      customParameters: {
        LoginUri: { value: 'https://login.windows.net/' },
        tenantId: {},
        resourceUri: { value: 'api://x' },
      },
    }),
  );
  expect(settings).toMatchObject({
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    scopes: ['openid', 'profile', 'offline_access', 'api://x/.default'],
    silent: false,
  });
});

test('Entra ID: a short scope is of the resource', () => {
  const setting = {
    identityProvider: 'aad',
    scopes: ['access_as_user', 'offline_access'],
    customParameters: { resourceUri: { value: 'api://x' } },
  };
  expect(connectionSettingsOf({}, withSetting(setting))?.scopes).toEqual([
    'openid',
    'profile',
    'offline_access',
    'api://x/access_as_user',
  ]);
});

test('on-behalf-of login needs both switches', () => {
  const silent = (value: unknown, supported: unknown) =>
    connectionSettingsOf(
      {},
      withSetting({
        identityProvider: 'aad',
        customParameters: { enableOnBehalfOfLogin: { value } },
        properties: { IsOnbehalfofLoginSupported: supported },
      }),
    )?.silent;
  expect([silent('true', true), silent(true, 'True'), silent('false', true), silent('true', false)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('another provider: addresses by name without case, templates too, scopes in one text', () => {
  const settings = connectionSettingsOf(
    {},
    withSetting({
      identityProvider: 'oauth2generic',
      clientId: 'c',
      clientSecret: 's',
      scopes: ['view offline_access'],
      customParameters: {
        AuthorizationUrlTemplate: { value: 'https://b.example/authorize' },
        tokenURL: { value: 'https://b.example/token' },
        refreshUrl: 'https://b.example/refresh',
      },
    }),
  );
  expect(settings).toEqual({
    authorizationUrl: 'https://b.example/authorize',
    tokenUrl: 'https://b.example/token',
    refreshUrl: 'https://b.example/refresh',
    scopes: ['view', 'offline_access'],
    clientId: 'c',
    clientSecret: 's',
    silent: false,
  });
});

test('the definition speaks where the properties do not', () => {
  expect(connectionSettingsOf(accessCode, undefined)).toEqual({
    authorizationUrl: 'https://a.example/authorize',
    tokenUrl: 'https://a.example/token',
    scopes: ['read'],
    clientId: '',
    silent: false,
  });
  const named = connectionSettingsOf(accessCode, withSetting({ identityProvider: 'oauth2', clientId: 'c' }));
  expect(named).toMatchObject({ authorizationUrl: 'https://a.example/authorize', scopes: ['read'], clientId: 'c' });
});

test('sets of connection parameters are read', () => {
  const sets = {
    values: [
      { parameters: { key: { type: 'securestring' } } },
      { parameters: { token: { oAuthSettings: { clientId: 'c' } } } },
    ],
  };
  expect(connectionSettingsOf({}, { properties: { connectionParameterSets: sets } })?.clientId).toBe('c');
});

const odd = [
  undefined,
  null,
  0,
  'text',
  [],
  [null],
  {},
  { properties: null },
  { properties: { connectionParameters: [1, null] } },
];
test('JSON of any shape is no OAuth 2.0', () => {
  for (const value of odd) expect(connectionSettingsOf(value, value)).toBeUndefined();
  expect(connectionSettingsOf({ securityDefinitions: { key: { type: 'apiKey' } } }, {})).toBeUndefined();
});

test('settings of any shape are read as far as they go', () => {
  for (const value of odd) {
    const settings = connectionSettingsOf(
      {},
      withSetting({ identityProvider: 'aad', scopes: value, customParameters: value }),
    );
    expect(settings).toMatchObject({ clientId: '', silent: false });
  }
});
