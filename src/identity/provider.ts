/** oidc-provider, configured to be Entra ID's stand-in: nothing is left to its defaults for development. */
import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import {
  foreignResource,
  grownOld,
  type Resource,
  resourceOfScope,
  resourceServerOf,
  scopeSpellings,
  writeEntraClaims,
} from './access-token.ts';
import { tokenExchangeGrantType } from './exchanged-token.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { deviceCodePage, deviceConfirmPage, messagePage, pageHeaders, signOutPage } from './pages.ts';
import { type Seller, sellerNamed } from './sellers.ts';
import { signInPath } from './sign-in.ts';
import { addSilentGrants, silentGrantType } from './silent-grant.ts';

/** A program that may ask for tokens. Redirects to loopback fit with any port (RFC 8252, 7.3). */
export interface IdentityClient {
  readonly clientId: string;
  /** Sent in the body of token requests; without it the client is public. */
  readonly clientSecret?: string;
  /** The resource's audience, of a client that is an API itself: tokens of it may be exchanged for those of others. */
  readonly api?: string;
  /** What the sign-in page calls it; the id by default. */
  readonly name?: string;
  /** None for a client that signs nobody in by a browser of its own. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** May have tokens that connectors must refuse, by the silent grant: for any API, and of an age at which they have expired. */
  readonly isExaminer?: boolean;
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clients: readonly IdentityClient[];
  readonly resources: readonly Resource[];
  readonly sellers: readonly Seller[];
  /** Seconds that an access token is good for. */
  readonly lifetime: number;
  /** One of newSigningKey; absent, one that lives as long as the provider does. */
  readonly signingKey?: JWK | undefined;
}

const day = 24 * 60 * 60;

/** A provider that is not listening yet. */
export async function createProvider(settings: ProviderSettings): Promise<Provider> {
  const { issuer, clients, resources, sellers, lifetime } = settings;
  const key = settings.signingKey ?? (await newSigningKey());
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: clients.map(metadataOf),
    jwks: { keys: [key] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // Cookies know no ports: the names must differ from those of other servers on this machine.
      names: { session: 'saleskit.session', interaction: 'saleskit.sign-in', resume: 'saleskit.resume' },
    },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'oid', 'tid'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    routes,
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    clientBasedCORS: () => false,
    ttl: {
      AuthorizationCode: () => 60,
      AccessToken: () => lifetime,
      ClientCredentials: () => lifetime,
      DeviceCode: () => 600,
      IdToken: () => 3600,
      RefreshToken: () => day,
      Grant: () => day,
      Session: () => day,
      Interaction: () => 3600,
    },
    discovery: { protected_resources: resources.map(({ audience }) => audience) },
    features: featuresFor(resources, lifetime),
    interactions: {
      policy: signInPolicy(sellers),
      url: (_ctx, interaction) => `${signInPath}${interaction.uid}`,
    },
    findAccount: (_ctx, id) => accountOf(sellers.find(({ objectId }) => objectId === id)),
    loadExistingGrant: (ctx) => silentConsent(ctx, resources),
    formats: {
      customizers: {
        jwt(ctx, token, parts) {
          const audience = String(token.aud);
          const known = resources.find((resource) => resource.audience === audience);
          const seller = sellers.find(({ objectId }) => 'accountId' in token && objectId === token.accountId);
          const { age, scope } = ctx.oidc.params ?? {};
          if (seller) writeEntraClaims(token, parts, known ?? foreignResource(audience, scope), seller);
          if (age !== undefined) grownOld(parts, Number(age));
        },
      },
    },
    renderError: (ctx, out) => show(ctx, messagePage('Sign in', out.error_description ?? out.error)),
  });
  const apis = new Map(clients.flatMap(({ clientId, api }) => (api === undefined ? [] : [[clientId, api] as const])));
  addSilentGrants(provider, { ...settings, apis, signingKey: key });
  return provider;
}

/** Entra ID's paths, without the tenant in front. */
const routes = {
  authorization: '/oauth2/v2.0/authorize',
  token: '/oauth2/v2.0/token',
  end_session: '/oauth2/v2.0/logout',
  revocation: '/oauth2/v2.0/revoke',
  jwks: '/discovery/v2.0/keys',
  device_authorization: '/oauth2/v2.0/devicecode',
  code_verification: '/devicelogin',
};

function featuresFor(resources: readonly Resource[], lifetime: number): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    clientCredentials: { enabled: true },
    deviceFlow: {
      enabled: true,
      userCodeInputSource: (ctx, form, _out, error) => show(ctx, deviceCodePage(form, error !== undefined)),
      userCodeConfirmSource: (ctx, form, client, _device, code) =>
        show(ctx, deviceConfirmPage(form, client.clientName ?? client.clientId, code)),
      successSource: (ctx) => show(ctx, messagePage('Sign in', 'You are signed in on the device. Close this page.')),
    },
    revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => show(ctx, signOutPage(form), ctx.oidc.params?.post_logout_redirect_uri),
      postLogoutSuccessSource: (ctx) => show(ctx, messagePage('Sign out', 'You are signed out.')),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: async (ctx, _client, oneOf) =>
        oneOf?.[0] ?? resourceOfScope(resources, ctx.oidc.params?.scope)?.audience ?? [],
      useGrantedResource: async () => true,
      getResourceServerInfo: async (_ctx, indicator) => {
        const resource = resources.find(({ audience }) => audience === indicator);
        if (resource) return resourceServerOf(resource, lifetime);
        throw new errors.InvalidTarget(`no resource ${indicator} is known here`);
      },
    },
  };
}

/** Sign-in where there is no session, where it is asked for, and where login_hint names another seller than the session's. */
function signInPolicy(sellers: readonly Seller[]): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('another_seller', 'login_hint names another seller', ({ oidc }) => {
      const hinted = sellerNamed(sellers, oidc.params?.login_hint);
      return hinted !== undefined && oidc.session?.accountId !== hinted.objectId && !oidc.result?.login;
    }),
  );
  return policy;
}

/** A grant of everything for each sign-in: revoking one leaves the seller's others alone. */
async function silentConsent({ oidc }: KoaContextWithOIDC, resources: readonly Resource[]) {
  const { provider, account, client } = oidc;
  if (!account || !client) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile offline_access');
  for (const resource of resources) grant.addResourceScope(resource.audience, scopeSpellings(resource));
  await grant.save();
  return grant;
}

function accountOf(seller: Seller | undefined) {
  if (!seller) return undefined;
  const { objectId, tenantId, name, userName } = seller;
  const claims = { sub: objectId, oid: objectId, tid: tenantId, name, preferred_username: userName };
  return { accountId: objectId, claims: async () => claims };
}

function metadataOf({ clientId, clientSecret, api, name, redirectUris, postLogoutRedirectUris = [] }: IdentityClient) {
  return {
    client_id: clientId,
    client_name: name ?? clientId,
    application_type: 'native' as const,
    ...(clientSecret === undefined
      ? { token_endpoint_auth_method: 'none' as const }
      : { token_endpoint_auth_method: 'client_secret_post' as const, client_secret: clientSecret }),
    grant_types: [
      ...(redirectUris.length > 0 ? ['authorization_code'] : []),
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code',
      silentGrantType,
      ...(clientSecret === undefined ? [] : ['client_credentials']),
      ...(api === undefined ? [] : [tokenExchangeGrantType]),
    ],
    response_types: redirectUris.length > 0 ? ['code' as const] : [],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
  };
}

/** A private key that tokens are signed with, as a JWK. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'RS256', use: 'sig' };
}

function show(ctx: KoaContextWithOIDC, html: string, formTarget?: unknown): void {
  ctx.set(pageHeaders(formTarget === undefined ? [] : [formTarget]));
  ctx.body = html;
}
