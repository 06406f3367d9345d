import { CodedError } from '../../core/coded-error.ts';

/** Those that HTTP sets itself: a call that brings its own cannot be sent. */
const ofTheConnection = new Set([
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

/**
 * Headers of the user's own, as far as HTTP can carry them (RFC 9110, 5.1 and 5.5). `name` is what they were given
 * under. Throws a CodedError INVALID_ARGUMENT.
 */
export function ownHeaders(headers: Readonly<Record<string, unknown>>, name: string): Record<string, string> {
  for (const [header, value] of Object.entries(headers)) {
    const complaint = complaintOf(header, value);
    if (complaint) throw new CodedError('INVALID_ARGUMENT', `${name}: ${complaint}`);
  }
  return { ...(headers as Record<string, string>) };
}

function complaintOf(header: string, value: unknown): string | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header))
    return `${JSON.stringify(header)} is no name of a header: letters, digits and hyphens, such as X-Environment.`;
  if (ofTheConnection.has(header.toLowerCase())) return `${header} is set by HTTP itself. Leave it out.`;
  if (typeof value !== 'string') return `the value of ${header} must be a text.`;
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
    return `the value of ${header} has a character that HTTP cannot carry (a line break, a control character, or one beyond Latin-1).`;
  return undefined;
}
