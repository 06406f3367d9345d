import type { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { allChecks, type Check, type Progress } from '../../verify/verify.ts';
import { progressLine, verifyProgress } from './progress.ts';

interface Rated {
  readonly calls: number;
  readonly seconds: number;
}

function written(
  isTTY: boolean,
  rate?: Rated,
  steps: readonly Progress[] = [],
  checks: readonly Check[] = allChecks,
): string {
  let text = '';
  const write = (part: string) => {
    text += part;
    return true;
  };
  const stream = { isTTY, columns: 60, write } as WriteStream;
  const progress = verifyProgress(stream, { requests: 300, rate, actions: 2, checks });
  for (const step of steps) progress.tell(step);
  progress.end();
  return text;
}
const begun: Progress = { done: 3, total: 12, begun: { name: 'paging-order', extensionPoint: 'record-details' } };

test('a line has a bar, how far it is, what failed, and what goes on', () => {
  const state = { done: 3, total: 12, failures: 2, doing: 'record-details paging-order' };
  expect(progressLine(state, 80)).toBe('█████░░░░░░░░░░░░░░░  3/12  2 failed  record-details paging-order');
  expect(progressLine(state, 30)).toHaveLength(29);
  expect(progressLine({ done: 0, total: 0, failures: 0, doing: '' }, 80)).toBe(`${'░'.repeat(20)}  0/0`);
});

test('a terminal has one line, gone at the end; a pipe has none', () => {
  const clear = '\r\u001b[K';
  const line = progressLine({ done: 3, total: 12, failures: 0, doing: 'record-details paging-order' }, 60);
  expect(written(true, undefined, [begun])).toBe(`${clear}${line}${clear}`);
  expect(written(false, undefined, [begun])).toBe('');
});

test('how long a rate makes it is told everywhere', () => {
  expect(written(false, { calls: 100, seconds: 60 })).toMatch(/^About 420 requests; .* at least 4 minutes\.\n$/);
});

test('fewer checks take less, and one minute is one', () => {
  const some = (...ids: string[]) => allChecks.filter(({ id }) => ids.includes(id));
  const paging = some('paging-order', 'paging-end');
  const told = (rate: Rated, checks: readonly Check[]) => written(false, rate, [], checks);
  expect(told({ calls: 5, seconds: 1 }, paging)).toMatch(
    /^About 1\d requests; at 5 in 1 second .* at least \d seconds?\.\n$/,
  );
  expect(told({ calls: 100, seconds: 1 }, paging)).toMatch(/at least 1 second\./);
  expect(told({ calls: 5, seconds: 60 }, some('paging-order'))).toMatch(/at least \d minutes?\./);
  expect(told({ calls: 300, seconds: 60 }, some('robust-generated-inputs'))).toMatch(
    /^About 31\d .* at least 1 minute\./,
  );
});
