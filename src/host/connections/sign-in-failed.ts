import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { CodedError } from '../../core/coded-error.ts';
import { maskToken } from './mask-token.ts';

/** A connection that could not be made or kept, in words for the seller. */
export class SignInFailed extends CodedError<'SIGN_IN_FAILED'> {
  /** What to do about it, in words. */
  readonly mend: string;

  constructor(message: string, mend: string) {
    super('SIGN_IN_FAILED', message);
    this.mend = mend;
  }
}

interface Known {
  readonly words: string;
  readonly mend: string;
}

const again = 'Go back and begin the sign-in again.';
const checkClient =
  'Check clientId and clientSecret in the package’s apiProperties.json, and the registration they name.';
const checkScopes = 'Check scopes and resourceUri in the package’s apiProperties.json.';
const wait = `Wait a little. ${again}`;

/** Errors of OAuth 2.0 and OpenID Connect. Source: RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6; RFC 8707. */
const known: Readonly<Record<string, Known>> = {
  access_denied: { words: 'The sign-in was cancelled or refused.', mend: `${again} Choose a seller there.` },
  login_required: { words: 'The identity provider wants the seller to sign in.', mend: again },
  interaction_required: { words: 'The identity provider wants to ask the seller something.', mend: again },
  consent_required: {
    words: 'The seller has not consented to what this connector asks for.',
    mend: `${again} Consent there, or let an administrator of the tenant consent.`,
  },
  invalid_client: {
    words: 'The identity provider does not know this client, or its secret is wrong.',
    mend: checkClient,
  },
  unauthorized_client: {
    words: 'The identity provider does not let this client sign in that way.',
    mend: checkClient,
  },
  invalid_grant: { words: 'The sign-in is no longer valid: sign in again.', mend: again },
  invalid_scope: {
    words: 'The identity provider does not know the scopes that this connector asks for.',
    mend: checkScopes,
  },
  invalid_target: {
    words: 'The identity provider does not know the API that this connector asks for.',
    mend: checkScopes,
  },
  invalid_request: { words: 'The identity provider does not accept the request.', mend: checkClient },
  server_error: { words: 'The identity provider failed.', mend: wait },
  temporarily_unavailable: { words: 'The identity provider cannot be used at the moment.', mend: wait },
};

/** A SIGN_IN_FAILED of these words, and how to mend it. */
export function signInFailed(message: string, mend = `${again} A token can be pasted instead.`): SignInFailed {
  return new SignInFailed(message, mend);
}

/**
 * What went wrong in words, with what the provider said of it. It has no `cause`: the errors of openid-client carry
 * whole answers, tokens and all, and what is logged of an error includes its causes.
 */
export function signInFailureOf(error: unknown, provider: string): SignInFailed {
  if (error instanceof SignInFailed) return error;
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const found = Object.hasOwn(known, error.error) ? known[error.error] : undefined;
    const said = [error.error, error.error_description?.split(/\r?\n/, 1)[0]].filter(Boolean).join(': ');
    return signInFailed(maskToken(`${found?.words ?? 'The identity provider refuses.'} (${said})`), found?.mend);
  }
  if (error instanceof ClientError) {
    const inner = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return signInFailed(maskToken(`${provider} did not answer as an identity provider: ${error.message}${inner}.`));
  }
  const reason =
    error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
  if (reason === 'bad port')
    return signInFailed(
      maskToken(`${provider} cannot be reached: web requests may not go to its port (the Fetch standard blocks it).`),
      `Let it listen at another port. ${again}`,
    );
  return signInFailed(
    maskToken(`${provider} cannot be reached: ${reason}.`),
    `See that ${provider} runs and can be reached from here. ${again}`,
  );
}

/** Whether the provider has refused, so that asking again is of no use. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ResponseBodyError && error.status < 500 && error.status !== 429;
}
