import { expect, test } from 'vitest';
import { type Clock, deadlineIn, within } from './deadline.ts';

/** A clock that goes on when told to. */
function handClock() {
  let now = 0;
  const waiting = new Map<() => void, number>();
  const clock: Clock = {
    now: () => now,
    after(milliseconds, action) {
      waiting.set(action, now + milliseconds);
      return () => waiting.delete(action);
    },
  };
  const goOn = (milliseconds: number) => {
    now += milliseconds;
    for (const [action, at] of waiting) if (at <= now && waiting.delete(action)) action();
  };
  return { clock, goOn, waiting };
}

test('the signal aborts when the time is up, not before', () => {
  const { clock, goOn } = handClock();
  const deadline = deadlineIn(100, clock);
  goOn(99);
  expect([deadline.signal.aborted, deadline.left()]).toEqual([false, 1]);
  goOn(1);
  expect([deadline.signal.aborted, deadline.left()]).toEqual([true, 0]);
  expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('time that has passed before the deadline was made counts', () => {
  const { clock, goOn } = handClock();
  goOn(60);
  expect(deadlineIn(100, clock, 0).left()).toBe(40);
});

test('work in time gives its value, and the timer is taken down', async () => {
  const { clock, waiting } = handClock();
  await expect(within(deadlineIn(100, clock), Promise.resolve('done'), () => {})).resolves.toBe('done');
  expect(waiting.size).toBe(0);
});

test('work that is late is left, and what became of it is told', async () => {
  const { clock, goOn } = handClock();
  const { promise, resolve } = Promise.withResolvers<string>();
  const late: unknown[] = [];
  const waited = within(deadlineIn(100, clock), promise, (outcome) => late.push(outcome));
  goOn(100);
  await expect(waited).rejects.toMatchObject({ name: 'TimeoutError' });
  resolve('too late');
  await promise;
  expect(late).toEqual(['too late']);
});

test('a failure in time is the failure', async () => {
  const { clock } = handClock();
  await expect(within(deadlineIn(100, clock), Promise.reject(new Error('broken')), () => {})).rejects.toThrow('broken');
});
