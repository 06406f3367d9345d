/** Tokens of a back end for the user of a call, in exchange for the token that the call came with. */
import { hash } from 'node:crypto';
import { circuit } from './circuit.ts';
import { type ExchangedToken, type ExchangeOptions, isIssuerDown, tokenExchange } from './token-exchange.ts';
import type { Caller, TokenSource } from './token-source.ts';

/** What a token is exchanged with, and the clock. */
export interface OnBehalfOfOptions extends ExchangeOptions {
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

interface Kept {
  readonly answer: Promise<ExchangedToken>;
  /** The token and when it is done with; undefined while the exchange is on its way. */
  token?: string;
  until: number;
}

const mostKept = 10_000;
/** Milliseconds before it expires that a token is done with; a fifth of its life where that is less. */
const margin = 60_000;
/** Of a token whose issuer does not say how long it is good for. */
const unknownLifetime = 60_000;

/**
 * Exchanges the user's token for one of the back end (Entra ID's on-behalf-of flow, or RFC 8693). What came of it is kept
 * for that user and that token, in memory only and 10,000 at most, until shortly before it expires; calls that need the
 * same one wait for one exchange. Throws INVALID_TOKEN_SPECIFIED where the user has to sign in again,
 * INSUFFICIENT_PERMISSIONS where consent is missing, SERVICE_UNAVAILABLE while the issuer is down.
 */
export function onBehalfOf(options: OnBehalfOfOptions): TokenSource {
  const now = options.now ?? Date.now;
  const exchange = tokenExchange(options);
  const guarded = circuit('The token issuer', { error: isIssuerDown });
  const kept = new Map<string, Kept>();

  const begin = (key: string, tenant: string, assertion: string): Kept => {
    // Not the call's signal: others wait for the same exchange, which has a timeout of its own.
    const answer = guarded.run(() => exchange(tenant, assertion), new AbortController().signal);
    const begun: Kept = { answer, until: Number.POSITIVE_INFINITY };
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, begun);
    answer.then(
      ({ token, lifetime = unknownLifetime }) => {
        begun.token = token;
        begun.until = now() + lifetime - Math.min(margin, lifetime / 5);
      },
      () => {
        if (kept.get(key) === begun) kept.delete(key);
      },
    );
    return begun;
  };

  return {
    async tokenFor({ tenant, user, token: assertion, log }: Caller, { signal, refused }) {
      if (assertion === undefined) return undefined;
      const key = hash('sha256', JSON.stringify([tenant, user, assertion]), 'base64');
      const known = kept.get(key);
      const isGood = known && known.until > now() && (refused === undefined || known.token !== refused);
      if (known && !isGood) kept.delete(key);
      const { answer } = isGood ? known : begin(key, tenant, assertion);
      const { token } = await unlessAborted(answer, signal).catch((error) => {
        log.warn({ err: error.cause, errorCode: error.code }, 'The token could not be exchanged.');
        throw error;
      });
      return token;
    },
  };
}

/** Waits no longer than the signal; the work goes on for the others that wait for it. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
