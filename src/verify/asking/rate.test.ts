import { expect, test } from 'vitest';
import { rateLimiter, secondsFor } from './rate.ts';

test('so many calls go at once, the next ones as soon as the window has room', () => {
  let now = 0;
  const wait = rateLimiter({ calls: 2, seconds: 10 }, () => now);
  expect([wait(), wait(), wait(), wait()]).toEqual([0, 0, 10_000, 10_000]);
  now = 15_000;
  expect([wait(), wait()]).toEqual([5000, 5000]);
  now = 60_000;
  expect(wait()).toBe(0);
});

test('what a run will take is told beforehand', () => {
  expect([1, 100, 101, 650].map((requests) => secondsFor(requests, { calls: 100, seconds: 60 }))).toEqual([
    0, 0, 60, 360,
  ]);
});
