import { logGamma } from './distributions.ts';
import { sumTail } from './sum-tail.ts';

/**
 * How likely chance alone is to give this many events or more, where `mean` are expected.
 *
 * Method: exact sum of Poisson terms from `count` upward; below the mean, 1 less the lower tail. `count` is a whole
 * number, `mean` 0 or more, else a RangeError. Example: poissonUpperTail(3, 1) = 1 − e⁻¹(1 + 1 + 1/2) = 0.0803.
 */
export function poissonUpperTail(count: number, mean: number): number {
  check(count, mean);
  if (count <= 0) return 1;
  if (count <= mean) return 1 - poissonLowerTail(count - 1, mean);
  return sumTail(density(count, mean), (step) => mean / (count + step + 1));
}

/**
 * How likely chance alone is to give this many events or fewer, where `mean` are expected.
 *
 * Method, units and errors as above. Example: poissonLowerTail(0, 3) = e⁻³ = 0.0498.
 */
export function poissonLowerTail(count: number, mean: number): number {
  check(count, mean);
  if (count < 0) return 0;
  if (count > mean) return 1 - poissonUpperTail(count + 1, mean);
  return sumTail(density(count, mean), (step) => (count - step) / mean);
}

function density(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
}

function check(count: number, mean: number): void {
  if (Number.isInteger(count) && mean >= 0 && Number.isFinite(mean)) return;
  throw new RangeError(`${count} events where ${mean} are expected is no Poisson count`);
}
