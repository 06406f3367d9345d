/** G9: authentication belongs to the connector. */
import { details, draft, type Mutant, operationOf, propertiesOf, signInOf, stranger, summary } from './definition.ts';

const parameters: readonly [string, string][] = [
  ['Authorization', 'header'],
  ['authorization', 'header'],
  ['X-API-Key', 'header'],
  ['api_key', 'query'],
  ['access_token', 'query'],
  ['Ocp-Apim-Subscription-Key', 'header'],
  ['client_secret', 'query'],
  ['password', 'query'],
  ['x-functions-key', 'header'],
];

const asked = (name: string, place: string, changes: object = {}) =>
  stranger({
    name,
    in: place,
    required: false,
    'x-ms-summary': 'Key',
    description: 'The key of the service.',
    ...changes,
  });

const g9 = { guideline: 'G9' } as const;

export const authenticationMutants: readonly Mutant[] = [
  ...parameters.map(
    ([name, place]): Mutant => ({
      ...g9,
      name: `${name} is a parameter (${place})`,
      mutate: (definition) => operationOf(definition, details).parameters.push(asked(name, place)),
      rule: 'authorization-in-operation',
      severity: 'warning',
    }),
  ),
  {
    ...g9,
    name: 'a token stands in the body',
    mutate: (definition) => {
      propertiesOf(definition, 'EmailDraftRequest').accessToken = {
        type: 'string',
        'x-ms-summary': 'Token',
        description: 'The token of the service.',
      };
    },
    rule: 'authorization-in-operation',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'Authorization is a required parameter',
    mutate: (definition) =>
      operationOf(definition, summary).parameters.push(asked('Authorization', 'header', { required: true })),
    rule: 'unknown-required-input',
    severity: 'error',
    also: ['authorization-in-operation'],
  },
  {
    ...g9,
    name: 'an action is open to everybody',
    mutate: (definition) => Object.assign(operationOf(definition, draft), { security: [] }),
    rule: 'authorization-in-operation',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'an action signs in another way',
    mutate: (definition) => {
      Object.assign(definition.securityDefinitions as object, { key: { type: 'apiKey', in: 'header', name: 'key' } });
      Object.assign(operationOf(definition, draft), { security: [{ key: [] }] });
    },
    rule: 'authorization-in-operation',
    severity: 'warning',
    also: ['security-definition-single'],
  },
  {
    ...g9,
    name: 'nobody signs in',
    mutate: (definition, { properties }) => {
      delete definition.securityDefinitions;
      delete definition.security;
      properties.properties.connectionParameters = {};
    },
    rule: 'authentication-missing',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'the definition has no sign-in',
    mutate: (definition) => {
      delete definition.securityDefinitions;
      delete definition.security;
    },
    rule: 'authentication-not-defined',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'the properties ask for no sign-in',
    mutate: (_definition, { properties }) => {
      properties.properties.connectionParameters = {};
    },
    rule: 'authentication-not-asked',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'sellers give a key',
    mutate: (definition, { properties }) => {
      definition.securityDefinitions = { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } };
      definition.security = [{ key: [] }];
      Object.assign(properties.properties, {
        connectionParameters: {
          api_key: {
            type: 'securestring',
            uiDefinition: {
              displayName: 'Key',
              description: 'Your key.',
              tooltip: 'Your key.',
              constraints: { required: 'true' },
            },
          },
        },
      });
    },
    rule: 'authentication-oauth',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'sellers give a password',
    mutate: (definition, { properties }) => {
      definition.securityDefinitions = { basic: { type: 'basic' } };
      definition.security = [{ basic: [] }];
      const asking = (type: string, text: string) => ({
        type,
        uiDefinition: {
          displayName: text,
          description: `Your ${text}.`,
          tooltip: `Your ${text}.`,
          constraints: { required: 'true' },
        },
      });
      Object.assign(properties.properties, {
        connectionParameters: { username: asking('string', 'name'), password: asking('securestring', 'password') },
      });
    },
    rule: 'authentication-oauth',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'the requirement names a sign-in that is not there',
    mutate: (definition) => {
      definition.security = [{ oauth: [] }];
    },
    rule: 'SecurityRequirementMustBeDefined',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'the identity provider is another than Microsoft Entra ID',
    mutate: (_definition, files) => {
      const setting = signInOf(files);
      const address = 'https://login.microsoftonline.com/common/oauth2/v2.0/';
      setting.identityProvider = 'oauth2';
      setting.customParameters = {
        authorizationUrl: { value: `${address}authorize` },
        tokenUrl: { value: `${address}token` },
        refreshUrl: { value: `${address}token` },
      };
    },
    rule: 'authentication-entra',
    severity: 'info',
  },
  {
    ...g9,
    name: 'on-behalf-of login is off',
    mutate: (_definition, files) => {
      signInOf(files).customParameters.enableOnbehalfOfLogin = { value: 'false' };
    },
    rule: 'silent-connection',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'on-behalf-of login is not said to be supported',
    mutate: (_definition, files) => {
      delete signInOf(files).properties.IsOnbehalfofLoginSupported;
    },
    rule: 'silent-connection',
    severity: 'warning',
  },
  {
    ...g9,
    name: 'on-behalf-of login is supported in words only',
    mutate: (_definition, files) => {
      delete signInOf(files).customParameters.enableOnbehalfOfLogin;
    },
    rule: 'silent-connection',
    severity: 'warning',
  },
];
