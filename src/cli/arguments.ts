import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { CodedError } from '../core/coded-error.ts';
import { baseAddress, ownHeaders } from '../host/host.ts';

/** Arguments read by node:util, its errors in one sentence. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new CodedError('USAGE', `${(error as Error).message.split(/\.(?= |\n|$)/, 1)[0]}. See --help.`);
  }
}

/** NAME=VALUE pairs. */
export function readPairs(option: string, pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1) throw new CodedError('USAGE', `--${option} is NAME=VALUE, not "${pair}".`);
      return [pair.slice(0, equals).trim(), pair.slice(equals + 1)];
    }),
  );
}

/** Headers of --header, as far as HTTP can carry them. */
export function readHeaders(pairs: readonly string[] = []): Record<string, string> {
  return ownHeaders(readPairs('header', pairs), '--header');
}

/** The token of --token, without "Bearer". */
export function readToken(text: string | undefined): string | undefined {
  const token = text?.trim().replace(/^Bearer\s+/i, '');
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CodedError('USAGE', '--token is one word of plain ASCII, as an identity provider gives it.');
}

/** The address of --url, without a closing slash. */
export function readUrl(text: string | undefined): string | undefined {
  return text === undefined ? undefined : baseAddress(text, '--url');
}
