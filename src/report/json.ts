import { type Report, summaryOf } from './report.ts';

/** The report as JSON for programs. Shape: {tool, version, severities, packages, summary}; the summary counts what has one of the severities. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify({ ...report, summary: summaryOf(report) }, null, 2)}\n`;
}
