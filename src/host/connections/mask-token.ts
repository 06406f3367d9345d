const mask = '[masked]';
/** A known token that is shorter is no secret, and would be found in every word. */
const shortest = 6;

/** What carries a secret, each with what stays readable of it in its first group. */
const secrets: readonly RegExp[] = [
  // An Authorization header, in HTTP, JSON or prose; the scheme stays.
  /(\b(?:proxy-)?authorization\\?["']?\s*[:=,]\s*\[?\\?["']?(?:(?:bearer|basic|negotiate|digest)\s+)?)[^\s"'\\,;&\]}]+/gi,
  // A bearer token by itself. Tokens have a digit or are long; the words after "bearer" in a sentence are neither.
  /(\bbearer(?:\s+|%20|\+))(?=[\w\-.~+/]*\d|[\w\-.~+/]{20})[\w\-.~+/]+=*/gi,
  // JWTs, also encrypted ones and ones that were cut off: they begin with {" in base64.
  /()\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
  // Members and parameters of OAuth 2.0.
  /(\b(?:access_token|refresh_token|id_token|client_secret|code_verifier|assertion)\\?["']?\s*[:=]\s*\\?["']?)[^\s"'\\,;&}]+/gi,
];

/**
 * The text with bearer tokens, Authorization headers, JWTs and the secrets of OAuth 2.0 replaced by [masked], and
 * `known` tokens wherever they stand. For traces, messages and logs.
 */
export function maskToken(text: string, known: readonly string[] = []): string {
  const withoutSecrets = secrets.reduce((masked, secret) => masked.replace(secret, `$1${mask}`), text);
  return known.reduce(
    (masked, token) => (token.length < shortest ? masked : masked.replaceAll(token, mask)),
    withoutSecrets,
  );
}
