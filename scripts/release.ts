/** npm run release -- VERSION|major|minor|patch [--publish]: checks, raises the version, builds, packs, commits and tags. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { changesOf, released } from './changelog.ts';
import { nextVersion } from './next-version.ts';

const root = process.cwd();
const files = ['package.json', 'package-lock.json', 'CHANGELOG.md'];

/** Words that tell what has to be put right first. */
class Refused extends Error {}

function main(): void {
  const { asked, publish } = readCommand();
  const version = prepare(asked);
  run('npm', ['test']);
  const tarball = packed(version);
  run('git', ['commit', '--quiet', '--message', `Release ${version}`, '--', ...files]);
  run('git', ['tag', '--annotate', `v${version}`, '--message', `saleskit ${version}`]);
  const channel = version.includes('-') ? 'next' : 'latest';
  const publishing = ['publish', tarball, '--access', 'public', '--tag', channel];
  console.log(`${tarball}\n\n${changesOf(read('CHANGELOG.md'), version)}\n`);
  if (publish) run('npm', publishing);
  else console.log(`Not published. To publish it:\n\n  npm ${publishing.join(' ')}`);
  console.log(`\nThen push the commit and the tag:\n\n  git push --follow-tags`);
}

function readCommand(): { readonly asked: string; readonly publish: boolean } {
  try {
    const { values, positionals } = parseArgs({ options: { publish: { type: 'boolean' } }, allowPositionals: true });
    const [asked, ...more] = positionals;
    if (asked !== undefined && more.length === 0) return { asked, publish: values.publish ?? false };
  } catch (error) {
    throw new Refused((error as Error).message);
  }
  throw new Refused('Which version? npm run release -- VERSION|major|minor|patch [--publish]');
}

/** What must hold before anything is begun. Gives the version that comes next. */
function prepare(asked: string): string {
  const { version: current } = JSON.parse(read('package.json')) as { version: string };
  const version = nextVersion(current, asked);
  if (!version) throw new Refused(`${asked} is no version after ${current}.`);
  const changed = output('git', ['status', '--porcelain']);
  if (changed) throw new Refused(`There are changes that are not committed:\n${changed}`);
  if (output('git', ['tag', '--list', `v${version}`])) throw new Refused(`There is a tag v${version} already.`);
  if (!changesOf(read('CHANGELOG.md'), 'Unreleased'))
    throw new Refused('CHANGELOG.md tells of no change under [Unreleased].');
  return version;
}

/** Writes the version, builds and packs. Where that fails, the files are as they were. */
function packed(version: string): string {
  try {
    run('npm', ['version', version, '--no-git-tag-version', '--ignore-scripts']);
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync(join(root, 'CHANGELOG.md'), released(read('CHANGELOG.md'), version, day));
    run('npm', ['run', '--silent', 'pack-package']);
    // Without the dot npm takes it for a repository on GitHub.
    return `./dist/saleskit-${version}.tgz`;
  } catch (error) {
    run('git', ['checkout', '--quiet', '--', ...files]);
    throw error;
  }
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function output(file: string, args: readonly string[]): string {
  return spawnSync(file, args, { cwd: root, encoding: 'utf8' }).stdout.trim();
}

function run(file: string, args: readonly string[]): void {
  const shell = process.platform === 'win32' && file === 'npm';
  const { status } = spawnSync(file, args, { cwd: root, shell, stdio: ['ignore', 2, 'inherit'] });
  if (status !== 0) throw new Refused(`${file} ${args.join(' ')} failed (${status}).`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
