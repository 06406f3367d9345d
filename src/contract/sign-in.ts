/** How users of a connector sign in, as definition and properties say it. */
import type { SecurityDefinition } from './openapi.ts';

/** Both sides of one sign-in: `securityDefinitions` of the definition, `connectionParameters` of apiProperties.json. */
export interface SignIn {
  readonly security: SecurityDefinition;
  readonly connectionParameters: Readonly<Record<string, unknown>>;
}

/** A sign-in by Microsoft Entra ID. */
export interface EntraSignIn {
  /** A tenant's id, or `common` for every tenant. */
  readonly authority: string;
  /** The application id of the connector's own app registration, which asks for tokens. */
  readonly clientId: string;
  /** The application id URI of the back end. */
  readonly resource: string;
  readonly scope: string;
}

/** A sign-in by any OpenID provider. */
export interface OpenIdSignIn {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly scope: string;
}

const login = 'https://login.microsoftonline.com';
const redirect = {
  redirectMode: 'GlobalPerConnector',
  redirectUrl: 'https://global.consent.azure-apim.net/redirect',
} as const;
const meaning = 'Read sales insights as the signed-in user.';

/** Microsoft Entra ID with on-behalf-of login. Source: apiProperties of certified connectors. */
export function entraSignIn({ authority, clientId, resource, scope }: EntraSignIn): SignIn {
  return {
    security: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: `${login}/${authority}/oauth2/v2.0/authorize`,
      tokenUrl: `${login}/${authority}/oauth2/v2.0/token`,
      scopes: { [`${resource}/${scope}`]: meaning },
    },
    connectionParameters: {
      token: {
        type: 'oauthSetting',
        oAuthSettings: {
          identityProvider: 'aad',
          clientId,
          scopes: [`${resource}/${scope}`],
          ...redirect,
          properties: {
            IsFirstParty: 'False',
            AzureActiveDirectoryResourceId: resource,
            IsOnbehalfofLoginSupported: true,
          },
          customParameters: {
            loginUri: { value: login },
            tenantId: { value: authority },
            resourceUri: { value: resource },
            enableOnbehalfOfLogin: { value: 'true' },
          },
        },
      },
      'token:TenantId': {
        type: 'string',
        metadata: { sourceType: 'AzureActiveDirectoryTenant' },
        uiDefinition: { constraints: { required: 'false', hidden: 'true' } },
      },
    },
  };
}

/** Any OAuth 2.0 provider. Source: Power Platform, connection parameters, identity provider oauth2. */
export function openIdSignIn({ authorizationUrl, tokenUrl, clientId, scope }: OpenIdSignIn): SignIn {
  return {
    security: { type: 'oauth2', flow: 'accessCode', authorizationUrl, tokenUrl, scopes: { [scope]: meaning } },
    connectionParameters: {
      token: {
        type: 'oauthSetting',
        oAuthSettings: {
          identityProvider: 'oauth2',
          clientId,
          scopes: [scope],
          ...redirect,
          properties: { IsFirstParty: 'False' },
          customParameters: {
            authorizationUrl: { value: authorizationUrl },
            tokenUrl: { value: tokenUrl },
            refreshUrl: { value: tokenUrl },
          },
        },
      },
    },
  };
}
