import { normalQuantile } from './distributions.ts';

export type Interval = readonly [low: number, high: number];

/** The z of a 95 % interval. */
export const Z95 = normalQuantile(0.975);

/**
 * The range in which the true share lies, from `count` of `n`; null when nothing was counted (n = 0).
 *
 * Method: score interval, (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), cut to 0 and 1 and exact there (Wilson
 * 1927, JASA 22:209-212). Unit: shares 0 to 1; 95 % unless another z is given. A count outside 0 to n is a
 * RangeError. Example: wilson(2, 200) = [0.0027, 0.0357].
 */
export function wilson(count: number, n: number, z = Z95): Interval | null {
  if (!(count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is not a share`);
  if (n === 0) return null;
  const share = count / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return [count === 0 ? 0 : Math.max(0, middle - reach), count === n ? 1 : Math.min(1, middle + reach)];
}
