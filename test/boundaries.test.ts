/** Who may import whom: the table of the design, held against the imports. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Room by room, the rooms that it may import. A room that is not built yet stands here all the same. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  telemetry: ['core'],
  contract: [],
  report: ['core'],
  package: ['core', 'contract', 'report'],
  discovery: ['core', 'contract', 'report', 'package'],
  lint: ['core', 'contract', 'report', 'package', 'discovery'],
  host: ['core', 'contract', 'report', 'package', 'discovery', 'telemetry'],
  verify: ['core', 'contract', 'report', 'package', 'discovery', 'host'],
  // The protocol alone, for whoever has tools to serve.
  mcp: ['core', 'contract'],
  connector: ['core', 'contract', 'mcp', 'telemetry'],
  identity: ['core'],
  scaffold: ['core', 'contract', 'report', 'package', 'discovery', 'lint'],
  cli: [
    'core',
    'telemetry',
    'contract',
    'report',
    'package',
    'discovery',
    'lint',
    'host',
    'verify',
    'connector',
    'identity',
    'scaffold',
    'mcp',
    'pack',
  ],
  pack: ['core', 'contract', 'report', 'package', 'discovery', 'lint'],
  // Types of the API alone: what the pane is bundled from is its own.
  pane: ['host'],
};
/** The one file of each room that others import. */
const publicFiles: Readonly<Record<string, readonly string[]>> = {
  core: ['coded-error.ts', 'deadline.ts'],
  telemetry: ['telemetry.ts', 'metrics.ts', 'observed-request.ts', 'trace-context.ts'],
  contract: ['contract.ts'],
  report: [
    'finding.ts',
    'report.ts',
    'text.ts',
    'json.ts',
    'sarif.ts',
    'junit.ts',
    'github.ts',
    'printable.ts',
    'markup.ts',
    'junit-xml.ts',
    'xml-text.ts',
  ],
  lint: ['lint.ts'],
  scaffold: ['scaffold.ts'],
  pack: ['pack.ts'],
  identity: ['identity.ts'],
  discovery: ['discovery.ts'],
  host: ['host.ts', 'api-types.ts'],
  package: [
    'connector-package.ts',
    'json-pointer.ts',
    'source-document.ts',
    'text-file.ts',
    'archive.ts',
    'solution.ts',
    'solution-folder.ts',
    'xml.ts',
    'picture.ts',
    'make-folder.ts',
    'write-zip.ts',
  ],
  connector: ['connector.ts'],
  mcp: ['mcp.ts'],
  // Formats are loaded when they are asked for.
  verify: ['verify.ts', 'text.ts', 'json.ts', 'junit.ts', 'html.ts'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsBelow(folder: string): Import[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) => found[1] ?? '');
    return targets.map((target) => ({
      from,
      to: target.startsWith('.') ? relative(root, join(root, dirname(from), target)) : target,
    }));
  });
}

const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];
/** What the bench has for tests. */
const benchFilesForTests = ['bench/rivals/rivals.ts'];

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.endsWith('.cases.ts');

test('rooms import only the rooms that the design allows, by their public files', () => {
  const breaches = importsBelow('src')
    .filter(({ from }) => !isTest(from))
    .filter(({ from, to }) => {
      const [room, other] = [roomOf(from) ?? '', roomOf(to)];
      if (!to.startsWith('src/') && !to.startsWith('contoso-hub/') && !to.startsWith('test/')) return false;
      if (other === room) return false;
      // The command line starts Contoso Hub beside the host.
      if (room === 'cli' && to.startsWith('contoso-hub/')) return false;
      const isPublic = other !== undefined && publicFiles[other]?.includes(to.split('/').at(-1) ?? '');
      return !(other !== undefined && allowed[room]?.includes(other) && isPublic);
    });
  expect(breaches).toEqual([]);
});

test('every room below src stands in the table', () => {
  const rooms = new Set(globSync('src/*/*', { cwd: root }).map((path) => roomOf(path)));
  expect([...rooms].filter((room) => room && !(room in allowed))).toEqual([]);
});

test('Contoso Hub imports nothing of saleskit but its exports', () => {
  const breaches = importsBelow('contoso-hub').filter(
    ({ from, to }) => !isTest(from) && /^(src|bench|test|scripts)\//.test(to),
  );
  expect(breaches).toEqual([]);
});

test('nobody imports Contoso Hub, the bench or the tests from src, but for the command line, which starts it', () => {
  const breaches = importsBelow('src').filter(({ to }) => /^(contoso-hub|bench|test|scripts)\//.test(to));
  expect(breaches.filter(({ from }) => !isTest(from) && roomOf(from) !== 'cli')).toEqual([]);
});

test('tests import nothing of the bench but the programs that run beside ours', () => {
  const breaches = importsBelow('test').filter(({ to }) => to.startsWith('bench/') && !benchFilesForTests.includes(to));
  expect(breaches).toEqual([]);
});
