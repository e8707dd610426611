import { normalQuantile } from '../distributions.ts';
import { type Interval, Z95 } from '../wilson.ts';

/** The smallest changes that would probably have been seen, as shares of the value before: 0.23 is 23 %. */
export interface Detectable {
  /** Above 1: not even a drop to nothing would have been seen. */
  drop: number;
  rise: number;
}

const POWER = 0.8;

/**
 * How large a change would have had to be for a comparison like this one to show it in four cases of five: "would
 * have seen a drop of at least 23 %". Null when the value before is 0 or an end of the interval is 0 or infinite.
 *
 * Method: at 80 % power and two-sided 5 % it is z(0.975) + z(0.8) = 2.80 standard errors; the standard error is taken
 * from the width of the 95 % interval, of the logarithm where the effect is a ratio (Bloom 1995, Evaluation Review
 * 19:547-556). It speaks of the data at hand, not of the effect found: power at the effect found would say nothing
 * that the interval does not say (Hoenig and Heisey 2001, The American Statistician 55:19-24). Example: a difference
 * from −0.10 to −0.02 on 0.34 before: standard error 0.0204, 0.0572 / 0.34 = 17 %.
 */
export function detectable(
  scale: 'difference' | 'ratio',
  [low, high]: Interval,
  before: number,
  z = Z95,
): Detectable | null {
  const errors = z + normalQuantile(POWER);
  if (scale === 'difference') {
    const share = (errors * (high - low)) / (2 * z) / Math.abs(before);
    return Number.isFinite(share) ? { drop: share, rise: share } : null;
  }
  if (!(low > 0 && Number.isFinite(high))) return null;
  const reach = (errors * Math.log(high / low)) / (2 * z);
  return { drop: 1 - Math.exp(-reach), rise: Math.exp(reach) - 1 };
}
