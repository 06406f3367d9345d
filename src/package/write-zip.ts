/** Zip archives written in memory. */
import { zipSync } from 'fflate';

/** Files by their paths, with slashes; texts are written as UTF-8. */
export type PackedFiles = ReadonlyMap<string, string | Uint8Array>;

/** The bytes of a zip with these files, sorted by name. The same files give the same bytes, on any machine and at any time. */
export function writeZip(files: PackedFiles): Uint8Array {
  const entries = [...files].map(([name, content]) => [name, bytesOf(content)] as const);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  // Zip archives tell local time: it is the same hour everywhere.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1, 12) });
}

/** What is written for a text or for bytes. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
