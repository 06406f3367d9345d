/** The command line, and what is imported by name, as JavaScript in dist/saleskit; `npm run build` adds the rest. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';
import { bundledLicenses } from './bundled-licenses.ts';
import { isDeclared, isExternal } from './published-manifest.ts';

const root = join(import.meta.dirname, '..');

/** What is only a devDependency would be bundled in silence. */
const declaredOnly: Plugin = {
  name: 'declared-only',
  resolveId(id, importer) {
    if (importer === undefined || /[\\/]node_modules[\\/]/.test(importer) || isDeclared(id)) return;
    this.error(`${importer} imports ${id}, which is no dependency of package.json.`);
  },
};

/** The command `new` copies it: it lies beside the built files, as it lies beside its source. */
const withTemplate: Plugin = {
  name: 'with-template',
  writeBundle({ dir = '' }, files) {
    if ('cli.mjs' in files) cpSync(join(root, 'src/scaffold/template'), join(dir, 'template'), { recursive: true });
  },
};

export default defineConfig({
  cwd: root,
  platform: 'node',
  // jsonc-parser's other form asks for its parts in a way that no bundler follows.
  resolve: { mainFields: ['module', 'main'] },
  input: {
    cli: 'src/cli/main.ts',
    configuration: 'src/host/configuration/configuration.ts',
    connector: 'src/connector/connector.ts',
    contract: 'src/contract/contract.ts',
  },
  external: isExternal,
  plugins: [declaredOnly, bundledLicenses('third-party-licenses.md'), withTemplate],
  transform: { target: 'node22' },
  output: {
    dir: process.env.SALESKIT_BUILD ?? 'dist/saleskit',
    cleanDir: true,
    format: 'esm',
    sourcemap: true,
    banner: ({ name, isEntry }) => (isEntry && name === 'cli' ? '#!/usr/bin/env node' : ''),
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  },
});
