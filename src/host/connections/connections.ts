/** The host's connections to connectors, as a seller has them. Tokens stay in memory and are never logged. */
import { CodedError } from '../../core/coded-error.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import {
  claimsOf,
  type IdentityProvider,
  identityProvider,
  type SignIn,
  type Tokens,
  userOf,
} from './identity-provider.ts';
import { isRefusal, signInFailed, signInFailureOf } from './sign-in-failed.ts';

export {
  type ConnectionOverride,
  type ConnectionSettings,
  connectionSettingsOf,
  connectsSilently,
} from './connection-settings.ts';
export { maskToken } from './mask-token.ts';
export { SignInFailed } from './sign-in-failed.ts';

/** How a connection stands. */
export interface ConnectionState {
  /** not-needed: the package has no OAuth 2.0, and no token was pasted. */
  readonly status: 'none' | 'connected' | 'pasted' | 'not-needed';
  /** Whose the token is, as far as it says. */
  readonly user?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  /** Whether the package lets the connection be made without a page. */
  readonly silent: boolean;
  /** The seller has signed out: no silent connection is made until they sign in again. */
  readonly isSignedOut?: true;
  /** What went wrong last, in words. */
  readonly problem?: string;
}

/** Connections by key: one for each connector and seller (connectionKey). Failures are SIGN_IN_FAILED. */
export interface Connections {
  state(key: string, settings?: ConnectionSettings): ConnectionState;
  /** The address to open in the seller's browser; `seller` is the user name to sign in with, where it is known. */
  begin(key: string, settings: ConnectionSettings, seller?: string): Promise<string>;
  /** Takes what the provider sent to the redirect URI and gives the key that is connected now. Each sign-in ends once. */
  complete(callbackUrl: string): Promise<string>;
  /** Connects without a page, where the settings are silent. */
  silently(key: string, settings: ConnectionSettings, seller: string): Promise<void>;
  /** The token to call with, renewed where it expires within a minute; undefined without connection (state: why). */
  token(key: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Another token than the one that was refused with 401; undefined where there is none to be had. */
  renew(key: string, refused: string | undefined, signal?: AbortSignal): Promise<string | undefined>;
  /** Takes a token as it is, with or without "Bearer"; it is never renewed. */
  paste(key: string, token: string): void;
  /** Forgets the connection, and revokes it where the provider can; it stays so until somebody signs in. Never fails. */
  signOut(key: string): Promise<void>;
}

export interface ConnectionsOptions {
  /** The host's address that providers send sellers back to; a function where it is known only later. */
  readonly redirectUri: string | (() => string);
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

interface Connection {
  readonly status: 'connected' | 'pasted';
  tokens: Tokens;
  /** How it is renewed, while it can be. */
  renewal?: ((tokens: Tokens) => Promise<Tokens>) | undefined;
  readonly revoke?: (refreshToken: string) => Promise<void>;
  /** The renewal that is under way: refresh tokens may be used once. */
  renewing?: Promise<void> | undefined;
  readonly provider: string;
}

interface Pending extends Pick<SignIn, 'complete'> {
  readonly key: string;
  readonly provider: IdentityProvider;
  readonly name: string;
  readonly until: number;
}

const renewBefore = 60_000;
const signInTakes = 15 * 60_000;
const mostPending = 100;

/** The key of a seller's connection to a connector. */
export function connectionKey(connector: string, seller: string): string {
  return JSON.stringify([connector, seller]);
}

/** Connections that are kept as long as the process lives. */
export function createConnections({ redirectUri, now = Date.now }: ConnectionsOptions): Connections {
  const connections = new Map<string, Connection>();
  const pending = new Map<string, Pending>();
  const problems = new Map<string, string>();
  const signedOut = new Set<string>();
  const home = () => (typeof redirectUri === 'function' ? redirectUri() : redirectUri);

  const failed = (key: string, error: unknown, provider: string) => {
    const failure = signInFailureOf(error, provider);
    problems.set(key, failure.message);
    return failure;
  };
  const keep = (key: string, connection: Connection) => {
    void revoke(connections.get(key));
    connections.set(key, connection);
    problems.delete(key);
    signedOut.delete(key);
  };
  const isExpired = ({ tokens }: Connection, early = 0) =>
    (tokens.expiresAt ?? Number.POSITIVE_INFINITY) <= now() + early;

  const renewal = async (key: string, connection: Connection): Promise<void> => {
    try {
      const tokens = (await connection.renewal?.(connection.tokens)) ?? connection.tokens;
      const isCurrent = connections.get(key) === connection;
      connection.tokens = { ...connection.tokens, ...tokens };
      if (isCurrent) problems.delete(key);
      else await revoke(connection);
    } catch (error) {
      if (isRefusal(error)) connection.renewal = undefined;
      if (connections.get(key) === connection) failed(key, error, connection.provider);
    }
  };
  /** Waits until the connection is renewed, or not: what became of it is in the connection. */
  const renewed = async (key: string, connection: Connection, signal: AbortSignal | undefined): Promise<void> => {
    if (!connection.renewal) return;
    connection.renewing ??= renewal(key, connection).finally(() => {
      connection.renewing = undefined;
    });
    await abortable(connection.renewing, signal);
  };

  return {
    state(key, settings) {
      const connection = connections.get(key);
      const problem = problems.get(key);
      const isOver = connection?.status === 'connected' && isExpired(connection) && !connection.renewal;
      const { user, expiresAt } = isOver ? {} : (connection?.tokens ?? ({} as Partial<Tokens>));
      return {
        status: connection && !isOver ? connection.status : settings || connection ? 'none' : 'not-needed',
        silent: settings?.silent ?? false,
        ...(user === undefined ? {} : { user }),
        ...(expiresAt === undefined ? {} : { expiresAt }),
        ...(signedOut.has(key) ? { isSignedOut: true as const } : {}),
        ...(problem === undefined ? {} : { problem }),
      };
    },

    async begin(key, settings, seller) {
      const name = nameOf(settings);
      try {
        const provider = await identityProvider(settings, now);
        const { url, state, complete } = await provider.beginSignIn(home(), seller);
        for (const [old, { until }] of pending) {
          if (until <= now() || pending.size >= mostPending) pending.delete(old);
        }
        pending.set(state, { key, provider, name, complete, until: now() + signInTakes });
        return url;
      } catch (error) {
        throw failed(key, error, name);
      }
    },

    async complete(callbackUrl) {
      const callback = new URL(home());
      callback.search = URL.parse(callbackUrl, callback.href)?.search ?? '';
      const state = callback.searchParams.get('state') ?? '';
      const begun = pending.get(state);
      pending.delete(state);
      if (!begun || begun.until <= now()) {
        throw signInFailed('This sign-in was not begun here, has ended already, or took too long. Begin it again.');
      }
      const { key, provider, name } = begun;
      try {
        const tokens = await begun.complete(callback);
        keep(key, { status: 'connected', tokens, ...refreshing(provider, tokens), provider: name });
        return key;
      } catch (error) {
        throw failed(key, error, name);
      }
    },

    async silently(key, settings, seller) {
      const name = nameOf(settings);
      try {
        if (!settings.silent) throw signInFailed('The package does not ask for a silent connection: sign in instead.');
        const provider = await identityProvider(settings, now);
        const renewal = () => provider.silently(seller);
        keep(key, { status: 'connected', tokens: await renewal(), renewal, provider: name });
      } catch (error) {
        throw failed(key, error, name);
      }
    },

    async token(key, signal) {
      const connection = connections.get(key);
      if (!connection || connection.status === 'pasted') return connection?.tokens.accessToken;
      if (isExpired(connection, renewBefore)) await renewed(key, connection, signal);
      return connections.get(key) !== connection || isExpired(connection) ? undefined : connection.tokens.accessToken;
    },

    async renew(key, refused, signal) {
      const connection = connections.get(key);
      if (!connection || connection.status === 'pasted') return undefined;
      if (connection.tokens.accessToken === refused) await renewed(key, connection, signal);
      const { accessToken } = connection.tokens;
      return connections.get(key) !== connection || accessToken === refused ? undefined : accessToken;
    },

    paste(key, pasted) {
      const accessToken = pasted.trim().replace(/^(?:authorization:\s*)?bearer\s+/i, '');
      if (!/^[\x21-\x7e]+$/.test(accessToken)) throw new CodedError('SIGN_IN_FAILED', 'What was pasted is no token.');
      const claims = claimsOf(accessToken);
      const user = userOf(claims);
      const tokens = {
        accessToken,
        ...(typeof claims.exp === 'number' ? { expiresAt: claims.exp * 1000 } : {}),
        ...(user === undefined ? {} : { user }),
      };
      keep(key, { status: 'pasted', tokens, provider: '' });
    },

    async signOut(key) {
      const connection = connections.get(key);
      connections.delete(key);
      problems.delete(key);
      signedOut.add(key);
      for (const [state, begun] of pending) if (begun.key === key) pending.delete(state);
      await revoke(connection);
    },
  };
}

/** Refresh, where there is a refresh token. */
function refreshing(provider: IdentityProvider, { refreshToken }: Tokens): Pick<Connection, 'renewal' | 'revoke'> {
  if (refreshToken === undefined) return {};
  return {
    renewal: (tokens) => provider.refresh(tokens.refreshToken ?? refreshToken),
    revoke: (token) => provider.revoke(token),
  };
}

/** Tells the provider; that it cannot be told changes nothing here. */
async function revoke(connection: Connection | undefined): Promise<void> {
  const token = connection?.tokens.refreshToken;
  if (token !== undefined) await connection?.revoke?.(token).catch(() => {});
}

function nameOf({ issuer, authorizationUrl }: ConnectionSettings): string {
  return URL.parse(issuer || authorizationUrl)?.host ?? 'The identity provider';
}

/** Waits for work that others wait for too: the signal ends the waiting, not the work. */
async function abortable(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
