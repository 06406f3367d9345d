/** The icon of Contoso Hub, drawn: a hub with five spokes, white on the brand colour, 230 by 230 opaque pixels. */
import { crc32, deflateSync } from 'node:zlib';

export const brandColor = '#0b5c63';

const size = 230;
const centre = size / 2;
const spokes = Array.from({ length: 5 }, (_, index) => {
  const angle = -Math.PI / 2 + (index * 2 * Math.PI) / 5;
  return { x: centre + 66 * Math.cos(angle), y: centre + 66 * Math.sin(angle) };
});
/** Four bits a pixel: sixteen shades from the brand colour to white. */
const shades = 16;

/** The icon as a PNG. Stored without compression, so that every zlib gives the same bytes. */
export function iconPng(): Buffer {
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size / 2);
    for (let x = 0; x < size; x += 2) row[1 + x / 2] = (shadeAt(x + 0.5, y + 0.5) << 4) | shadeAt(x + 1.5, y + 0.5);
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette()),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function palette(): Buffer {
  const brand = Buffer.from(brandColor.slice(1), 'hex');
  const mix = (shade: number) => [...brand].map((value) => Math.round(value + ((255 - value) * shade) / (shades - 1)));
  return Buffer.from(Array.from({ length: shades }, (_, shade) => mix(shade)).flat());
}

/** How white a point is: by its distance from the drawing's edge. */
function shadeAt(x: number, y: number): number {
  const distances = spokes.flatMap((end) => [Math.hypot(x - end.x, y - end.y) - 18, distanceToSpoke(x, y, end) - 5]);
  const distance = Math.min(Math.hypot(x - centre, y - centre) - 30, ...distances);
  const coverage = Math.min(1, Math.max(0, 0.5 - distance));
  return Math.round(coverage * (shades - 1));
}

function distanceToSpoke(x: number, y: number, end: { x: number; y: number }): number {
  const [dx, dy] = [end.x - centre, end.y - centre];
  const along = Math.min(1, Math.max(0, ((x - centre) * dx + (y - centre) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - centre - along * dx, y - centre - along * dy);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
