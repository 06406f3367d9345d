import { writeFile } from 'node:fs/promises';
import { type AnyRule, fixedFiles, type LintFinding } from '../../lint/lint.ts';
import { readPackage } from '../../package/connector-package.ts';

/** What one fix makes visible the next round mends; more rounds would be fixes that undo each other. */
const mostRounds = 5;

/** Mends the files of a package in their place. Gives what was mended, file by file. */
export async function fixFiles(
  location: string,
  rules: readonly AnyRule[],
  isWanted: (finding: LintFinding) => boolean,
): Promise<ReadonlyMap<string, readonly LintFinding[]>> {
  const mended = new Map<string, LintFinding[]>();
  for (let round = 0; round < mostRounds; round++) {
    const files = fixedFiles(await readPackage(location), rules, isWanted);
    if (files.length === 0) break;
    for (const { file, text, mended: findings } of files) {
      await writeFile(file, text);
      mended.set(file, [...(mended.get(file) ?? []), ...findings]);
    }
  }
  return mended;
}

/** What was mended, for people. */
export function mendedText(mended: ReadonlyMap<string, readonly LintFinding[]>): string {
  return [...mended]
    .map(([file, findings]) => {
      const byRule = new Map<string, number>();
      for (const { rule } of findings) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
      const rules = [...byRule].map(([rule, count]) => (count === 1 ? rule : `${rule} (${count})`)).join(', ');
      return `Mended ${file}: ${rules}\n`;
    })
    .join('');
}
