/** How a connector's users sign in, read from its package. Any JSON will do as input; what does not fit is passed over. */
import { isLoopback } from './safe-address.ts';

export interface ConnectionSettings {
  /** Empty where the package names none; of no account where `issuer` is given. */
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** Where tokens are refreshed, if not at tokenUrl. */
  readonly refreshUrl?: string;
  readonly scopes: readonly string[];
  readonly clientId: string;
  readonly clientSecret?: string;
  /** An OpenID issuer: addresses and checks come from its discovery document. */
  readonly issuer?: string;
  /** Whether sellers are connected without a page: Entra ID with on-behalf-of login. */
  readonly silent: boolean;
  /** The resource indicator (RFC 8707) that the provider wants. */
  readonly resource?: string;
}

/** What the user's configuration says instead of the package, such as the issuer of the local identity provider. */
export type ConnectionOverride = Partial<ConnectionSettings>;

const entraLogin = 'https://login.microsoftonline.com';
const signInScopes = ['openid', 'profile', 'offline_access'];

/**
 * The settings in the connectionParameters of apiProperties.json, else in the definition's securityDefinitions (oauth2,
 * accessCode), else in the override; undefined where none has OAuth 2.0.
 * Source: Power Platform, connector connection parameters; OpenAPI 2.0, Security Scheme Object.
 */
export function connectionSettingsOf(
  definition: unknown,
  properties: unknown,
  override: ConnectionOverride = {},
): ConnectionSettings | undefined {
  const setting = oauthSetting(properties);
  const security = members(member(definition, 'securityDefinitions')).find(
    (scheme) => sameText(member(scheme, 'type'), 'oauth2') && sameText(member(scheme, 'flow'), 'accessCode'),
  );
  if (setting === undefined && security === undefined && !override.issuer && !override.authorizationUrl)
    return undefined;
  const isEntra = /^aad/i.test(text(member(setting, 'identityProvider')) ?? '');
  const { issuer, ...own } = isEntra ? entraSettings(setting) : oauthSettings(setting, security);
  // Addresses that the user names are not those of the package's issuer.
  return { ...own, ...(issuer !== undefined && !override.authorizationUrl && { issuer }), ...override };
}

/** Entra ID itself makes silent connections for Copilot for Sales only: here a stand-in on this machine does. */
export function connectsSilently(
  settings: ConnectionSettings | undefined,
  { issuer }: ConnectionOverride = {},
): boolean {
  return settings?.silent === true && issuer !== undefined && isLoopback(issuer);
}

function entraSettings(setting: unknown): ConnectionSettings {
  const custom = (name: string) => text(customParameter(setting, name));
  const login = custom('loginUri') ?? custom('loginUriAAD') ?? entraLogin;
  // The former name of the same service, which discovery does not answer for.
  const authority = login.replace(/\/+$/, '').replace(/^https:\/\/login\.windows\.net$/i, entraLogin);
  const tenant = `${authority}/${custom('tenantId') ?? 'common'}`;
  const resource = custom('resourceUri');
  const own = scopesOf(setting).map((scope) => (resource && isShort(scope) ? `${resource}/${scope}` : scope));
  const wanted =
    own.some((scope) => !signInScopes.includes(scope)) || !resource ? own : [...own, `${resource}/.default`];
  return {
    authorizationUrl: `${tenant}/oauth2/v2.0/authorize`,
    tokenUrl: `${tenant}/oauth2/v2.0/token`,
    issuer: `${tenant}/v2.0`,
    scopes: [...new Set([...signInScopes, ...wanted])],
    ...clientOf(setting),
    silent:
      sameText(customParameter(setting, 'enableOnbehalfOfLogin'), 'true') &&
      sameText(member(member(setting, 'properties'), 'IsOnbehalfofLoginSupported'), 'true'),
  };
}

function oauthSettings(setting: unknown, security: unknown): ConnectionSettings {
  const address = (name: string) =>
    text(customParameter(setting, name)) ?? text(customParameter(setting, `${name}Template`));
  const refreshUrl = address('refreshUrl');
  const named = scopesOf(setting);
  return {
    authorizationUrl: address('authorizationUrl') ?? text(member(security, 'authorizationUrl')) ?? '',
    tokenUrl: address('tokenUrl') ?? text(member(security, 'tokenUrl')) ?? '',
    ...(refreshUrl === undefined ? {} : { refreshUrl }),
    scopes: named.length > 0 ? named : Object.keys(record(member(security, 'scopes'))),
    ...clientOf(setting),
    silent: false,
  };
}

/** oAuthSettings of the first connection parameter that has them, in connectionParameters or connectionParameterSets. */
function oauthSetting(properties: unknown): unknown {
  const inner = member(properties, 'properties') ?? properties;
  const sets = members(member(member(inner, 'connectionParameterSets'), 'values'));
  const parameters = [member(inner, 'connectionParameters'), ...sets.map((set) => member(set, 'parameters'))];
  return parameters
    .flatMap(members)
    .map((parameter) => member(parameter, 'oAuthSettings'))
    .find((setting) => typeof setting === 'object' && setting !== null);
}

function clientOf(setting: unknown): Pick<ConnectionSettings, 'clientId' | 'clientSecret'> {
  const clientSecret = text(member(setting, 'clientSecret'));
  return { clientId: text(member(setting, 'clientId')) ?? '', ...(clientSecret === undefined ? {} : { clientSecret }) };
}

/** Scopes stand one by one or several in one text. */
function scopesOf(setting: unknown): string[] {
  const given = [member(setting, 'scopes')].flat();
  return given.flatMap((scope) => text(scope)?.split(/\s+/) ?? []).filter((scope) => scope !== '');
}

function customParameter(setting: unknown, name: string): unknown {
  const parameter = member(member(setting, 'customParameters'), name);
  return member(parameter, 'value') ?? parameter;
}

function isShort(scope: string): boolean {
  return !/[/:]/.test(scope) && !signInScopes.includes(scope);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function members(value: unknown): unknown[] {
  return Object.values(record(value));
}

/** A member by its name without case. */
function member(value: unknown, name: string): unknown {
  const entry = Object.entries(record(value)).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return entry?.[1];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function sameText(value: unknown, expected: string): boolean {
  return String(value).toLowerCase() === expected.toLowerCase();
}
