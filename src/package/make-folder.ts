import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder with those above it; gives the topmost that it made, undefined where all were there. (mkdir of Node tries
 * for ever, and cannot be ended, where the system says of a folder that is there that it is not, such as below /proc.)
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const place = resolve(folder);
  try {
    return await made(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(place) === place) throw error;
    const above = await makeFolder(dirname(place));
    const own = await made(place);
    return above ?? own;
  }
}

/** Of several who make it at once, one has made it. */
async function made(place: string): Promise<string | undefined> {
  try {
    await mkdir(place);
    return place;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}
