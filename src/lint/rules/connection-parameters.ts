/** What a user gives to make a connection. */
import { connectionParameters } from '../model/connection-parameters.ts';
import { entriesOf, isObject } from '../model/json-object.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const role = 'properties';
const group = 'package';

/** The sample package with one more connection parameter. */
const parameter = (name: string, value: object): Sample => ({
  properties: { properties: { connectionParameters: { [name]: value } } },
});
const uiDefinition = {
  displayName: 'API key',
  description: 'The key of your account.',
  constraints: { required: 'true' },
};

/** Names of what nobody may read over a user's shoulder. */
const secretName =
  /(?:^|[^a-z])(?:pass(?:word|phrase)?|pwd|(?:api|access|secret|private|subscription)[-_ ]?key|(?:client|app)[-_ ]?secret|secret)(?:$|[^a-z])/i;

export const connectionParameterRules: readonly Rule[] = [
  {
    id: 'connection-parameter-name',
    group,
    severity: 'warning',
    title: 'Connection parameters have plain names',
    why: "Policies refer to them by name (@connectionParameters('name')); white space and signs are where that goes wrong.",
    source: 'Schema of apiProperties.json in microsoft/PowerPlatformConnectors (2024)',
    good: parameter('api_key', { type: 'securestring', uiDefinition }),
    bad: parameter('API key', { type: 'securestring', uiDefinition }),
    check: (model) =>
      connectionParameters(model)
        .filter(({ name }) => !/^[A-Za-z0-9_$.:-]{1,200}$/.test(name))
        .map(({ name, pointer }) => ({
          role,
          message: `The connection parameter is named "${name.slice(0, 80)}". Use letters, digits and _ only.`,
          pointer,
        })),
  },
  {
    id: 'connection-parameter-label',
    group,
    severity: 'warning',
    title: 'Connection parameters have a label and a description',
    why: 'They are what a user reads who makes a connection; certification asks for both.',
    source: 'Certification policies 5000.2.6.9 and .10 as reported by partners (2026)',
    good: parameter('key', {
      type: 'securestring',
      uiDefinition: { ...uiDefinition, description: undefined, schema: { description: 'Your key.' } },
    }),
    bad: parameter('key', { type: 'securestring', uiDefinition: { displayName: 'API key' } }),
    check: (model) =>
      connectionParameters(model).flatMap(({ name, value, pointer, type }): Problem[] => {
        if (type === 'oauthSetting' || type === 'gatewaySetting' || name.includes(':')) return [];
        const ui = isObject(value.uiDefinition) ? value.uiDefinition : {};
        const constraints = isObject(ui.constraints) ? ui.constraints : {};
        if (String(constraints.hidden) === 'true') return [];
        const description = ui.description ?? (isObject(ui.schema) ? ui.schema.description : undefined);
        const missing = [
          ...(isText(ui.displayName) ? [] : ['displayName']),
          ...(isText(description) ? [] : ['description']),
        ];
        if (missing.length === 0) return [];
        const message = `The connection parameter "${name}" has no ${missing.join(' and no ')} in its uiDefinition. Say what the user has to give.`;
        return [{ role, message, pointer: isObject(value.uiDefinition) ? `${pointer}/uiDefinition` : pointer }];
      }),
  },
  {
    id: 'connection-parameter-secret',
    group,
    severity: 'warning',
    title: 'Secrets that users give are of the type securestring',
    why: 'A string is shown while it is typed and can be read afterwards. 3 of 1,030 published connectors.',
    source: 'Connection parameters (Microsoft Learn, 2024)',
    good: parameter('api_key_name', {
      type: 'string',
      uiDefinition: { ...uiDefinition, displayName: 'Name of the key' },
    }),
    bad: parameter('api_key', { type: 'string', uiDefinition }),
    check: (model) =>
      connectionParameters(model)
        .filter(
          ({ name, type, value }) =>
            type === 'string' && secretName.test(name) && !/(?:name|id)$/i.test(name) && !isChoice(value.uiDefinition),
        )
        .map(({ name, pointer }) => ({
          role,
          message: `The connection parameter "${name}" looks like a secret. Write "type": "securestring".`,
          pointer: `${pointer}/type`,
        })),
  },
  {
    id: 'oauth-parameter-name',
    group,
    severity: 'warning',
    title: 'The sign-in is the connection parameter token',
    why: 'paconn puts the client secret into the parameter of that name; under another one the connector has no secret, and no sign-in.',
    source: 'paconn (2024)',
    good: {},
    bad: parameter('login', { type: 'oauthSetting', oAuthSettings: { identityProvider: 'facebook' } }),
    check: ({ properties }) =>
      entriesOf(properties?.connectionParameters)
        .filter(([name, value]) => isObject(value) && value.type === 'oauthSetting' && name !== 'token')
        .map(([name]) => ({
          role,
          message: `The sign-in is named "${name}". Name it token.`,
          pointer: '/properties/connectionParameters',
        })),
  },
];

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** Chosen of a list, so nothing that is secret. */
function isChoice(uiDefinition: unknown): boolean {
  return (
    isObject(uiDefinition) &&
    isObject(uiDefinition.constraints) &&
    Array.isArray(uiDefinition.constraints.allowedValues)
  );
}
