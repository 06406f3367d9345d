/** Tokens at the sound connector: two that it takes, and those of other kinds that it does not. */
import type { Credentials } from '../../src/verify/verify.ts';
import { contoso, trailCafe } from './sound-content.ts';

/** The tenant of each token. */
export const soundTokens = { own: contoso, 'other-tenant': trailCafe };

/** A token of each kind is called by its kind. */
export const soundCredentials: Credentials = { kind: 'local', token: async (bearer) => bearer, close: async () => {} };
