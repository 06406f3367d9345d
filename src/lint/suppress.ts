/** Findings that a project has decided to live with, each with its reason. */
import { isAbsolute, matchesGlob, relative } from 'node:path';
import type { LintFinding } from './findings.ts';

export interface Suppression {
  /** The id of a rule. */
  readonly rule: string;
  /** A package, a file or a pattern of them, absolute or from the configuration's folder; everything where absent. */
  readonly path?: string;
  /** A JSON pointer: what stands there and below; everywhere where absent. */
  readonly pointer?: string;
  readonly reason: string;
}

/** Decides about findings, and remembers which suppressions were needed. */
export interface Suppressor {
  /** Takes suppressed findings out. */
  without<Linted extends { readonly path: string; readonly findings: readonly LintFinding[] }>(linted: Linted): Linted;
  isSuppressed(path: string, finding: LintFinding): boolean;
  /** Those that suppressed nothing although their rule ran and their path was linted. */
  unused(ranRules: ReadonlySet<string>): { readonly index: number; readonly suppression: Suppression }[];
}

/** `folder` is where paths begin. */
export function suppressor(suppressions: readonly Suppression[], folder: string): Suppressor {
  const used = new Set<Suppression>();
  const seen = new Set<Suppression>();
  const inFolder = (path: string) => (/^https?:/.test(path) ? path : slashed(relative(folder, path) || '.'));
  const wanted = new Map(
    suppressions.map((each) => [each, each.path && (isAbsolute(each.path) ? inFolder(each.path) : each.path)]),
  );
  const isHere = (each: Suppression, places: readonly string[]) => isAt(wanted.get(each), places);

  const isSuppressed = (path: string, finding: LintFinding): boolean => {
    if (suppressions.length === 0) return false;
    const places = [path, finding.file ?? path].map(inFolder);
    const found = suppressions.filter(
      (each) => isSameRule(each, finding) && isHere(each, places) && isBelow(finding.pointer ?? '', each.pointer),
    );
    for (const each of found) used.add(each);
    return found.length > 0;
  };

  return {
    isSuppressed,
    without(linted) {
      if (suppressions.length === 0) return linted;
      const files = new Set([linted.path, ...linted.findings.map(({ file }) => file ?? linted.path)].map(inFolder));
      for (const each of suppressions) if (isHere(each, [...files])) seen.add(each);
      return { ...linted, findings: linted.findings.filter((finding) => !isSuppressed(linted.path, finding)) };
    },
    unused: (ranRules) =>
      suppressions
        .map((suppression, index) => ({ index, suppression }))
        .filter(({ suppression }) => seen.has(suppression) && !used.has(suppression))
        .filter(({ suppression: { rule } }) => ranRules.has(rule.toLowerCase())),
  };
}

function isSameRule({ rule }: Suppression, finding: LintFinding): boolean {
  return rule.toLowerCase() === finding.rule.toLowerCase();
}

function isAt(path: string | undefined, places: readonly string[]): boolean {
  if (path === undefined) return true;
  const wanted = slashed(path).replace(/^\.\//, '').replace(/\/$/, '');
  return places.some(
    (place) =>
      place === wanted ||
      place.startsWith(`${wanted}/`) ||
      place.startsWith(`${wanted}!`) ||
      // A path with brackets in it is no pattern that it matches itself.
      matchesGlob(place, wanted),
  );
}

function isBelow(pointer: string, wanted: string | undefined): boolean {
  return wanted === undefined || pointer === wanted || pointer.startsWith(`${wanted}/`);
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
