import type { ConnectionSettings } from './connection-of.ts';

const signInScopes = ['openid', 'profile', 'email', 'offline_access'];

/** What tokens are asked for: the API that a connector's scopes name, and those of its scopes. */
export interface Api {
  /** api://contoso-hub of the scope api://contoso-hub/access_as_user; undefined where no scope names one. */
  readonly audience: string | undefined;
  readonly scopes: readonly string[];
}

/** The API of these scopes; those of signing in are of none. */
export function apiOf({ scopes }: Pick<ConnectionSettings, 'scopes'>): Api {
  const own = scopes.filter((scope) => !signInScopes.includes(scope));
  const named = own.find((scope) => scope.includes('/'));
  return { audience: named?.slice(0, named.lastIndexOf('/')), scopes: own };
}
