import { binomialTest } from './binomial-test.ts';
import type { Fraction } from './fraction.ts';
import { type Interval, wilson, Z95 } from './wilson.ts';

export interface RateRatio {
  /** First rate by second rate; Infinity where the second has no events. */
  ratio: number;
  /** Its upper end is Infinity where the second has no events. */
  interval: Interval;
  /** Of the score test of equal rates, above 0 where the first is larger. */
  z: number;
  /** Exact, two-sided. */
  p: number;
}

/**
 * How many times one rate is the other: events (`numerator`) by contacts or days (`denominator`) on both sides; null
 * when there were no events at all or a denominator is 0.
 *
 * Method: given the c₁ + c₂ events, c₁ is binomial; its Wilson interval l to u becomes l/(1−l) · n₂/n₁ to
 * u/(1−u) · n₂/n₁, the score interval of the ratio (Graham, Mayne and Griffiths 2003, Statistics in Medicine
 * 22:2071-2083). z = (r₁ − r₂)/√((c₁+c₂)/(n₁+n₂)·(1/n₁+1/n₂)); p is the exact binomial test (Przyborowski and
 * Wilenski 1940, Biometrika 31:313-323). 95 % unless another z is given. Numerators that are no counts and negative
 * denominators are RangeErrors. Example: 60 in 514.8 by 30 in 543.1: 2.11, from 1.37 to 3.26, z 3.42, p 0.0007.
 */
export function rateRatio(first: Fraction, second: Fraction, zOfInterval = Z95): RateRatio | null {
  const [c1, n1] = checked(first);
  const [c2, n2] = checked(second);
  const events = c1 + c2;
  const interval = wilson(c1, events, zOfInterval);
  if (interval === null || n1 === 0 || n2 === 0) return null;
  const toRatio = (share: number) => ((share / (1 - share)) * n2) / n1;
  const error = Math.sqrt((events / (n1 + n2)) * (1 / n1 + 1 / n2));
  return {
    ratio: c1 / n1 / (c2 / n2),
    interval: [toRatio(interval[0]), toRatio(interval[1])],
    z: (c1 / n1 - c2 / n2) / error,
    p: binomialTest(c1, events, n1 / (n1 + n2)),
  };
}

function checked({ numerator, denominator }: Fraction): [count: number, exposure: number] {
  if (Number.isInteger(numerator) && numerator >= 0 && denominator >= 0) return [numerator, denominator];
  throw new RangeError(`${numerator} in ${denominator} is not a rate`);
}
