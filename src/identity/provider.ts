/** oidc-provider, configured to be Entra ID's stand-in: nothing is left to its defaults for development. */
import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { type Resource, resourceOfScope, resourceServerOf, scopeSpellings, writeEntraClaims } from './access-token.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { messagePage, pageHeaders, signOutPage } from './pages.ts';
import { type Seller, sellerNamed } from './sellers.ts';
import { signInPath } from './sign-in.ts';
import { addSilentGrant, silentGrantType } from './silent-grant.ts';

/** A program that may ask for tokens. Redirects to loopback fit with any port (RFC 8252, 7.3). */
export interface IdentityClient {
  readonly clientId: string;
  /** Sent in the body of token requests; without it the client is public. */
  readonly clientSecret?: string;
  /** What the sign-in page calls it; the id by default. */
  readonly name?: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clients: readonly IdentityClient[];
  readonly resources: readonly Resource[];
  readonly sellers: readonly Seller[];
  /** Seconds that an access token is good for. */
  readonly lifetime: number;
}

const day = 24 * 60 * 60;

/** A provider with a signing key of its own, which lives as long as it does. */
export async function createProvider(settings: ProviderSettings): Promise<Provider> {
  const { issuer, clients, resources, sellers, lifetime } = settings;
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: clients.map(metadataOf),
    jwks: { keys: [await signingKey()] },
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
      IdToken: () => 3600,
      RefreshToken: () => day,
      Grant: () => day,
      Session: () => day,
      Interaction: () => 3600,
    },
    features: featuresFor(resources, lifetime),
    interactions: {
      policy: signInPolicy(sellers),
      url: (_ctx, interaction) => `${signInPath}${interaction.uid}`,
    },
    findAccount: (_ctx, id) => accountOf(sellers.find(({ objectId }) => objectId === id)),
    loadExistingGrant: (ctx) => silentConsent(ctx, resources),
    formats: {
      customizers: {
        jwt(_ctx, token, parts) {
          const resource = resources.find(({ audience }) => audience === token.aud);
          const seller = sellers.find(({ objectId }) => 'accountId' in token && objectId === token.accountId);
          if (resource && seller) writeEntraClaims(token, parts, resource, seller);
        },
      },
    },
    renderError: (ctx, out) => show(ctx, messagePage('Sign in', out.error_description ?? out.error)),
  });
  addSilentGrant(provider, settings);
  return provider;
}

/** Entra ID's paths, without the tenant in front. */
const routes = {
  authorization: '/oauth2/v2.0/authorize',
  token: '/oauth2/v2.0/token',
  end_session: '/oauth2/v2.0/logout',
  revocation: '/oauth2/v2.0/revoke',
  jwks: '/discovery/v2.0/keys',
};

function featuresFor(resources: readonly Resource[], lifetime: number): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
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

function metadataOf({ clientId, clientSecret, name, redirectUris, postLogoutRedirectUris = [] }: IdentityClient) {
  return {
    client_id: clientId,
    client_name: name ?? clientId,
    application_type: 'native' as const,
    ...(clientSecret === undefined
      ? { token_endpoint_auth_method: 'none' as const }
      : { token_endpoint_auth_method: 'client_secret_post' as const, client_secret: clientSecret }),
    grant_types: ['authorization_code', 'refresh_token', silentGrantType],
    response_types: ['code' as const],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
  };
}

async function signingKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'RS256', use: 'sig' };
}

function show(ctx: KoaContextWithOIDC, html: string, formTarget?: unknown): void {
  ctx.set(pageHeaders(formTarget === undefined ? [] : [formTarget]));
  ctx.body = html;
}
