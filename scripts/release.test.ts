import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changesOf, released } from './changelog.ts';
import { nextVersion } from './next-version.ts';

test.each([
  ['0.1.0', 'patch', '0.1.1'],
  ['0.1.9', 'minor', '0.2.0'],
  ['0.9.9', 'major', '1.0.0'],
  ['1.0.0-beta.2', 'patch', '1.0.0'],
  ['1.2.0', '1.10.0', '1.10.0'],
  ['1.0.0-beta.2', '1.0.0-beta.10', '1.0.0-beta.10'],
  ['1.0.0-beta.2', '1.0.0', '1.0.0'],
  ['1.0.0', '1.0.0', undefined],
  ['1.0.0', '1.0.0-beta.1', undefined],
  ['1.10.0', '1.9.0', undefined],
  ['1.0.0', 'v2', undefined],
  ['1.0.0', '1.01.0', undefined],
])('after %s, asked for %s, comes %s', (current, asked, expected) => {
  expect(nextVersion(current, asked)).toBe(expected);
});

const changelog = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- New.\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n';

test('what was unreleased stands under the version afterwards', () => {
  const after = released(changelog, '0.2.0', '2026-02-01');
  expect(after).toContain('## [Unreleased]\n\n## [0.2.0] - 2026-02-01\n\n### Added');
  expect(changesOf(after, 'Unreleased')).toBe('');
  expect(changesOf(after, '0.2.0')).toBe('### Added\n\n- New.');
  expect(changesOf(after, '0.1.0')).toBe('- Old.');
  expect(changesOf(after, '0.3.0')).toBe('');
});

describe('in a repository', () => {
  /** One whose test, build and publishing are told by files that they leave. */
  function repository(scripts: Readonly<Record<string, string>> = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'saleskit-release-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['release.ts', 'changelog.ts', 'next-version.ts'])
      cpSync(join(import.meta.dirname, name), join(folder, 'scripts', name));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    const manifest = { name: 'acme', version: '0.1.0', type: 'module' };
    const leave = (name: string) => `node -e "fs.writeFileSync('dist-${name}', '')"`;
    const own = { test: leave('test'), 'pack-package': leave('pack'), ...scripts };
    write('package.json', `${JSON.stringify({ ...manifest, scripts: own }, null, 2)}\n`);
    write('package-lock.json', `${JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { '': manifest } })}\n`);
    write('CHANGELOG.md', changelog);
    write('.gitignore', 'dist-*\n');
    const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout.trim();
    git('init', '--quiet');
    git('config', 'user.name', 'Acme');
    git('config', 'user.email', 'acme@acme.example');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'First');
    const release = (...args: string[]) =>
      spawnSync(process.execPath, ['scripts/release.ts', ...args], { cwd: folder, encoding: 'utf8' });
    const has = (name: string) => existsSync(join(folder, name));
    return { release, write, git, has, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
  }

  test('a release is tested, packed, committed and tagged; what to publish is printed', () => {
    const { release, git, has, read } = repository();
    const { status, stdout, stderr } = release('minor');
    expect([status, has('dist-test'), has('dist-pack')], stderr).toEqual([0, true, true]);
    expect(stdout).toMatch(
      /^\.\/dist\/saleskit-0\.2\.0\.tgz\n\n### Added\n\n- New\.\n[\s\S]*npm publish \.\/dist\/.* --tag latest/,
    );
    expect(JSON.parse(read('package.json')).version).toBe('0.2.0');
    expect(JSON.parse(read('package-lock.json')).packages[''].version).toBe('0.2.0');
    expect(changesOf(read('CHANGELOG.md'), '0.2.0')).toContain('New.');
    expect([git('status', '--porcelain'), git('log', '--format=%s', '-1')]).toEqual(['', 'Release 0.2.0']);
    expect(git('tag')).toBe('v0.2.0');
  });

  test('one that does not build leaves the files as they were', () => {
    const { release, git } = repository({ 'pack-package': 'exit 3' });
    const { status, stderr } = release('minor');
    expect([status, stderr]).toEqual([1, expect.stringContaining('pack-package failed (3)')]);
    expect([git('status', '--porcelain'), git('tag')]).toEqual(['', '']);
  });

  test.each([
    ['without a version', [], () => {}, /Which version/],
    ['with a version that is none', ['0.0.9'], () => {}, /0\.0\.9 is no version after 0\.1\.0/],
    ['with an option that is none', ['minor', '--force'], () => {}, /--force/],
    ['with changes', ['minor'], ({ write }) => write('new.txt', ''), /not committed:\n\?\? new\.txt/],
    ['with a tag', ['minor'], ({ git }) => git('tag', 'v0.2.0'), /tag v0\.2\.0 already/],
    [
      'without a change told',
      ['minor'],
      ({ write, git }) => {
        write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n\n- Old.\n');
        git('commit', '--quiet', '--all', '--message', 'Second');
      },
      /no change under \[Unreleased\]/,
    ],
  ] as [string, string[], (made: ReturnType<typeof repository>) => void, RegExp][])(
    'is refused %s',
    (_when, args, prepare, words) => {
      const made = repository();
      prepare(made);
      const { status, stderr } = made.release(...args);
      expect([status, stderr]).toEqual([1, expect.stringMatching(words)]);
      expect(made.has('dist-test')).toBe(false);
    },
  );

  test('is refused where a test fails', () => {
    const { release, git, has } = repository({ test: 'exit 1' });
    expect(release('minor').status).toBe(1);
    expect([has('dist-pack'), git('tag')]).toEqual([false, '']);
  });
});
