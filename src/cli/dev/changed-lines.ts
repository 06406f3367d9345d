import type { ChangedLines } from '../../host/host.ts';

/** So far apart lines are looked for that are the same again. */
const furthest = 400;

/** Where two texts differ, line by line, in order. */
export function changedLines(before: string, after: string): ChangedLines[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes: ChangedLines[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const [dropped, added] = nextMeeting(old, now, i, j);
    changes.push({ line: j + 1, before: old.slice(i, i + dropped), after: now.slice(j, j + added) });
    [i, j] = [i + dropped, j + added];
  }
  return changes;
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

/** How many lines of each are to be passed over until both are the same, as few as can be. */
function nextMeeting(old: readonly string[], now: readonly string[], i: number, j: number): [number, number] {
  for (let sum = 1; sum <= furthest; sum++)
    for (let dropped = 0; dropped <= sum; dropped++) {
      const [a, b] = [i + dropped, j + sum - dropped];
      if (a <= old.length && b <= now.length && isMeeting(old, now, a, b)) return [dropped, sum - dropped];
    }
  return [old.length - i, now.length - j];
}

/** Two lines in a row are the same, or both texts end: one bracket alone means nothing. */
function isMeeting(old: readonly string[], now: readonly string[], a: number, b: number): boolean {
  if (a >= old.length || b >= now.length) return a >= old.length && b >= now.length;
  return old[a] === now[b] && old[a + 1] === now[b + 1];
}
