/** CHANGELOG.md, after Keep a Changelog. */

const unreleased = '## [Unreleased]';

/** What stands under a heading: a version, or Unreleased; empty where there is no such heading. */
export function changesOf(changelog: string, heading: string): string {
  const [, after = ''] = changelog.split(`\n## [${heading}]`);
  return after
    .replace(/^[^\n]*\n/, '')
    .split(/\n## \[/)[0]
    ?.trim() as string;
}

/** The changelog with what was unreleased under the version; Unreleased is empty again. */
export function released(changelog: string, version: string, day: string): string {
  return changelog.replace(unreleased, `${unreleased}\n\n## [${version}] - ${day}`);
}
