import { type Report, summaryOf } from './report.ts';

/** The report as JSON for programs. Shape: {tool, version, packages, summary}. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify({ ...report, summary: summaryOf(report) }, null, 2)}\n`;
}
