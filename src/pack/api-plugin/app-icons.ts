/** The two icons of an app, made of the connector's: 192 by 192 in colour, 32 by 32 white on nothing. */
import { encode } from 'fast-png';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { type Colour, type Picture, pictureOf } from '../../package/picture.ts';
import type { Tell } from './note.ts';

export interface AppIcons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

const sizes = { color: 192, outline: 32 } as const;

/** The icons; where the package has no picture that can be read, a disc on its colour, which is told. Source: agents-are-apps.md. */
export function appIcons({ icon, iconFile = 'icon.png' }: ConnectorPackage, accentColor: string, tell: Tell): AppIcons {
  const picture = icon ? readable(icon, (why) => tell(standIn(`${iconFile} cannot be read: ${why}.`))) : undefined;
  if (!icon) tell(standIn('The package has no icon.png.'));
  const source = picture ?? disc(accentColor);
  return { color: coloured(source), outline: outlined(source) };
}

function standIn(why: string) {
  const message = `${why} A plain disc stands in its place: put color.png (192 by 192) and outline.png (32 by 32) there.`;
  return { kind: 'fill-in', about: 'color.png, outline.png', message } as const;
}

function readable(bytes: Uint8Array, refuse: (why: string) => void): Picture | undefined {
  try {
    return pictureOf(bytes);
  } catch (error) {
    refuse((error as Error).message);
    return undefined;
  }
}

function disc(colour: string): Picture {
  const [red = 0, green = 0, blue = 0] = Buffer.from(colour.slice(1), 'hex');
  // White on white would be nothing to see.
  const ground: Colour = Math.min(red, green, blue) > 230 ? [70, 70, 70, 255] : [red, green, blue, 255];
  const centre = sizes.color / 2;
  return {
    width: sizes.color,
    height: sizes.color,
    colourAt: (x, y) => (Math.hypot(x + 0.5 - centre, y + 0.5 - centre) < centre / 2 ? [255, 255, 255, 255] : ground),
  };
}

function coloured(picture: Picture): Uint8Array {
  const size = sizes.color;
  const data = new Uint8Array(size * size * 4);
  eachPixel(picture, size, (at, colour) => data.set(colour, at * 4));
  return encode({ width: size, height: size, data, channels: 4, depth: 8 });
}

/** White, as dense as a place differs from the ground: from what lets through, or else from the corner's colour. */
function outlined(picture: Picture): Uint8Array {
  const size = sizes.outline;
  const corner = picture.colourAt(0, 0);
  const densities = new Float64Array(size * size);
  eachPixel(picture, size, (at, colour) => {
    densities[at] =
      corner[3] < 255 ? colour[3] : Math.max(...colour.map((value, part) => Math.abs(value - (corner[part] ?? 0))));
  });
  const most = Math.max(1, ...densities);
  const data = new Uint8Array(size * size * 4).fill(255);
  densities.forEach((density, at) => {
    data[at * 4 + 3] = Math.round((density / most) * 255);
  });
  return encode({ width: size, height: size, data, channels: 4, depth: 8 });
}

/** Each pixel of a square of this size: the mean of what it covers, colours counted by how opaque they are. */
function eachPixel(
  { width, height, colourAt }: Picture,
  size: number,
  use: (at: number, colour: Colour) => void,
): void {
  const [across, down] = [0, 1].map((axis) => spansOf(axis === 0 ? width : height, size));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      let area = 0;
      for (const [row, tall] of down?.[y] ?? [])
        for (const [column, wide] of across?.[x] ?? []) {
          const [red, green, blue, alpha] = colourAt(column, row);
          const weight = wide * tall;
          area += weight;
          [red * alpha, green * alpha, blue * alpha, alpha].forEach((value, part) => {
            sum[part] = (sum[part] ?? 0) + value * weight;
          });
        }
      const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
      const mean = (value: number) => (alpha === 0 ? 0 : Math.round(value / alpha));
      use(y * size + x, [mean(red), mean(green), mean(blue), Math.round(alpha / area)]);
    }
}

/** For each of `size` equal parts of a length: the units that it covers, each with how much of it. */
function spansOf(length: number, size: number): [unit: number, share: number][][] {
  const step = length / size;
  return Array.from({ length: size }, (_, part) => {
    const [from, to] = [part * step, (part + 1) * step];
    const units = Array.from(
      { length: Math.min(length, Math.ceil(to - 1e-9)) - Math.floor(from) },
      (_, at) => at + Math.floor(from),
    );
    return units.map((unit) => [unit, Math.min(to, unit + 1) - Math.max(from, unit)]);
  });
}
