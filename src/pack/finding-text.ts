import type { LintFinding } from '../lint/lint.ts';
import { printableLine } from '../report/printable.ts';

/** A finding of lint in one line of the checklist. */
export function findingText({ rule, message, pointer }: LintFinding): string {
  return printableLine(`\`${rule}\`${pointer ? ` at \`${pointer}\`` : ''}: ${message}`);
}
