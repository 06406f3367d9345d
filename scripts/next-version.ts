const parts = ['major', 'minor', 'patch'] as const;
const form = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\da-z]+(\.[\da-z]+)*)?$/;

/** The version that follows: a part that is raised, or a version as given; undefined where that is none or no later one. */
export function nextVersion(current: string, asked: string): string | undefined {
  const [major = 0, minor = 0, patch = 0] = numbersOf(current);
  const raised = {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: current.includes('-') ? current.replace(/-.*/, '') : `${major}.${minor}.${patch + 1}`,
  };
  const part = parts.find((each) => each === asked);
  if (part) return raised[part];
  return form.test(asked) && isLater(asked, current) ? asked : undefined;
}

function isLater(one: string, other: string): boolean {
  const [ours, theirs] = [numbersOf(one), numbersOf(other)];
  const differing = ours.findIndex((number, place) => number !== theirs[place]);
  if (differing >= 0) return (ours[differing] ?? 0) > (theirs[differing] ?? 0);
  const [ourEnd, theirEnd] = [one, other].map((version) => /-(.*)/.exec(version)?.[1]);
  if (ourEnd === undefined || theirEnd === undefined) return ourEnd === undefined && theirEnd !== undefined;
  return ourEnd.localeCompare(theirEnd, 'en', { numeric: true }) > 0;
}

function numbersOf(version: string): number[] {
  return version
    .replace(/-.*/, '')
    .split('.')
    .map((part) => Number(part));
}
