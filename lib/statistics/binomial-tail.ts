import { logGamma } from './distributions.ts';
import { sumTail } from './sum-tail.ts';

/**
 * How likely chance alone is to give `count` or more of `n`, each with this probability.
 *
 * Method: exact sum of binomial terms from `count` upward; below the mean, 1 less the lower tail. `count` and `n` are
 * whole numbers, `probability` lies within 0 to 1, else a RangeError. Example: binomialUpperTail(9, 10, 0.5) = 11 / 1024.
 */
export function binomialUpperTail(count: number, n: number, probability: number): number {
  check(count, n, probability);
  if (count <= 0) return 1;
  if (count > n) return 0;
  if (probability === 1) return 1;
  if (count <= n * probability) return 1 - binomialLowerTail(count - 1, n, probability);
  const odds = probability / (1 - probability);
  return sumTail(
    binomialDensity(count, n, probability),
    (step) => ((n - count - step) / (count + step + 1)) * odds,
  );
}

/**
 * How likely chance alone is to give `count` or fewer of `n`, each with this probability.
 *
 * Method, units and errors as above. Example: binomialLowerTail(1, 10, 0.5) = 11 / 1024.
 */
export function binomialLowerTail(count: number, n: number, probability: number): number {
  return binomialUpperTail(n - count, n, 1 - probability);
}

/**
 * How likely chance alone is to give exactly `count` of `n`, each with this probability.
 *
 * Units and errors as above. Example: binomialDensity(5, 10, 0.5) = 252 / 1024.
 */
export function binomialDensity(count: number, n: number, probability: number): number {
  check(count, n, probability);
  if (count < 0 || count > n) return 0;
  if (probability === 0 || probability === 1) return count === n * probability ? 1 : 0;
  const ways = logGamma(n + 1) - logGamma(count + 1) - logGamma(n - count + 1);
  return Math.exp(ways + count * Math.log(probability) + (n - count) * Math.log1p(-probability));
}

function check(count: number, n: number, probability: number): void {
  if (Number.isInteger(count) && Number.isInteger(n) && n >= 0 && probability >= 0 && probability <= 1)
    return;
  throw new RangeError(`${count} of ${n} with probability ${probability} is no binomial count`);
}
