/** A token as a provider gives it. */
export interface TimedToken {
  readonly token: string;
  /** Milliseconds since 1970; absent where it is not known. */
  readonly expiresAt?: number | undefined;
}

/** Milliseconds before its end at which a token is renewed, or half its life where that is shorter. */
const margin = 60_000;

/** Gives a token again and again, another one as soon as it grows old; however many ask, one is fetched at a time. */
export function renewed(
  fetchToken: () => Promise<TimedToken>,
  now: () => number = Date.now,
): () => Promise<string | undefined> {
  let current: { readonly fetched: Promise<TimedToken>; until: number } | undefined;
  const fetchAnew = () => {
    const began = now();
    const next = { fetched: fetchToken(), until: Number.POSITIVE_INFINITY };
    current = next;
    next.fetched.then(
      ({ expiresAt = Number.POSITIVE_INFINITY }) => {
        next.until = expiresAt - Math.min(margin, Math.max(0, expiresAt - began) / 2);
      },
      () => {
        current = undefined;
      },
    );
    return next;
  };
  return async () => {
    const { fetched } = current && current.until > now() ? current : fetchAnew();
    return (await fetched).token;
  };
}
