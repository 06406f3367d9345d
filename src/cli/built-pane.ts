/** The pane as the host serves it: built by Vite where its sources are newer than what was built. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = join(root, 'src/pane');
const folder = join(root, 'dist/pane');
const stamp = join(folder, '.built-from');

/** Gives the folder of the built pane; building takes some two seconds, and says so on standard error. */
export async function builtPane(): Promise<string> {
  if (!existsSync(sources)) return folder;
  const wanted = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  process.stderr.write('Building the pane …\n');
  const { build } = await import('vite');
  await build({ configFile: join(sources, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, wanted);
  return folder;
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = globSync('**/*.{ts,tsx,css,html,svg}', { cwd: sources }).filter(
    (name) => !/\.(test|fixtures)\./.test(name),
  );
  for (const path of [...files.sort().map((name) => join(sources, name)), join(root, 'package-lock.json')])
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
