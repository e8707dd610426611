import { studentQuantile } from '../distributions.ts';
import type { Fraction } from '../fraction.ts';
import { squareAndAdd } from '../square-and-add.ts';
import type { Interval } from '../wilson.ts';
import { type Detectable, detectable } from './detectable.ts';
import type { MeanSample } from './mean-change.ts';
import { shareChange } from './share-change.ts';

export interface BeforeAfter<Group> {
  before: Group;
  after: Group;
}

export interface DifferenceInDifferences {
  /** Change of the treated less change of the comparison. */
  effect: number;
  /** 95 %. */
  interval: Interval;
  /** The interval leaves 0 out. */
  clear: boolean;
  /** As a share of the value that the treated had before. */
  detectable: Detectable | null;
  /** What each side changed by. */
  treated: number;
  comparison: number;
}

/**
 * By how much a share changed where something was done, beyond what it changed elsewhere in the same time; null when one
 * of the four groups has no records. It assumes that both would have changed alike: show both lines before the change.
 *
 * Method: (after − before) of the treated less that of the comparison; square-and-add of the two Newcombe intervals, so
 * of all four Wilson intervals (see `squareAndAdd`), which unlike the sum of four variances holds near 0 and 100 %
 * (Card and Krueger 1994, American Economic Review 84:772-793, for the design). Unit: shares −2 to 2. A numerator outside
 * 0 to its denominator is a RangeError. Example: 40 to 25 of 100, elsewhere 40 to 38 of 100: −0.13, from −0.312 to 0.055.
 */
export function shareDifferenceInDifferences(
  treated: BeforeAfter<Fraction>,
  comparison: BeforeAfter<Fraction>,
): DifferenceInDifferences | null {
  const one = shareChange(treated.before, treated.after);
  const other = shareChange(comparison.before, comparison.after);
  if (one === null || other === null) return null;
  const interval = squareAndAdd(
    { value: one.effect, interval: one.interval },
    { value: other.effect, interval: other.interval },
  );
  return toResult(one.effect, other.effect, interval, one.before);
}

/**
 * The same of a mean, such as minutes to close or a rating; null when a group has fewer than two values or none varies.
 *
 * Method: the four variances by n added up, t quantile with Welch and Satterthwaite's degrees of freedom (Satterthwaite
 * 1946, Biometrics Bulletin 2:110-114). Unit: that of the values. Example: groups of 50 with variance 4, means 10 to 8
 * and 10 to 9.5: −1.5, from −2.62 to −0.38.
 */
export function meanDifferenceInDifferences(
  treated: BeforeAfter<MeanSample>,
  comparison: BeforeAfter<MeanSample>,
): DifferenceInDifferences | null {
  const groups = [treated.before, treated.after, comparison.before, comparison.after];
  const errors = groups.map(({ n, variance }) => ({ error: variance / n, freedom: n - 1 }));
  const variance = errors.reduce((sum, { error }) => sum + error, 0);
  if (!(variance > 0) || errors.some(({ freedom }) => freedom < 1)) return null;
  const degrees = variance ** 2 / errors.reduce((sum, { error, freedom }) => sum + error ** 2 / freedom, 0);
  const reach = studentQuantile(0.975, degrees) * Math.sqrt(variance);
  const [one, other] = [
    treated.after.mean - treated.before.mean,
    comparison.after.mean - comparison.before.mean,
  ];
  return toResult(one, other, [one - other - reach, one - other + reach], treated.before.mean);
}

function toResult(treated: number, comparison: number, interval: Interval, before: number) {
  return {
    effect: treated - comparison,
    interval,
    clear: interval[0] > 0 || interval[1] < 0,
    detectable: detectable('difference', interval, before),
    treated,
    comparison,
  };
}
