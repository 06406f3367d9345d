/** The package.json of the package that is published, and what stays outside of its bundle. */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

interface RootManifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  /** Packages that one adds oneself where they are wanted: all of them optional. */
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

const root: RootManifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
const installable = { ...root.dependencies, ...root.optionalDependencies, ...root.peerDependencies };

/**
 * Small ones that only the command line reads files and mails with. They come into its chunks: it starts sooner, and
 * who installs saleskit fetches less. What speaks HTTP or handles tokens stays outside, where npm audit sees it.
 */
const bundled = new Set([
  // 1 MB of the 17 that it is with what it brings; HTTP and tokens stay with fastify and jose (decision 0021).
  '@modelcontextprotocol/server',
  'fast-png',
  'fflate',
  'intl-messageformat',
  'jsonc-parser',
  'minisearch',
  'postal-mime',
  'saxes',
  'yaml',
  'yauzl',
]);

/** The least that undici runs on; Node reads a saleskit.config.ts from 22.18 on. */
const engines = { node: '>=22.19' };

/** Whether shipped code may import it: a file of our own, a module of Node, our exports, a dependency. */
export function isDeclared(id: string): boolean {
  return (
    /^([./]|[a-z]:|\0)/i.test(id) || isBuiltin(id) || [root.name, ...Object.keys(installable)].includes(packageOf(id))
  );
}

/** Whether a module is left to Node: its own, and dependencies that are not bundled. */
export function isExternal(id: string): boolean {
  return isBuiltin(id) || (packageOf(id) in installable && !bundled.has(packageOf(id)));
}

/** The package.json, with the dependencies that the built files import. Throws where one is not declared. */
export function publishedManifest(imports: Iterable<string>): object {
  const { peerDependencies, ...dependencies } = dependenciesOf(imports);
  const { name, version, description, license, repository, keywords } = root;
  return {
    name,
    version,
    description,
    keywords,
    license,
    repository,
    type: 'module',
    engines,
    bin: { saleskit: 'cli.mjs' },
    exports: {
      './configuration': entry('configuration', 'host/configuration/configuration'),
      './connector': entry('connector', 'connector/connector'),
      './contract': entry('contract', 'contract/contract'),
      './package.json': './package.json',
    },
    ...dependencies,
    peerDependencies,
    peerDependenciesMeta: Object.fromEntries(Object.keys(peerDependencies).map((peer) => [peer, { optional: true }])),
  };
}

/**
 * The package.json of Contoso Hub built to run by itself; nothing imports it, so that what others would add is there.
 * Throws as publishedManifest does.
 */
export function hubManifest(imports: Iterable<string>): object {
  const { dependencies, optionalDependencies, peerDependencies } = dependenciesOf(imports);
  const manifest = { name: 'contoso-hub', version: root.version, private: true, type: 'module', dependencies };
  return { ...manifest, optionalDependencies: { ...optionalDependencies, ...peerDependencies } };
}

function dependenciesOf(imports: Iterable<string>) {
  const names = new Set([...imports].filter((id) => !isBuiltin(id)).map(packageOf));
  const undeclared = [...names].filter((name) => !(name in installable));
  if (undeclared.length > 0) throw new Error(`Imported, but no dependency of package.json: ${undeclared.join(', ')}.`);
  const used = (all: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
  return {
    dependencies: used(root.dependencies),
    optionalDependencies: used(root.optionalDependencies),
    peerDependencies: used(root.peerDependencies),
  };
}

function entry(name: string, types: string) {
  return { types: `./types/${types}.d.ts`, default: `./${name}.mjs` };
}

function packageOf(id: string): string {
  return id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');
}
