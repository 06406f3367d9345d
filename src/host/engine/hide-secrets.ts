/** Secrets of a call kept out of its trace: tokens, and headers of the user's own that look like secrets. */
import { maskToken } from '../connections/connections.ts';

/** What stands in place of a secret. */
export const maskedValue = '[masked]';

const secretName = /key|token|secret|auth(?!or)|cookie|passw|passphrase|signature|credential/i;

/** The values that must not be seen anywhere: the token, and the values of headers whose name looks like a secret. */
export function secretsOf(token: string | undefined, headers: Readonly<Record<string, string>> = {}): string[] {
  const own = Object.entries(headers).flatMap(([name, value]) =>
    isSecretName(name) ? [value, ...afterScheme(value)] : [],
  );
  return [...(token ? [token] : []), ...own].sort((one, other) => other.length - one.length);
}

/** Headers with their secrets masked; those of an Authorization keep their scheme. */
export function maskedHeaders(
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (isSecretName(name) && secrets.includes(value) && name.toLowerCase() !== 'authorization')
        return [name, maskedValue];
      return [name, maskToken(`${name}: ${value}`, secrets).slice(name.length + 2)];
    }),
  );
}

/** The text without secrets. A connector may send back what it was sent. */
export function maskedText(text: string, secrets: readonly string[]): string {
  return mayHoldSecret(text, secrets) ? maskToken(text, secrets) : text;
}

/** The value with the secrets masked in every text within; the value itself where there is none in `source`. */
export function maskedWithin<Value>(value: Value, source: string, secrets: readonly string[]): Value {
  if (!secrets.some((secret) => source.includes(secret))) return value;
  const masked = (each: unknown) => (typeof each === 'string' ? maskToken(each, secrets) : each);
  return JSON.parse(JSON.stringify(value, (_name, each) => masked(each))) as Value;
}

function mayHoldSecret(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => text.includes(secret)) || /bearer\s|eyJ/i.test(text);
}

function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Of "Basic abc" also abc. */
function afterScheme(value: string): string[] {
  const rest = value.slice(value.indexOf(' ') + 1);
  return rest === value || rest === '' ? [] : [rest];
}
