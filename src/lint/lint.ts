/** The public file of the room: what can be known of a package without running it. */
import { type DiscoveredAction, discover, type Reason } from '../discovery/discovery.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import type { SourceDocument } from '../package/source-document.ts';
import type { Finding } from '../report/finding.ts';
import { allRules } from './all-rules.ts';
import { packageModel } from './model/package-model.ts';
import type { AnyRule, FileRole, Problem } from './rule.ts';

export { allRules } from './all-rules.ts';
export { type AnyRule, type BreakingRule, type Rule, type RuleGroup, ruleGroups } from './rule.ts';
export { withoutSecrets } from './rules/secrets.ts';

/** A finding of lint. */
export interface LintFinding extends Finding {
  /** --fix mends it. */
  readonly fixable: boolean;
}

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
  const discovery = discover(connector);
  const model = packageModel(discovery);
  const old = against && packageModel(discover(against));
  const problemsOf = (rule: AnyRule) =>
    rule.group !== 'breaking' ? rule.check(model) : old ? rule.check(model, old) : [];
  const findings = rules.flatMap((rule) =>
    [...problemsOf(rule)].map((problem) => placed(rule, problem, discovery.connector)),
  );
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

function placed({ id, group, severity }: AnyRule, problem: Problem, connector: ConnectorPackage): LintFinding {
  const { message, pointer, role = 'definition', fix } = problem;
  const source = sourceOf(connector, role);
  const gravity = problem.severity ?? severity;
  const place = typeof source === 'string' ? { file: source } : { file: source.file, ...source.locate(pointer) };
  return {
    rule: id,
    severity: group === 'certification' && gravity === 'error' && isCutOff(source) ? 'warning' : gravity,
    message,
    pointer,
    ...place,
    ...(problem.place && { line: problem.place.line, column: problem.place.column }),
    fixable: fix !== undefined,
  };
}

/** Of a file that breaks off, what seems to be missing may only be unread; that it breaks off is an error already. */
function isCutOff(source: SourceDocument | string): boolean {
  return typeof source !== 'string' && source.problems.some(({ kind }) => /^invalid|^trailing|^too-deep/.test(kind));
}

/** The document that a role means, or the path of a file that is no JSON. */
function sourceOf(connector: ConnectorPackage, role: FileRole): SourceDocument | string {
  const { definition, properties, actions, settings, script, readme, location } = connector;
  const byRole: Readonly<Record<FileRole, SourceDocument | string | undefined>> = {
    definition,
    properties,
    actions,
    settings,
    script,
    readme,
    icon: connector.icon && `${location}/icon.png`,
    archive: location,
  };
  return byRole[role] ?? location;
}

function byPlace(one: LintFinding, other: LintFinding): number {
  return (
    (one.file ?? '').localeCompare(other.file ?? '') ||
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    one.rule.localeCompare(other.rule)
  );
}
