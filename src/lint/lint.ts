/** The public file of the room: what can be known of a package without running it. */
import type { DiscoveredAction, Reason } from '../discovery/discovery.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { allRules } from './all-rules.ts';
import { findingOf, type LintFinding, problemsOf } from './findings.ts';
import type { AnyRule } from './rule.ts';

export { allRules } from './all-rules.ts';
export type { LintFinding } from './findings.ts';
export { type Fix, fixedText } from './fix.ts';
export { type FixedFile, fixedFiles } from './fix-package.ts';
export { canBeFixed } from './fixable.ts';
export { explainedRule, explainedRules, ruleList, rulesPage } from './reference-page.ts';
export { type AnyRule, type BreakingRule, type Rule, type RuleGroup, ruleGroups } from './rule.ts';
export { withoutSecrets } from './rules/secrets.ts';
export { introSections } from './rules/submissions.ts';
export { suppressionUnused } from './rules/suppressions.ts';
export { type Suppression, type Suppressor, suppressor } from './suppress.ts';

/** What the host would make of one operation. */
export interface Verdict {
  readonly operationId: string | null;
  readonly pointer: string;
  readonly extensionPoint: string | null;
  readonly matchedBy: 'description' | 'operationId' | null;
  readonly invocable: boolean;
  readonly reasons: readonly Reason[];
}

export interface LintedPackage {
  /** As it was given. */
  readonly path: string;
  readonly title: string;
  readonly actions: readonly Verdict[];
  /** By file, then by place. */
  readonly findings: readonly LintFinding[];
}

/** Which rules run: all of them, or those of these groups and ids. */
export function chosenRules(names: readonly string[] | undefined): readonly AnyRule[] {
  if (!names) return allRules;
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return allRules.filter(({ id, group }) => wanted.has(id.toLowerCase()) || wanted.has(group));
}

/**
 * Lints a package that was read. Never throws for what stands in it. Rules about breaking changes run where `against` is
 * given: the package as it was before.
 */
export function lintPackage(
  connector: ConnectorPackage,
  rules: readonly AnyRule[] = allRules,
  against?: ConnectorPackage,
): LintedPackage {
  const { discovery, problems } = problemsOf(connector, rules, against);
  const findings = problems.map(({ rule, problem }) => findingOf(rule, problem, discovery.connector));
  return {
    path: connector.location,
    title: connector.title,
    actions: discovery.actions.map(verdictOf),
    findings: findings.sort(byPlace),
  };
}

function verdictOf({ operation, point, matchedBy, invocable, reasons }: DiscoveredAction): Verdict {
  return {
    operationId: operation.operationId ?? null,
    pointer: operation.pointer,
    extensionPoint: point?.id ?? null,
    matchedBy,
    invocable,
    reasons,
  };
}

/** Most are equal, which is told sooner. */
function byLocale(one: string, other: string): number {
  return one === other ? 0 : one.localeCompare(other);
}

function byPlace(one: LintFinding, other: LintFinding): number {
  return (
    byLocale(one.file ?? '', other.file ?? '') ||
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    byLocale(one.rule, other.rule)
  );
}
