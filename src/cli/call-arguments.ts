/** Arguments of the commands that call: apart, since lint starts without the host. */
import { CodedError } from '../core/coded-error.ts';
import { baseAddress, ownHeaders } from '../host/host.ts';
import { readPairs } from './arguments.ts';

/** Headers of --header, as far as HTTP can carry them. */
export function readHeaders(pairs: readonly string[] = []): Record<string, string> {
  return ownHeaders(readPairs('header', pairs), '--header');
}

/** The token of --token, or of the option that is named, without "Bearer". */
export function readToken(text: string | undefined, option = '--token'): string | undefined {
  const token = text?.trim().replace(/^Bearer\s+/i, '');
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CodedError('USAGE', `${option} is one word of plain ASCII, as an identity provider gives it.`);
}

/** The address of --url, without a closing slash. */
export function readUrl(text: string | undefined): string | undefined {
  return text === undefined ? undefined : baseAddress(text, '--url');
}
