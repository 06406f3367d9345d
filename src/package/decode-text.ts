import { isUtf8 } from 'node:buffer';
import type { Problem } from './parsed.ts';

/** Text of bytes: UTF-8, else what the bytes show them to be, with a problem that says so. */
export function decodeText(bytes: Uint8Array): { text: string; problems: Problem[] } {
  const [first, second, third] = bytes;
  const wide = wideEncodings.find(({ begins }) => isBegun(bytes, begins));
  if (wide) return problemsWith(wide.decode(bytes), wide.name);
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const { text, problems } = decodeText(bytes.subarray(3));
    const message =
      'The file begins with a byte order mark, at which upload tools break. Save it as UTF-8 without BOM.';
    return { text, problems: [{ kind: 'byte-order-mark', severity: 'warning', message, offset: 0 }, ...problems] };
  }
  // Half the time of a TextDecoder that is fatal.
  if (isUtf8(bytes)) return { text: bufferOf(bytes).toString('utf8'), problems: [] };
  return problemsWith(decodedBy('latin1')(bytes), 'an encoding other than UTF-8, read here as Latin-1');
}

/** What is not 0 in the beginning of a text, where the others are. */
const sign = 'sign';
type Begin = readonly (number | typeof sign)[];

/** By how texts in them begin: with a mark, or with a sign of ASCII. The longer beginnings stand first. */
const wideEncodings: readonly { begins: readonly Begin[]; name: string; decode: (bytes: Uint8Array) => string }[] = [
  {
    begins: [
      [0xff, 0xfe, 0, 0],
      [sign, 0, 0, 0],
    ],
    name: 'UTF-32 (little endian)',
    decode: utf32(true),
  },
  {
    begins: [
      [0, 0, 0xfe, 0xff],
      [0, 0, 0, sign],
    ],
    name: 'UTF-32 (big endian)',
    decode: utf32(false),
  },
  {
    begins: [
      [0xff, 0xfe],
      [sign, 0, sign, 0],
    ],
    name: 'UTF-16 (little endian)',
    decode: decodedBy('utf-16le'),
  },
  {
    begins: [
      [0xfe, 0xff],
      [0, sign, 0, sign],
    ],
    name: 'UTF-16 (big endian)',
    decode: decodedBy('utf-16be'),
  },
];

function isBegun(bytes: Uint8Array, begins: readonly Begin[]): boolean {
  return begins.some((begin) =>
    begin.every((wanted, index) => (wanted === sign ? (bytes[index] ?? 0) > 0 : bytes[index] === wanted)),
  );
}

/** A mark at the beginning is left out. */
function decodedBy(encoding: string): (bytes: Uint8Array) => string {
  return (bytes) => new TextDecoder(encoding).decode(bytes);
}

function utf32(isLittleEndian: boolean): (bytes: Uint8Array) => string {
  return (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const signs: string[] = [];
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      const code = view.getUint32(at, isLittleEndian);
      signs.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
    }
    return signs.join('').replace(/^\ufeff/, '');
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function problemsWith(text: string, name: string): { text: string; problems: Problem[] } {
  const message = `The file is in ${name}. Save it as UTF-8.`;
  return { text, problems: [{ kind: 'wrong-encoding', severity: 'error', message, offset: 0 }] };
}
