import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { CodedError } from '../../core/coded-error.ts';
import { maskToken } from './mask-token.ts';

/** A connection that could not be made or kept, in words for the seller. */
export type SignInFailed = CodedError<'SIGN_IN_FAILED'>;

/** Errors of OAuth 2.0 and OpenID Connect. Source: RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6; RFC 8707. */
const words: Readonly<Record<string, string>> = {
  access_denied: 'The sign-in was cancelled or refused.',
  login_required: 'The identity provider wants the seller to sign in.',
  interaction_required: 'The identity provider wants to ask the seller something.',
  consent_required: 'The seller has not consented to what this connector asks for.',
  invalid_client: 'The identity provider does not know this client, or its secret is wrong.',
  unauthorized_client: 'The identity provider does not let this client sign in that way.',
  invalid_grant: 'The sign-in is no longer valid: sign in again.',
  invalid_scope: 'The identity provider does not know the scopes that this connector asks for.',
  invalid_target: 'The identity provider does not know the API that this connector asks for.',
  invalid_request: 'The identity provider does not accept the request.',
  server_error: 'The identity provider failed.',
  temporarily_unavailable: 'The identity provider cannot be used at the moment.',
};

/** A SIGN_IN_FAILED of these words. */
export function signInFailed(message: string): SignInFailed {
  return new CodedError('SIGN_IN_FAILED', message);
}

/**
 * What went wrong in words, with what the provider said of it. It has no `cause`: the errors of openid-client carry
 * whole answers, tokens and all, and what is logged of an error includes its causes.
 */
export function signInFailureOf(error: unknown, provider: string): SignInFailed {
  if (error instanceof CodedError && error.code === 'SIGN_IN_FAILED') return error;
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const known = Object.hasOwn(words, error.error) ? words[error.error] : undefined;
    const said = [error.error, error.error_description?.split(/\r?\n/, 1)[0]].filter(Boolean).join(': ');
    return signInFailed(maskToken(`${known ?? 'The identity provider refuses.'} (${said})`));
  }
  if (error instanceof ClientError) {
    const inner = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return signInFailed(maskToken(`${provider} did not answer as an identity provider: ${error.message}${inner}.`));
  }
  const reason =
    error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
  return signInFailed(maskToken(`${provider} cannot be reached: ${reason}.`));
}

/** Whether the provider has refused, so that asking again is of no use. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ResponseBodyError && error.status < 500 && error.status !== 429;
}
