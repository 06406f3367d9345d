/** How an app signs its users in to the connector: of apiProperties.json, else of the definition. */
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { valueAt } from '../../package/json-pointer.ts';
import type { Json } from './field-schema.ts';
import type { Note, Tell } from './note.ts';
import { entriesAt, textAt } from './texts.ts';

export interface AppSignIn {
  /** The security scheme of the OpenAPI document; none without sign-in. */
  readonly scheme: Json | undefined;
  readonly scopes: readonly string[];
  /** The runtime's `auth`. */
  readonly auth: { readonly type: 'None' | 'OAuthPluginVault' | 'ApiKeyPluginVault'; readonly reference_id?: string };
}

/** Stands where a person puts the id of a registration. */
export const referencePlaceholder = 'FILL-IN-THE-ID-OF-THE-REGISTRATION';
const redirect = 'https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect';
const portal = 'https://dev.teams.microsoft.com/tools';
const portalName = 'Teams developer portal';
const place = 'ai-plugin.json auth';

/**
 * The sign-in of a package. Secrets and client ids stay out of the app: they are registered in the Teams developer
 * portal, and `referenceId` is the id of that registration. Source: plugin-authentication.md, June 2026.
 */
export function appSignIn(connector: ConnectorPackage, referenceId: string | undefined, tell: Tell): AppSignIn {
  const oauth = oauthOf(connector);
  const reference_id = referenceId ?? referencePlaceholder;
  if (oauth) {
    for (const each of [...oauthSteps(oauth, referenceId), ...idSteps(referenceId)]) tell(each);
    const { authorizationUrl, tokenUrl, refreshUrl = tokenUrl, scopes } = oauth;
    const flow = {
      authorizationUrl,
      tokenUrl,
      refreshUrl,
      scopes: Object.fromEntries(scopes.map((each) => [each, ''])),
    };
    const scheme = { type: 'oauth2', flows: { authorizationCode: flow } };
    return { scheme, scopes, auth: { type: 'OAuthPluginVault', reference_id } };
  }
  const key = apiKeyOf(connector);
  if (key) {
    const steps = [step(portalName, `${registered('The API key', referenceId)} (${portal}, API key registration).`)];
    for (const each of [...steps, ...idSteps(referenceId)]) tell(each);
    return { scheme: key, scopes: [], auth: { type: 'ApiKeyPluginVault', reference_id } };
  }
  const message = hasConnectionParameters(connector)
    ? 'The connector signs in neither by OAuth 2.0 with an authorization code nor by an API key of its definition, and plugins know nothing else: the app calls it without sign-in.'
    : 'Neither apiProperties.json nor the definition says how users sign in: the app calls the connector without.';
  tell({ kind: 'doubtful', about: place, message });
  return { scheme: undefined, scopes: [], auth: { type: 'None' } };
}

interface OAuth {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly refreshUrl?: string | undefined;
  readonly scopes: readonly string[];
  readonly isEntra?: boolean;
}

function oauthOf({ properties, definition }: ConnectorPackage): OAuth | undefined {
  const settings = parametersOf(properties?.value).find((each) => valueAt(each, '/type') === 'oauthSetting');
  const found = settings ? oauthOfSettings(valueAt(settings, '/oAuthSettings')) : undefined;
  return found ?? oauthOfDefinition(definition.value);
}

/** Connection parameters, and those of each set of them. */
function parametersOf(properties: unknown): unknown[] {
  const sets = entriesAt(properties, '/properties/connectionParameterSets/values');
  return [
    ...entriesAt(properties, '/properties/connectionParameters'),
    ...sets.flatMap(([, set]) => entriesAt(set, '/parameters')),
  ].map(([, parameter]) => parameter);
}

function oauthOfSettings(settings: unknown): OAuth | undefined {
  const custom = new Map(
    entriesAt(settings, '/customParameters').map(([name, value]) => [name.toLowerCase(), textAt(value, '/value')]),
  );
  const scopes = entriesAt(settings, '/scopes').flatMap(([, scope]) => (typeof scope === 'string' ? scope.trim() : []));
  if (/^aad/i.test(textAt(settings, '/identityProvider') ?? '')) {
    const login = (custom.get('loginuri') ?? 'https://login.microsoftonline.com').replace(/\/+$/, '');
    const base = `${login}/${custom.get('tenantid') ?? 'common'}/oauth2/v2.0`;
    const resource = custom.get('resourceuri') ?? textAt(settings, '/properties/AzureActiveDirectoryResourceId');
    const usual = resource ? [`${resource.replace(/\/$/, '')}/.default`] : [];
    return oauth(`${base}/authorize`, `${base}/token`, undefined, scopes.length > 0 ? scopes : usual, true);
  }
  const url = (name: string) => custom.get(`${name}url`) ?? custom.get(`${name}urltemplate`);
  return oauth(url('authorization'), url('token'), url('refresh'), scopes);
}

function oauthOfDefinition(definition: unknown): OAuth | undefined {
  for (const [, scheme] of entriesAt(definition, '/securityDefinitions')) {
    if (valueAt(scheme, '/type') !== 'oauth2' || valueAt(scheme, '/flow') !== 'accessCode') continue;
    const scopes = entriesAt(scheme, '/scopes').map(([scope]) => scope);
    const found = oauth(textAt(scheme, '/authorizationUrl'), textAt(scheme, '/tokenUrl'), undefined, scopes);
    if (found) return found;
  }
  return undefined;
}

/** Undefined where an address is missing, or is known for one connection only. */
function oauth(
  authorizationUrl: string | undefined,
  tokenUrl: string | undefined,
  refreshUrl: string | undefined,
  scopes: readonly string[],
  isEntra = false,
): OAuth | undefined {
  const isAddress = (url: string | undefined) => url !== undefined && !/[{}]/.test(url) && URL.canParse(url);
  if (!isAddress(authorizationUrl) || !isAddress(tokenUrl)) return undefined;
  const refresh = isAddress(refreshUrl) ? { refreshUrl } : {};
  return { authorizationUrl: authorizationUrl as string, tokenUrl: tokenUrl as string, ...refresh, scopes, isEntra };
}

function apiKeyOf({ definition }: ConnectorPackage): Json | undefined {
  for (const [, scheme] of entriesAt(definition.value, '/securityDefinitions')) {
    const [type, name, where] = ['/type', '/name', '/in'].map((pointer) => textAt(scheme, pointer));
    if (type === 'apiKey' && name && (where === 'header' || where === 'query')) return { type, name, in: where };
  }
  return undefined;
}

function hasConnectionParameters({ properties, definition }: ConnectorPackage): boolean {
  return parametersOf(properties?.value).length + entriesAt(definition.value, '/securityDefinitions').length > 0;
}

/** What the provider and the registration must have, an id given or not: none of it is seen from here. */
function oauthSteps(
  { authorizationUrl, tokenUrl, refreshUrl = tokenUrl, scopes, isEntra }: OAuth,
  referenceId: string | undefined,
): Note[] {
  const asked = isEntra ? [...new Set([...scopes, 'offline_access'])] : scopes;
  const why = isEntra ? ' Without offline_access sellers sign in again whenever a token ends.' : '';
  return [
    step('identity provider', `${redirect} is among the redirect URIs of the connector’s registration.`),
    step(portalName, `${registered('An OAuth client', referenceId)} (${portal}, OAuth client registration).`),
    step(
      portalName,
      `The registration has these addresses: base URL as servers in plugin-openapi.json, authorization ${authorizationUrl}, token ${tokenUrl}, refresh ${refreshUrl}.`,
    ),
    step(portalName, `The registration has the scope ${asked.join(' ') || 'that the provider asks for'}.${why}`),
  ];
}

/** Where the id goes; or that one given looks unlike those of the portal. */
function idSteps(referenceId: string | undefined): Note[] {
  if (referenceId === undefined) {
    const message = `The id of the registration stands in place of ${referencePlaceholder}: pack again with --registration ID.`;
    return [{ kind: 'fill-in', about: place, message }];
  }
  if (referenceId.length >= 36) return [];
  const message = `“${referenceId}” is shorter than a GUID. Is it the id that the portal shows for the registration?`;
  return [{ kind: 'doubtful', about: place, message }];
}

function registered(what: string, referenceId: string | undefined): string {
  return `${what} is registered${referenceId === undefined ? '' : ` as ${referenceId}`}`;
}

function step(about: string, message: string): Note {
  return { kind: 'to-do', about, message };
}
