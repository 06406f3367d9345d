/** How sellers sign in: what the platform can do, what Copilot for Sales asks for, and whether the two files agree. */
import { connectionParameters, customParameter, type SignIn, signIns } from '../model/connection-parameters.ts';
import { isObject, type JsonObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule, Sample } from '../rule.ts';
import { securitySchemes } from './certification/security.ts';
import { signInRules } from './sign-in.ts';

const role = 'properties';
const group = 'authentication';
const forSales =
  'Sample connector (preview), September 2024: G9; Build a connector for Copilot for Sales (Microsoft Learn, 2026)';

const definitions = (change: object): Sample => ({ definition: { securityDefinitions: change } });
const scheme = (change: object): Sample => definitions({ 'oauth2-auth': change });
/** Changes the settings of the sample package's sign-in. */
const settings = (change: object): Sample => ({
  properties: { properties: { connectionParameters: { token: { oAuthSettings: change } } } },
});
const key = { type: 'apiKey', in: 'header', name: 'api_key' };
const keyParameter = { type: 'securestring', uiDefinition: { displayName: 'API key', description: 'Your key.' } };
const generic = {
  identityProvider: 'oauth2',
  customParameters: {
    authorizationUrl: { value: 'https://login.fabrikam.com/authorize' },
    tokenUrl: { value: 'https://login.fabrikam.com/token' },
    refreshUrl: { value: 'https://login.fabrikam.com/token' },
  },
};

/** The package is one for Copilot for Sales: an operation answers an extension point. */
function isForSales({ actions }: PackageModel): boolean {
  return actions.some(({ point }) => point !== undefined);
}

/** Both files could be read whole, so that what is not there is missing. */
function isWhole({ connector, root }: PackageModel): boolean {
  const files = [connector.definition, connector.properties];
  return (
    isObject(root.paths) && files.every((file) => file && !file.problems.some(({ severity }) => severity === 'error'))
  );
}

function isEntra({ identityProvider }: JsonObject): boolean {
  return /^aad(?:certificate)?$/i.test(String(identityProvider));
}

export const authenticationRules: readonly Rule[] = [
  ...signInRules,
  {
    id: 'security-definition-single',
    group,
    severity: 'warning',
    title: 'One security definition',
    why: 'The platform takes the first and passes over the others; more than one way to sign in needs connectionParameterSets. 14 of 1,012 published connectors.',
    source: 'Create a custom connector from an OpenAPI definition (Microsoft Learn, 2024)',
    good: {},
    bad: definitions({ key }),
    check: (model) => {
      const [first, ...others] = securitySchemes(model);
      if (!first || others.length === 0 || model.properties?.connectionParameterSets !== undefined) return [];
      const message = `There are ${others.length + 1} security definitions; "${first.name}" counts. Keep one, or offer the choice in connectionParameterSets.`;
      return [{ message, pointer: '/securityDefinitions' }];
    },
  },
  {
    id: 'authentication-not-defined',
    group,
    severity: 'warning',
    title: 'What apiProperties.json asks for, the definition defines',
    why: 'The portal takes the sign-in from the definition: edited there, a connector without one loses its sign-in. 29 of 1,012 published connectors.',
    source: 'Create a custom connector from an OpenAPI definition (Microsoft Learn, 2024)',
    good: {
      definition: { securityDefinitions: { 'oauth2-auth': null, key }, security: [{ key: [] }] },
      properties: { properties: { connectionParameters: { token: null, api_key: keyParameter } } },
    },
    bad: { definition: { securityDefinitions: null, security: null } },
    check: (model) => {
      if (!isWhole(model) || model.properties?.connectionParameterSets !== undefined) return [];
      const kinds = new Set(securitySchemes(model).map(({ value }) => value.type));
      const found = connectionParameters(model).find(({ type }) => type === 'oauthSetting');
      if (!found || kinds.has('oauth2')) return [];
      const message = `The connection parameter "${found.name}" is a sign-in with OAuth 2.0, and the definition has no security definition of the type oauth2. Add it, and require it in security.`;
      return [{ message, pointer: model.root.securityDefinitions === undefined ? '' : '/securityDefinitions' }];
    },
  },
  {
    id: 'authentication-not-asked',
    group,
    severity: 'warning',
    title: 'What the definition defines, apiProperties.json asks for',
    why: 'Without a connection parameter nobody is asked for the sign-in or the key, and every call is refused. 5 of 1,012 published connectors.',
    source: 'Connection parameters (Microsoft Learn, 2024)',
    good: { properties: { properties: { connectionParameters: { token: { oAuthSettings: { scopes: [] } } } } } },
    bad: { properties: { properties: { connectionParameters: { token: null } } } },
    check: (model) => {
      const [first] = securitySchemes(model);
      if (!first || !isWhole(model)) return [];
      const parameters = connectionParameters(model);
      const isAsked =
        first.value.type === 'oauth2' ? parameters.some(({ type }) => type === 'oauthSetting') : parameters.length > 0;
      if (isAsked) return [];
      const message = `The definition has the security definition "${first.name}" (${first.kind}), and apiProperties.json no connection parameter for it. Add one${first.value.type === 'oauth2' ? ' of the type oauthSetting' : ''}.`;
      const pointer = isObject(model.properties?.connectionParameters) ? '/properties/connectionParameters' : '';
      return [{ role, message, pointer }];
    },
  },
  {
    id: 'authentication-agrees',
    group,
    severity: 'info',
    title: 'Addresses and scopes of the sign-in are the same in both files',
    why: 'paconn takes those of apiProperties.json, the portal writes those of the definition: after the next edit in the portal sellers sign in elsewhere, or for something else.',
    source: 'Create a custom connector from an OpenAPI definition (Microsoft Learn, 2024)',
    good: {
      ...settings(generic),
      ...scheme({
        authorizationUrl: 'https://login.fabrikam.com/authorize/',
        tokenUrl: 'https://login.fabrikam.com/token',
      }),
    },
    bad: settings({ scopes: ['access_as_user'] }),
    check: (model) => {
      const defined = securitySchemes(model).find(({ value }) => value.type === 'oauth2')?.value;
      return defined ? signIns(model).flatMap((signIn) => differences(defined, signIn)) : [];
    },
  },
  {
    id: 'authentication-missing',
    group,
    severity: 'warning',
    title: 'Sellers sign in',
    why: 'Without a sign-in your API cannot know which seller asks, nor what that seller may see; Copilot for Sales shows what it answers.',
    source: forSales,
    good: {},
    bad: {
      definition: { securityDefinitions: null, security: null },
      properties: { properties: { connectionParameters: null } },
    },
    check: (model) => {
      if (!isForSales(model) || securitySchemes(model).length > 0 || connectionParameters(model).length > 0) return [];
      const message =
        'The connector has no authentication. Add OAuth 2.0 with Microsoft Entra ID to the definition and to apiProperties.json.';
      return [{ message, pointer: '' }];
    },
  },
  {
    id: 'authentication-oauth',
    group,
    severity: 'warning',
    title: 'Connectors for Copilot for Sales sign sellers in with OAuth 2.0',
    why: 'Every seller would have to find a key and enter it; a shared one shows everybody everything. The guideline asks for OAuth 2.0.',
    source: forSales,
    good: settings(generic),
    bad: { definition: { securityDefinitions: { 'oauth2-auth': null, key }, security: [{ key: [] }] } },
    check: (model) => {
      const schemes = securitySchemes(model);
      const [first] = schemes;
      if (!first || !isForSales(model) || schemes.some(({ value }) => value.type === 'oauth2')) return [];
      const message = `Sellers give ${first.kind === 'basic' ? 'a name and a password' : 'a key'} ("${first.name}"). Let them sign in with OAuth 2.0, best with Microsoft Entra ID.`;
      return [{ message, pointer: first.pointer }];
    },
  },
  {
    id: 'authentication-entra',
    group,
    severity: 'info',
    title: 'Microsoft Entra ID signs sellers in',
    why: 'Another identity provider works, but every seller then meets “Connect to …, Sign in, Create” before anything is shown. Certified connectors do so.',
    source: forSales,
    good: {},
    bad: settings(generic),
    check: (model) =>
      isForSales(model)
        ? signIns(model)
            .filter(({ value }) => value.identityProvider !== undefined && !isEntra(value))
            .map(({ value, pointer }) => ({
              role,
              message: `The identity provider is ${String(value.identityProvider)}: every seller makes a connection by hand. With aad and on-behalf-of login it is made silently.`,
              pointer: `${pointer}/identityProvider`,
            }))
        : [],
  },
  {
    id: 'silent-connection',
    group,
    severity: 'warning',
    title: 'The connection is made without asking: on-behalf-of login is on',
    why: 'With Microsoft Entra ID the sign-in card stays away only if enableOnbehalfOfLogin is "true" and IsOnbehalfofLoginSupported is true. One connector of an environment may have it on for one back end.',
    source: forSales,
    good: settings({ customParameters: { enableOnbehalfOfLogin: { value: 'True' } } }),
    bad: settings({ customParameters: { enableOnbehalfOfLogin: { value: 'false' } } }),
    check: (model) =>
      isForSales(model)
        ? signIns(model)
            .filter(({ value }) => String(value.identityProvider).toLowerCase() === 'aad')
            .flatMap(({ value, pointer }): Problem[] => {
              const supported = isObject(value.properties) ? value.properties.IsOnbehalfofLoginSupported : undefined;
              const enabled = customParameter(value, 'enableOnbehalfOfLogin');
              const wrong = [
                ...(String(enabled).toLowerCase() === 'true'
                  ? []
                  : ['customParameters.enableOnbehalfOfLogin.value is to be "true"']),
                ...(String(supported).toLowerCase() === 'true'
                  ? []
                  : ['properties.IsOnbehalfofLoginSupported is to be true']),
              ];
              if (wrong.length === 0) return [];
              const message = `Every seller is asked to sign in: ${wrong.join(', and ')}.`;
              return [{ role, message, pointer }];
            })
        : [],
  },
];

/** Where a sign-in says something else than the definition; what one of them leaves out is no difference. */
function differences(defined: JsonObject, { value, pointer }: SignIn): Problem[] {
  const addresses = ['authorizationUrl', 'tokenUrl'].flatMap((name): Problem[] => {
    const [here, there] = [customParameter(value, name), defined[name]];
    if (typeof here !== 'string' || typeof there !== 'string' || bare(here) === bare(there)) return [];
    const message = `${name} is "${here.slice(0, 200)}" here and "${there.slice(0, 200)}" in the definition. Write the same in both.`;
    return [{ role, message, pointer: `${pointer}/customParameters` }];
  });
  const here = scopesOf(Array.isArray(value.scopes) ? value.scopes : []);
  const there = scopesOf(isObject(defined.scopes) ? Object.keys(defined.scopes) : []);
  if (here === '' || there === '' || here === there) return addresses;
  const message = `The scopes are ${here.slice(0, 300)} here and ${there.slice(0, 300)} in the definition. Write the same in both.`;
  return [...addresses, { role, message, pointer: `${pointer}/scopes` }];
}

function bare(address: string): string {
  return address.trim().replace(/\/$/, '').toLowerCase();
}

/** Scopes in one order; several may stand in one text. */
function scopesOf(scopes: readonly unknown[]): string {
  const all = scopes.flatMap((each) => String(each).split(/[\s,]+/)).filter(Boolean);
  return [...new Set(all)].sort().join(', ');
}
