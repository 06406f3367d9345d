/** npm run build: the command line, and what is imported by name, as JavaScript in dist/saleskit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';

const root = join(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };

/** What lint stands on comes into its file: it starts in half the time. */
const bundled = new Set(['fast-png', 'jsonc-parser', 'saxes', 'yaml', 'yauzl']);
const external = [...Object.keys(dependencies).filter((name) => !bundled.has(name)), 'vite'];

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
  external: (id) => id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`)),
  transform: { target: 'node22' },
  output: {
    dir: process.env.SALESKIT_BUILD ?? 'dist/saleskit',
    cleanDir: true,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  },
});
