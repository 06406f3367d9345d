/** The pixels of a PNG, as far as it may be unpacked without danger. */
import { inflateSync } from 'node:zlib';
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';

/** Red, green, blue and opacity, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  colourAt(x: number, y: number): Colour;
}

/** Pictures beyond are not unpacked. */
const largestSide = 1_000;

/** Width and height of a PNG, and whether it is small enough to be looked at. Throws where they cannot be read. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number; isReadable: boolean } {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (header.length < 33 || header.toString('latin1', 12, 16) !== 'IHDR') throw new Error('it has no header');
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  if (width === 0 || height === 0) throw new Error('it has no pixels');
  return { width, height, isReadable: width <= largestSide && height <= largestSide };
}

/** Reads a PNG. Throws where it is broken, or too large. */
export function pictureOf(bytes: Uint8Array): Picture {
  const { width, height, isReadable } = pictureSize(bytes);
  if (!isReadable) throw new Error(`it has more than ${largestSide} pixels a side`);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const png = decode(pixelParts(file, width, height), { checkCrc: true });
  return { width, height, colourAt: coloursOf(png) };
}

/**
 * The parts that make the pixels. The decoder unpacks whatever there is, so nothing else is handed to it (profiles and
 * texts are packed too), and pixels that unpack to more than the picture can have are refused before.
 */
function pixelParts(bytes: Buffer, width: number, height: number): Uint8Array {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  const data: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(kind)) parts.push(bytes.subarray(at, at + length + 12));
    if (kind === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  // Four channels of two bytes, a byte a row, and the rows of the seven passes of an interlaced picture.
  try {
    inflateSync(Buffer.concat(data), { maxOutputLength: width * height * 8 + height * 8 + 64 });
  } catch (cause) {
    const isTooMuch = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    const message = isTooMuch ? 'its pixels unpack to more than it can have' : 'its pixels cannot be unpacked';
    throw new Error(message, { cause });
  }
  return new Uint8Array(Buffer.concat(parts));
}

function coloursOf(png: DecodedPng): Picture['colourAt'] {
  if (png.palette) {
    const data = convertIndexedToRgb(png);
    const channels = png.palette[0]?.length ?? 3;
    return (x, y) => colourIn(data, (y * png.width + x) * channels, channels, 1);
  }
  const { data, depth, channels, width, transparency } = png;
  const scale = 255 / (2 ** Math.min(depth, 16) - 1);
  const samples = depth < 8 ? unpacked(png) : data;
  return (x, y) => {
    const at = (y * width + x) * channels;
    const [red, green, blue, alpha] = colourIn(samples, at, channels, scale);
    const isKeyed = transparency && [...transparency].every((value, index) => samples[at + index] === value);
    return [red, green, blue, isKeyed ? 0 : alpha];
  };
}

function colourIn(data: ArrayLike<number>, at: number, channels: number, scale: number): Colour {
  const value = (index: number) => Math.round((data[at + index] ?? 0) * scale);
  if (channels < 3) return [value(0), value(0), value(0), channels === 2 ? value(1) : 255];
  return [value(0), value(1), value(2), channels === 4 ? value(3) : 255];
}

/** Grey of one, two or four bits: a number a pixel. Rows begin at a byte. */
function unpacked({ data, depth, width, height }: DecodedPng): Uint8Array {
  const rowLength = Math.ceil((width * depth) / 8);
  const samples = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const byte = data[y * rowLength + (bit >> 3)] ?? 0;
      samples[y * width + x] = (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
    }
  return samples;
}
