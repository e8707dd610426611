import { binomialDensity, binomialLowerTail, binomialUpperTail } from './binomial-tail.ts';
import { twoSided } from './two-sided.ts';

/**
 * The two-sided p-value of `count` of `n` where each has this probability.
 *
 * Method: exact, all outcomes as unlikely as the one seen (Clopper and Pearson 1934; R's binom.test). Whole numbers
 * and a probability within 0 to 1, else a RangeError; 1 when n = 0. Example: binomialTest(682, 925, 0.75) = 0.3825.
 */
export function binomialTest(count: number, n: number, probability: number): number {
  return twoSided(count, {
    mode: Math.min(n, Math.floor((n + 1) * probability)),
    largest: n,
    density: (value) => binomialDensity(value, n, probability),
    lowerTail: (value) => binomialLowerTail(value, n, probability),
    upperTail: (value) => binomialUpperTail(value, n, probability),
  });
}
