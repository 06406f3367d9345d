/** A body as a text: undone what Content-Encoding says, and read as UTF-8. */
import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';

export interface DecodedBody {
  readonly text: string;
  /** Why the text is not what was meant; null where it is. */
  readonly problem: string | null;
  /** It is longer than may be. */
  readonly isCut?: boolean;
}

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** By the names of RFC 9110, 8.4.1, and of the registry of IANA. */
const decoders: Readonly<Record<string, Decode>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/** Never throws: what cannot be decoded is the text as it came, with its problem. */
export async function decodedBody(bytes: Buffer, encoding: string, largest: number): Promise<DecodedBody> {
  let whole = bytes;
  for (const name of codings(encoding).reverse()) {
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (!decode)
      return asItCame(bytes, `Content-Encoding is ${name}, which the host does not read: send the answer plain.`);
    try {
      whole = await decode(whole, { maxOutputLength: largest });
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return { text: '', problem: null, isCut: true };
      return asItCame(bytes, `Content-Encoding is ${name}, and the body is none: it cannot be unpacked.`);
    }
  }
  const text = whole.toString('utf8');
  return isUtf8(whole)
    ? { text, problem: null }
    : { text, problem: 'The body is not in UTF-8: letters beyond ASCII are lost (RFC 8259, 8.1).' };
}

function asItCame(bytes: Buffer, problem: string): DecodedBody {
  return { text: bytes.toString('utf8'), problem };
}

function codings(encoding: string): string[] {
  return encoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
}
