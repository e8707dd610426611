import type { Fraction } from './fraction.ts';
import { squareAndAdd } from './square-and-add.ts';
import { type Interval, wilson } from './wilson.ts';

/**
 * The range of the difference between two shares of the *same* n records, such as two bars of a Pareto chart; null
 * when n = 0. Shares of one whole are not independent: a record in one bar cannot be in the other.
 *
 * Method: square-and-add of two Wilson intervals with their correlation r,
 * d − √(a² − 2rab + b²) where a, b are the distances to the outer ends of the two intervals, likewise above
 * (Newcombe 1998, Statistics in Medicine 17:2635-2650, method 10 for paired shares). Its 2 × 2 table has both = 0,
 * only the first = `first`, only the second = `second`, neither = the rest, so that its φ is
 * r = −√(p₁p₂ / ((1−p₁)(1−p₂))), which is also the correlation of two counts of a multinomial sample. Unit:
 * shares −1 to 1, 95 % unless another z is given. Counts below 0 or together above n are a RangeError. Example:
 * 452 and 431 of 2,412: difference 0.0087, interval −0.0154 to 0.0328, so chance could reorder them.
 */
export function newcombeOneSample(first: number, second: number, n: number, z?: number): Interval | null {
  if (first + second > n) throw new RangeError(`${first} and ${second} are not two parts of ${n}`);
  const one = wilson(first, n, z);
  const other = wilson(second, n, z);
  if (one === null || other === null) return null;
  const neither = (n - first) * (n - second);
  const correlation = neither === 0 ? 0 : -Math.sqrt((first * second) / neither);
  return squareAndAdd(
    { value: first / n, interval: one },
    { value: second / n, interval: other },
    correlation,
  );
}

/**
 * The range of the difference between two shares of different records; null when either has none.
 *
 * Method: square-and-add of two Wilson intervals, r = 0 (Newcombe 1998, Statistics in Medicine 17:873-890, method
 * 10). Unit: shares −1 to 1, 95 % unless another z is given. A numerator outside 0 to its denominator is a
 * RangeError. Example: 56 of 70 less 48 of 80: 0.2, interval 0.0524 to 0.3339.
 */
export function newcombe(first: Fraction, second: Fraction, z?: number): Interval | null {
  const one = wilson(first.numerator, first.denominator, z);
  const other = wilson(second.numerator, second.denominator, z);
  if (one === null || other === null) return null;
  return squareAndAdd(
    { value: first.numerator / first.denominator, interval: one },
    { value: second.numerator / second.denominator, interval: other },
  );
}
