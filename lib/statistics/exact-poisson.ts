import { chiSquareQuantile, normalUpperTail } from './distributions.ts';
import { type Interval, Z95 } from './wilson.ts';

/**
 * The range in which the true number of events lies when `count` were seen, for small counts, too.
 *
 * Method: exact central interval, half the chi-square quantiles with 2x and 2(x + 1) degrees of freedom (Garwood 1936,
 * Biometrika 28:437-442). Of 0 events the lower end is 0. 95 % unless another z is given. A count that is not a
 * whole number of 0 or more is a RangeError. Example: exactPoisson(3) = [0.619, 8.767].
 */
export function exactPoisson(count: number, z = Z95): Interval {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`${count} is not a count`);
  const tail = normalUpperTail(z);
  return [
    count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    chiSquareQuantile(1 - tail, 2 * (count + 1)) / 2,
  ];
}
