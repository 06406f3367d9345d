/** An icon as far as rules ask: its size, and the colours of its background. */
import { type Colour, type Picture, pictureOf, pictureSize } from '../../package/picture.ts';

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

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Looks at a PNG. Throws where it is broken. */
export function iconFacts(bytes: Uint8Array): IconFacts {
  const { width, height, isReadable } = pictureSize(bytes);
  return { width, height, pixels: isReadable ? pixelFacts(pictureOf(bytes)) : undefined };
}

function pixelFacts({ width, height, colourAt }: Picture): PixelFacts {
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
