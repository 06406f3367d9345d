/** Builds the pane with Vite, where its sources are others than those it was built from. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = join(root, 'src/pane');
const folder = join(root, 'dist/pane');

/** Gives the folder of the built pane; building takes some two seconds, and says so on standard error. */
export async function buildPane(): Promise<string> {
  const built = join(folder, sourceHash());
  if (!existsSync(built)) await build(built);
  return built;
}

/** Several processes may build at once: each in a folder of its own, which then takes its place. */
async function build(place: string): Promise<void> {
  process.stderr.write('Building the pane …\n');
  const { build: bundle } = await import('vite');
  mkdirSync(folder, { recursive: true });
  const outDir = mkdtempSync(join(folder, 'building-'));
  await bundle({ configFile: join(sources, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
  try {
    renameSync(outDir, place);
  } catch (error) {
    rmSync(outDir, { recursive: true });
    if (!existsSync(place)) throw error;
  }
  for (const name of readdirSync(folder))
    if (join(folder, name) !== place && !name.startsWith('building-')) rmSync(join(folder, name), { recursive: true });
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const names = globSync('**/*.{ts,tsx,css,html,svg}', { cwd: sources }).filter(
    (name) => !/\.(test|fixtures)\./.test(name),
  );
  for (const path of [...names.sort().map((name) => join(sources, name)), join(root, 'package-lock.json')])
    hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
