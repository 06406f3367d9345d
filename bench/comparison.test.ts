import { expect, it } from 'vitest';
import { median, medianRatio } from './comparison.ts';

it('takes the median of odd and of even numbers of values', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('compares round by round, so that a slow minute of the machine weighs on both', () => {
  expect(medianRatio([100, 10, 90], [200, 20, 100])).toBe(0.5);
});

it('is not thrown off by one odd round', () => {
  expect(medianRatio([1, 1, 1000], [2, 2, 1])).toBe(0.5);
});

it('refuses rates of different rounds', () => {
  expect(() => medianRatio([1], [1, 2])).toThrow(TypeError);
});
