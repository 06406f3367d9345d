import { writeFile } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';
import { type AnyRule, fixedFiles, type LintFinding } from '../../lint/lint.ts';
import { readLocation } from './read-location.ts';

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
    const connectors = await readLocation(location);
    if (connectors.some(({ archive }) => archive && !archive.isFolder)) break;
    const files = connectors.flatMap((connector) => (connector.archive ? [] : fixedFiles(connector, rules, isWanted)));
    if (files.length === 0) break;
    for (const { file, text, mended: findings } of files) {
      await replaceText(file, text);
      mended.set(file, [...(mended.get(file) ?? []), ...findings]);
    }
  }
  return mended;
}

/** Writes a file anew. Throws a CodedError PACKAGE_UNREADABLE where that is refused. */
export async function replaceText(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((cause: NodeJS.ErrnoException) => {
    const reason = refusals[cause.code ?? ''] ?? cause.code ?? cause.message;
    throw new CodedError('PACKAGE_UNREADABLE', `${file} cannot be mended: ${reason}.`, { cause });
  });
}

/** By the operating system's codes. */
const refusals: Readonly<Record<string, string>> = {
  EACCES: 'you may not write to it',
  EPERM: 'you may not write to it',
  EROFS: 'it is on a disk that is read only',
  ENOSPC: 'the disk is full',
  EBUSY: 'another program uses it',
};

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

/** That --fix mends no more than is shown, where there was more to mend. */
export function leftAloneText(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? '1 finding that --fix would mend is' : `${count} findings that --fix would mend are`;
  return `${what} below --severity and left alone.\n`;
}
