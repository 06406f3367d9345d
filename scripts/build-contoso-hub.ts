/** node scripts/build-contoso-hub.ts [FOLDER]: Contoso Hub as it runs in a container, in dist/contoso-hub. */
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { hubManifest } from './published-manifest.ts';

const root = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'dist/contoso-hub'));

const imports = await bundle({
  folder,
  input: { 'contoso-hub': 'contoso-hub/main.ts' },
  sourcemap: false,
  commands: { 'npm run -s contoso-hub --': 'contoso-hub' },
});
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(hubManifest(imports), null, 2)}\n`);
cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
