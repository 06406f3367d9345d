/** What lint has to say of some packages, as data: every format is made of this. */
import type { Finding, Severity } from './finding.ts';

/** What the host would make of one operation. */
export interface ReportedAction {
  readonly operationId: string | null;
  readonly pointer: string;
  readonly extensionPoint: string | null;
  readonly matchedBy: 'description' | 'operationId' | null;
  readonly invocable: boolean;
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly pointer: string }[];
}

export interface ReportedFinding extends Finding {
  readonly fixable: boolean;
}

export interface ReportedPackage {
  readonly path: string;
  readonly title: string;
  readonly actions: readonly ReportedAction[];
  readonly findings: readonly ReportedFinding[];
}

/** One rule as formats show it. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
}

export interface Report {
  readonly tool: string;
  readonly version: string;
  /** The severities that were asked for; all where absent. Of the others nothing is known. */
  readonly severities?: readonly Severity[];
  readonly packages: readonly ReportedPackage[];
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function summaryOf({ packages }: Pick<Report, 'packages'>): Summary {
  const count = (wanted: Severity) =>
    packages.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severity === wanted).length, 0);
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
