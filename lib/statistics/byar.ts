import { type Interval, Z95 } from './wilson.ts';

/**
 * The range in which the true number of events lies when `count` were seen; divided by contacts or days it is the
 * range of a rate.
 *
 * Method: Byar's approximation to the exact Poisson interval, x(1 − 1/9x − z/3√x)³ below and the same with x + 1 and
 * + z above (Breslow and Day 1987, Statistical Methods in Cancer Research II, p. 69; the form of Public Health
 * England, not the one with x + 0.5 on both sides). It is within 1 % of the exact interval from 10 events on; for
 * fewer take `exactPoisson`. Of 0 events the lower end is 0. A negative count is a RangeError.
 * Example: byar(20) = [12.21, 30.89].
 */
export function byar(count: number, z = Z95): Interval {
  if (!(count >= 0)) throw new RangeError(`${count} is not a count`);
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const next = count + 1;
  return [Math.max(0, low), next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3];
}
