import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean } from './mean.ts';
import { quantile } from './quantile.ts';

const finite = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });

test('the median of 1, 2, 3, 4 is 2.5, halfway between the two in the middle', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
});

test('the 90th percentile of 1 to 11 stands at 1 + 10 × 0.9 = the 10th value', () => {
  expect(quantile([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9)).toBe(10);
});

test('type 7: the quartile of 1, 2, 3, 4 is 1.75, and of one value that value', () => {
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(quantile([7], 0.9)).toBe(7);
});

test('of nothing there is no quantile and no mean', () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(mean([])).toBeNull();
});

test('a share outside 0 to 1 is refused', () => {
  expect(() => quantile([1], 1.5)).toThrow('share');
});

test('quantiles go from the smallest to the largest value and never back', () => {
  fc.assert(
    fc.property(finite, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const at = quantile(values, share) ?? Number.NaN;
      expect(quantile(values, 0)).toBe(Math.min(...values));
      expect(quantile(values, 1)).toBe(Math.max(...values));
      expect(at).toBeGreaterThanOrEqual(Math.min(...values));
      expect(at).toBeLessThanOrEqual(quantile(values, Math.min(1, share + 0.1)) ?? Number.NaN);
    }),
  );
});

test('the mean of ten times 0.1 is 0.1 and not 0.09999999999999999', () => {
  expect(mean(Array(10).fill(0.1))).toBe(0.1);
});
