/** The kinds of picture that are served, by how they begin; a script could hide in an SVG. */
const kinds = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
];

/** The media type of a picture by its content; undefined for what is none that is served. */
export function pictureTypeOf(bytes: Uint8Array): string | undefined {
  return kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))?.type;
}
