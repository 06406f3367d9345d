import type { Problem } from './parsed.ts';

/** Text of bytes: UTF-8, else what the bytes show them to be, with a problem that says so. */
export function decodeText(bytes: Uint8Array): { text: string; problems: Problem[] } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes.subarray(2), 'UTF-16 (little endian)');
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes.subarray(2), 'UTF-16 (big endian)');
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const { text, problems } = decodeText(bytes.subarray(3));
    const message =
      'The file begins with a byte order mark, at which upload tools break. Save it as UTF-8 without BOM.';
    return { text, problems: [{ kind: 'byte-order-mark', severity: 'warning', message, offset: 0 }, ...problems] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), problems: [] };
  } catch {
    return decodedAs('latin1', bytes, 'an encoding other than UTF-8, read here as Latin-1');
  }
}

function decodedAs(encoding: string, bytes: Uint8Array, name: string): { text: string; problems: Problem[] } {
  const message = `The file is in ${name}. Save it as UTF-8.`;
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, problems: [{ kind: 'wrong-encoding', severity: 'error', message, offset: 0 }] };
}
