import type { Fraction } from '../fraction.ts';
import { type Interval, wilson } from '../wilson.ts';

export interface Ratio {
  /** Infinity where the second side has none. */
  ratio: number;
  /** Its upper end may be Infinity. */
  interval: Interval;
}

/**
 * How many times one share is another, such as the share of bad outcomes with and without a cue; null when a side has
 * no records or neither has a case.
 *
 * Method: the two Wilson intervals are put together for a ratio, MOVER-R: with a = p₁p₂, b = l₁(2p₁ − l₁) and
 * c = u₂(2p₂ − u₂) the lower end is b / (a + √(a² − bc)), the upper end likewise with the other ends (Donner and Zou
 * 2012, Statistical Methods in Medical Research 21:347-359; Fagerland, Lydersen and Laake 2015, the
 * same 24:224-254). 95 % unless another z is given. Numerators outside 0 to their denominators are RangeErrors. Example: 7
 * of 34 by 1 of 34: 7.0, from 1.15 to 41.98.
 */
export function riskRatio(first: Fraction, second: Fraction, z?: number): Ratio | null {
  const one = wilson(first.numerator, first.denominator, z);
  const other = wilson(second.numerator, second.denominator, z);
  if (one === null || other === null || first.numerator + second.numerator === 0) return null;
  const p1 = first.numerator / first.denominator;
  const p2 = second.numerator / second.denominator;
  const root = (b: number, c: number) => p1 * p2 + Math.sqrt(Math.max(0, (p1 * p2) ** 2 - b * c));
  const square = (share: number, end: number) => end * (2 * share - end);
  const [lowest, highest] = [square(p1, one[0]), square(p1, one[1])];
  const [least, most] = [square(p2, other[0]), square(p2, other[1])];
  return {
    ratio: p1 / p2,
    interval: [
      lowest === 0 ? 0 : lowest / root(lowest, most),
      least === 0 ? Number.POSITIVE_INFINITY : root(highest, least) / least,
    ],
  };
}
