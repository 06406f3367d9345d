import { CodedError } from '../../core/coded-error.ts';
import { type AnyRule, type LintedPackage, type LintFinding, lintPackage } from '../../lint/lint.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { fixFiles, leftAloneText, mendedText } from './fix-files.ts';
import { isUrl, locationsOf } from './locations.ts';
import { progress } from './progress.ts';
import { readLocation } from './read-location.ts';
import type { ConfiguredSuppressions } from './suppressions.ts';
import { versionBefore } from './version-before.ts';

/** How packages are linted. */
export interface Run {
  readonly rules: readonly AnyRule[];
  readonly suppressions: ConfiguredSuppressions;
  readonly isShown: (finding: LintFinding) => boolean;
  readonly isFixing: boolean;
  /** The version before of the one package that is linted. */
  readonly against: string | undefined;
  /** Called for each package as soon as it is linted: the package itself is not kept. */
  readonly onLinted: (connector: ConnectorPackage, findings: readonly LintFinding[]) => void;
}

export interface Result {
  readonly linted: readonly LintedPackage[];
  /** What could not be read, in words. */
  readonly failures: readonly string[];
}

/** Lints everything that can be read; what cannot keeps nothing else from it. */
export async function lintAll(
  paths: readonly string[],
  { rules, suppressions, isShown, isFixing, against, onLinted }: Run,
): Promise<Result> {
  const linted: LintedPackage[] = [];
  const failures: string[] = [];
  const attempt = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      failures.push(error.message);
      return undefined;
    }
  };
  const { suppressor } = suppressions;
  const expanded = await Promise.all(paths.map((path) => attempt(() => locationsOf(path))));
  const locations = [...new Set(expanded.flatMap((each) => each ?? []))];
  if (against !== undefined && locations.length > 1) refuseSeveral(locations.length);
  const old = against === undefined ? undefined : await versionBefore(against);
  let leftAlone = 0;
  const { next, end } = progress(locations.length);
  for (const location of locations) {
    next(location);
    if (isFixing && isFile(location))
      await attempt(async () => {
        const isWanted = (finding: LintFinding) => isShown(finding) && !suppressor.isSuppressed(location, finding);
        process.stderr.write(mendedText(await fixFiles(location, rules, isWanted)));
      });
    const found = (await attempt(() => readLocation(location))) ?? [];
    const count = found.filter(({ archive }) => !archive).length;
    const isMendable = isFile(location) && found.every(({ archive }) => !archive || archive.isFolder);
    if (old && count > 1) refuseSeveral(count);
    for (const connector of found) {
      const { findings, ...rest } = suppressor.without(lintPackage(connector, rules, old));
      const shown = findings.filter(isShown);
      if (isFixing && isMendable) leftAlone += findings.filter((each) => each.fixable && !isShown(each)).length;
      // What stands for an archive itself is told of only where it has something to say.
      if (connector.archive && shown.length === 0) continue;
      onLinted(connector, shown);
      linted.push({ ...rest, findings: isMendable ? shown : shown.map(unfixable) });
    }
  }
  end();
  process.stderr.write(leftAloneText(leftAlone));
  const unused = suppressions.unused(rules);
  const told = unused?.findings.filter(isShown) ?? [];
  return {
    linted: unused && told.length > 0 ? [...linted, { ...unused, findings: told }] : linted,
    failures,
  };
}

function refuseSeveral(count: number): never {
  throw new CodedError('USAGE', `--against compares one package, not ${count}.`);
}

/** What --fix may write to: neither standard input, nor a URL, nor an archive. */
function isFile(location: string): boolean {
  return location !== '-' && !isUrl(location) && !/\.zip$/i.test(location);
}

function unfixable(finding: LintFinding): LintFinding {
  return { ...finding, fixable: false };
}
