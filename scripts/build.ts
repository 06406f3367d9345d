/** npm run build [-- FOLDER]: the package as it is published, in dist/saleskit. Nothing in it needs the repository. */
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPane } from './build-pane.ts';
import { bundle } from './bundle.ts';
import { writePublicTypes } from './public-types.ts';
import { publishedManifest } from './published-manifest.ts';

const root = join(import.meta.dirname, '..');

/** Files and folders, as they lie in the repository, by their names in the package. */
const copied = {
  'README.md': 'docs/published-readme.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'saleskit.config.schema.json': 'schemas/saleskit.config.schema.json',
  schemas: 'schemas',
  'contoso-hub/package': 'contoso-hub/package',
};

async function buildPackage(folder: string): Promise<void> {
  const imports = await bundle({ folder, commands: { 'npm run -s saleskit --': 'npx saleskit' } });
  const typeImports = writePublicTypes(join(folder, 'types'));
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify(publishedManifest([...imports, ...typeImports]), null, 2)}\n`,
  );
  cpSync(await buildPane(), join(folder, 'pane'), { recursive: true });
  for (const [name, source] of Object.entries(copied))
    cpSync(join(root, source), join(folder, name), { recursive: true });
}

await buildPackage(resolve(process.argv[2] ?? join(root, 'dist/saleskit')));
