import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialQuantile } from './binomial-quantile.ts';
import { binomialLowerTail } from './binomial-tail.ts';

test('of 15 tosses at most 4 heads: P(X ≤ 3) = 576 / 32,768 = 1.8 %, P(X ≤ 4) = 1,941 / 32,768 = 5.9 %', () => {
  expect(binomialQuantile(0.05, 15, 0.5)).toBe(4);
  expect(binomialQuantile(576 / 32_768, 15, 0.5)).toBe(3);
  expect(binomialQuantile(577 / 32_768, 15, 0.5)).toBe(4);
});

test('of no toss there are no heads, and certainty needs all of them', () => {
  expect(binomialQuantile(0.05, 0, 0.5)).toBe(0);
  expect(binomialQuantile(1, 3, 0.5)).toBe(3);
});

test('2,000 tosses lose no term although 0.5 to the 2,000th is less than the smallest number', () => {
  expect(binomialQuantile(0.5, 2000, 0.5)).toBe(1000);
});

test('it is the smallest number whose lower tail reaches the probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (probability, n, chance) => {
        const k = binomialQuantile(probability, n, chance);
        expect(binomialLowerTail(k, n, chance)).toBeGreaterThanOrEqual(probability - 1e-9);
        if (k > 0) expect(binomialLowerTail(k - 1, n, chance)).toBeLessThan(probability + 1e-9);
      },
    ),
  );
});

test('half a trial, a chance of 1 and a probability of 2 are refused', () => {
  expect(() => binomialQuantile(0.5, 1.5, 0.5)).toThrow('trials');
  expect(() => binomialQuantile(0.5, 2, 1)).toThrow('chance');
  expect(() => binomialQuantile(2, 2, 0.5)).toThrow('probability');
});
