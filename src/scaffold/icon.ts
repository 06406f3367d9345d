/** An icon to begin with: the initials of the name, white on a colour that follows from it. */
import { encode } from 'fast-png';

export interface Icon {
  readonly png: Uint8Array;
  /** #rrggbb, the icon's background. */
  readonly brandColor: string;
}

/** Pixels a side: the most that certification takes. */
const size = 230;
/** Dark enough for white on it; neither white nor the default blue, which certification refuses. */
const colours = ['#0b5c63', '#5b3a8c', '#8c3a3a', '#2f5d2f', '#7a4a12', '#2a4d8f', '#6b2d5c', '#3d4f5c'] as const;

const [glyphWidth, glyphHeight] = [5, 7];
/** Rows of five bits, from the top, each a letter of base 32. */
const glyphs: Readonly<Record<string, string>> = {
  A: 'ehhvhhh',
  B: 'uhhuhhu',
  C: 'ehggghe',
  D: 'uhhhhhu',
  E: 'vgguggv',
  F: 'vgguggg',
  G: 'ehgnhhe',
  H: 'hhhvhhh',
  I: 'e44444e',
  J: '72222ic',
  K: 'hikokih',
  L: 'ggggggv',
  M: 'hrllhhh',
  N: 'hhpljhh',
  O: 'ehhhhhe',
  P: 'uhhuggg',
  Q: 'ehhhlid',
  R: 'uhhukih',
  S: 'fgge11u',
  T: 'v444444',
  U: 'hhhhhhe',
  V: 'hhhhha4',
  W: 'hhhllla',
  X: 'hha4ahh',
  Y: 'hhha444',
  Z: 'v1248gv',
  0: 'ehjlphe',
  1: '4c4444e',
  2: 'eh1248v',
  3: 'v2421he',
  4: '26aiv22',
  5: 'vgu11he',
  6: '68guhhe',
  7: 'v124888',
  8: 'ehhehhe',
  9: 'ehhf12c',
  // A square, where a name has neither letters nor digits of these.
  '': '00eeee0',
};

/** Draws it: the same name, the same icon. */
export function iconOf(name: string): Icon {
  const initials = initialsOf(name);
  const brandColor = colours[hashOf(name) % colours.length] ?? colours[0];
  const background = Buffer.from(brandColor.slice(1), 'hex');
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) data.set(isInk(initials, x, y) ? [255, 255, 255] : background, (y * size + x) * 3);
  return { png: encode({ width: size, height: size, data, channels: 3, depth: 8 }), brandColor };
}

/** The initials of the first and the last word. */
function initialsOf(name: string): readonly string[] {
  const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? [''];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = '') => word.charAt(0));
}

function isInk(initials: readonly string[], x: number, y: number): boolean {
  const columns = initials.length * (glyphWidth + 1) - 1;
  const scale = Math.floor((size * 0.62) / Math.max(columns, glyphHeight));
  const column = Math.floor((x - (size - columns * scale) / 2) / scale);
  const row = Math.floor((y - (size - glyphHeight * scale) / 2) / scale);
  if (column < 0 || column >= columns || row < 0 || row >= glyphHeight) return false;
  const rows = glyphs[initials[Math.floor(column / (glyphWidth + 1))] ?? ''] ?? '';
  const bits = Number.parseInt(rows.charAt(row), 32) << 1;
  return ((bits >> (glyphWidth - (column % (glyphWidth + 1)))) & 1) === 1;
}

function hashOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
