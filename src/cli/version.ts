import { manifest } from './own-package.ts';

/** The version of this package. */
export const version: string = manifest.version;
