import type { VerifyReport } from './verify-report.ts';

/** The whole report, for programs. */
export function verifyJson(report: VerifyReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
