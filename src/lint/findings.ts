/** From problems, as rules tell them, to findings, as they are reported. */
import { type Discovery, discover } from '../discovery/discovery.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import type { SourceDocument } from '../package/source-document.ts';
import type { Finding } from '../report/finding.ts';
import { canBeFixed } from './fixable.ts';
import { packageModel } from './model/package-model.ts';
import type { AnyRule, FileRole, Problem } from './rule.ts';

/** A finding of lint. */
export interface LintFinding extends Finding {
  /** --fix mends it. */
  readonly fixable: boolean;
}

/** A problem with the rule that it breaks. */
export interface RuleProblem {
  readonly rule: AnyRule;
  readonly problem: Problem;
}

/**
 * The problems of a package, with the ways to mend them. Never throws for what stands in it. Rules about breaking changes
 * run where `against` is given: the package as it was before.
 */
export function problemsOf(
  connector: ConnectorPackage,
  rules: readonly AnyRule[],
  against?: ConnectorPackage,
): { readonly discovery: Discovery; readonly problems: readonly RuleProblem[] } {
  const discovery = discover(connector);
  const model = packageModel(discovery);
  const old = against && packageModel(discover(against));
  const isArchive = connector.archive !== undefined;
  const checked = (rule: AnyRule) =>
    rule.group !== 'breaking' ? rule.check(model) : old ? rule.check(model, old) : [];
  const problems: RuleProblem[] = [];
  for (const rule of rules) {
    if ((rule.scope === 'archive') !== isArchive) continue;
    const found = checked(rule);
    // Most rules find nothing.
    if (Array.isArray(found) && found.length === 0) continue;
    for (const problem of found)
      if (!connector.isPropertiesOnly || problem.role === 'properties') problems.push({ rule, problem });
  }
  return { discovery, problems };
}

/** A problem as it is reported: with its place. */
export function findingOf(
  { id, group, severity }: AnyRule,
  problem: Problem,
  connector: ConnectorPackage,
): LintFinding {
  const { message, pointer, role = 'definition', fix } = problem;
  const gravity = problem.severity ?? severity;
  const isDoubtful = group === 'certification' && gravity === 'error' && isCutOff(documentOf(connector, role));
  return {
    rule: id,
    severity: isDoubtful ? 'warning' : gravity,
    message,
    pointer,
    line: 1,
    column: 1,
    ...placeOf(connector, role, pointer),
    ...(problem.file !== undefined && { file: problem.file }),
    ...(problem.place && { line: problem.place.line, column: problem.place.column }),
    fixable: fix !== undefined && isFixable(documentOf(connector, fix.role ?? role)),
  };
}

function isFixable(source: SourceDocument | undefined): boolean {
  return source !== undefined && canBeFixed(source);
}

/** Of a file that breaks off, what seems to be missing may only be unread; that it breaks off is an error already. */
function isCutOff(source: SourceDocument | undefined): boolean {
  return source?.problems.some(({ kind }) => /^invalid|^trailing|^too-deep/.test(kind)) ?? false;
}

function placeOf(connector: ConnectorPackage, role: FileRole, pointer: string): Pick<LintFinding, 'file'> {
  const { location, iconFile, script, readme } = connector;
  const source = documentOf(connector, role);
  if (source) return { file: source.file, ...source.locate(pointer) };
  const files: Partial<Record<FileRole, string | undefined>> = {
    icon: iconFile,
    script: script?.file,
    readme: readme?.file,
  };
  return { file: files[role] ?? location };
}

/** The JSON document that a role means. */
export function documentOf(connector: ConnectorPackage, role: FileRole = 'definition'): SourceDocument | undefined {
  const { definition, properties, actions, settings, archive } = connector;
  const documents: Partial<Record<FileRole, SourceDocument | undefined>> = archive
    ? {}
    : { definition, properties, actions, settings };
  return documents[role];
}
