/** An icon as far as rules ask: its size, and the colours of its background. */
import { inflateSync } from 'node:zlib';
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';

export interface IconFacts {
  readonly width: number;
  readonly height: number;
  /** Undefined where the picture is too large to be looked at: its size is told then. */
  readonly pixels: PixelFacts | undefined;
}

export interface PixelFacts {
  /** The share of pixels that let something through. */
  readonly transparentShare: number;
  /** #rrggbb of the corners, where all four are opaque and alike. */
  readonly cornerColour: string | undefined;
  /** The larger side of what differs from the corner's colour, as a share of the frame's; undefined without such a colour. */
  readonly logoShare: number | undefined;
}

/** Pictures beyond are not decoded. */
const largestSide = 1_000;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Looks at a PNG. Throws where it is broken. */
export function iconFacts(bytes: Uint8Array): IconFacts {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (header.length < 33 || header.toString('latin1', 12, 16) !== 'IHDR') throw new Error('it has no header');
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  if (width === 0 || height === 0) throw new Error('it has no pixels');
  if (width > largestSide || height > largestSide) return { width, height, pixels: undefined };
  return { width, height, pixels: pixelFacts(decode(pixelParts(header, width, height), { checkCrc: true })) };
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

function pixelFacts(png: DecodedPng): PixelFacts {
  const { width, height } = png;
  const colourAt = colours(png);
  const corners = [
    [0, 0],
    [width - 1, 0],
    [0, height - 1],
    [width - 1, height - 1],
  ].map(([x = 0, y = 0]) => colourAt(x, y));
  const [corner] = corners;
  const isAlike =
    corner !== undefined && corners.every((each) => each[3] === 255 && distance(each, corner) <= tolerance);
  let transparent = 0;
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colourAt(x, y);
      if (colour[3] < 255) transparent++;
      if (!isAlike || distance(colour, corner) <= tolerance) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  const logoShare = Math.max(0, (box.right - box.left + 1) / width, (box.bottom - box.top + 1) / height);
  return {
    transparentShare: transparent / (width * height),
    cornerColour: isAlike ? hexOf(corner) : undefined,
    logoShare: isAlike && box.right >= 0 ? logoShare : undefined,
  };
}

/** How far colours of one background may lie apart, in steps of 255. */
const tolerance = 12;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Red, green, blue and opacity of each pixel, from 0 to 255. */
function colours(png: DecodedPng): (x: number, y: number) => Colour {
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

function distance(one: Colour, other: Colour): number {
  return Math.max(...[0, 1, 2, 3].map((index) => Math.abs((one[index] ?? 0) - (other[index] ?? 0))));
}

function hexOf([red, green, blue]: Colour): string {
  return `#${Buffer.from([red, green, blue]).toString('hex')}`;
}

/** How far apart two colours are, as #rrggbb, in steps of 255 of their most different part. */
export function colourDistance(one: string, other: string): number {
  const [first, second] = [one, other].map((each) => Buffer.from(each.slice(1), 'hex'));
  return Math.max(...[0, 1, 2].map((index) => Math.abs((first?.[index] ?? 0) - (second?.[index] ?? 0))));
}
