import { encode } from 'fast-png';
import type { SampleIcon } from './rule.ts';

/** Draws an icon as a PNG: a white square in the middle of the background. */
export function sampleIcon({
  width = 100,
  height = width,
  background = '#123a6b',
  logo = 0.5,
}: SampleIcon): Uint8Array {
  const [red = 0, green = 0, blue = 0, alpha = 255] = Buffer.from(background.slice(1), 'hex');
  const data = new Uint8Array(width * height * 4);
  const margin = { x: (width * (1 - logo)) / 2, y: (height * (1 - logo)) / 2 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isLogo = x >= margin.x && x < width - margin.x && y >= margin.y && y < height - margin.y;
      data.set(isLogo ? [255, 255, 255, 255] : [red, green, blue, alpha], (y * width + x) * 4);
    }
  return encode({ width, height, data, channels: 4, depth: 8 });
}
