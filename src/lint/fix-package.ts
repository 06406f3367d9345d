/** What --fix would change in the files of a package. */
import type { ConnectorPackage } from '../package/connector-package.ts';
import type { SourceDocument } from '../package/source-document.ts';
import { allRules } from './all-rules.ts';
import { documentOf, findingOf, type LintFinding, problemsOf } from './findings.ts';
import { type Fix, fixedText } from './fix.ts';
import { canBeFixed, isJson } from './fixable.ts';
import type { AnyRule } from './rule.ts';

export interface FixedFile {
  readonly file: string;
  /** The new content, with a byte order mark where it had one. */
  readonly text: string;
  /** The findings that it mends. */
  readonly mended: readonly LintFinding[];
}

/** The files as they would be. Broken files and YAML are left alone, and so is what `isWanted` leaves out. */
export function fixedFiles(
  connector: ConnectorPackage,
  rules: readonly AnyRule[] = allRules,
  isWanted: (finding: LintFinding) => boolean = () => true,
): FixedFile[] {
  const { discovery, problems } = problemsOf(connector, rules);
  const byDocument = new Map<SourceDocument, { fixes: Fix[]; mended: LintFinding[] }>();
  for (const { rule, problem } of problems) {
    const document = documentOf(discovery.connector, problem.fix?.role ?? problem.role);
    const finding = findingOf(rule, problem, discovery.connector);
    if (!problem.fix || !document || !canBeFixed(document) || !isWanted(finding)) continue;
    const known = byDocument.get(document) ?? { fixes: [], mended: [] };
    byDocument.set(document, known);
    known.fixes.push(problem.fix);
    known.mended.push(finding);
  }
  return [...byDocument].flatMap(([document, { fixes, mended }]) => {
    const { text } = fixedText(document.text, fixes);
    const mark = document.problems.some(({ kind }) => kind === 'byte-order-mark') ? '\uFEFF' : '';
    return text === document.text || !isJson(text) ? [] : [{ file: document.file, text: mark + text, mended }];
  });
}
