import type { Archive } from './archive.ts';

/** The path that a file of an archive is told by: any.zip!Connector/a.json, and in a folder its own. */
export function pathIn({ path, isFolder }: Pick<Archive, 'path' | 'isFolder'>, name: string): string {
  return isFolder ? `${path.replace(/\/$/, '')}/${name}` : `${path}!${name}`;
}
