/** The pane as the host serves it: it lies in the package as published, and is built from source in the repository. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from './package-root.ts';

const builder = join(packageRoot, 'scripts/build-pane.ts');

/** Gives the folder of the built pane. Bundlers do not follow the import: Vite is no part of the package. */
export async function builtPane(): Promise<string> {
  if (!existsSync(builder)) return join(packageRoot, 'pane');
  const url = pathToFileURL(builder).href;
  const { buildPane } = (await import(/* @vite-ignore */ url)) as typeof import('../../scripts/build-pane.ts');
  return buildPane();
}
