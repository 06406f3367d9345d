import type { Context } from '../context.ts';

/** On whose behalf a back end is asked: what a request to it needs of the handler's context. */
export type Caller = Pick<Context, 'tenant' | 'user' | 'token' | 'signal' | 'fetch' | 'log'>;

/** Where the bearer token of a request to a back end comes from. */
export interface TokenSource {
  /**
   * The token for a request of this caller; none is sent where it is undefined. `refused` is the token that the back end
   * has just answered 401 to: another one is tried once, the same one is not sent again.
   */
  tokenFor(caller: Caller, options: { signal: AbortSignal; refused?: string | undefined }): Promise<string | undefined>;
}

/** The user's own token, for a back end that belongs to the same app registration: it accepts the same audience. */
export const callersToken: TokenSource = { tokenFor: async ({ token }) => token };
