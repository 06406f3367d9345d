import { CodedError } from '../../core/coded-error.ts';
import { isSafeAddress } from '../connections/safe-address.ts';

/**
 * The address that takes the place of a definition's scheme, host and basePath, without a closing slash. `name` is what
 * the user wrote it under. Throws a CodedError INVALID_ARGUMENT: the operation's path is appended, so nothing may follow.
 */
export function baseAddress(text: string, name: string): string {
  const url = URL.parse(text);
  const complaint = url && /^https?:$/.test(url.protocol) ? complaintOf(text, url) : 'an address is expected';
  if (!complaint) return text.trim().replace(/\/+$/, '');
  const shown = url?.password ? text.replace(url.password, '…') : text;
  throw new CodedError('INVALID_ARGUMENT', `${name}: ${complaint}, such as http://127.0.0.1:8080, not "${shown}".`);
}

function complaintOf(text: string, { username, password }: URL): string | undefined {
  if (/[?#]/.test(text))
    return 'an address without query (?) and fragment (#), to which the operation’s path is appended, is expected';
  if (username || password)
    return 'an address without user name and password (send an Authorization header instead) is expected';
  return undefined;
}

/** An address of an identity provider: https, or http on this machine. Throws a CodedError INVALID_ARGUMENT. */
export function providerAddress<Text extends string | undefined>(text: Text, name: string): Text {
  if (text === undefined || isSafeAddress(text)) return text;
  const wanted = 'an https address (http on this machine), such as https://login.microsoftonline.com/common/v2.0';
  throw new CodedError('INVALID_ARGUMENT', `${name}: ${wanted}, is expected, not "${text}".`);
}

/** Whether a package's location is an address of the web. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}
