import { studentQuantile } from '../distributions.ts';
import { mean } from '../mean.ts';
import { type Change, toChange } from './change.ts';

export interface MeanSample {
  n: number;
  mean: number;
  /** Of the sample, by n − 1: `var_samp` in SQL. */
  variance: number;
}

/**
 * What became of a mean: after − before with its range; null with fewer than two values on a side, or when no value
 * differs from the next.
 *
 * Method: Welch's interval, t quantile with (v₁ + v₂)² / (v₁²/(n₁−1) + v₂²/(n₂−1)) degrees of freedom, where v is
 * variance / n (Welch 1947, Biometrika 34:28-35). Unit: that of the values. A negative variance is a RangeError.
 * Example: 10 values with mean 38.3 and variance 66.3 before, 12 with 35 and 40 after: −3.3, from −9.9 to 3.3.
 */
export function meanChange(before: MeanSample, after: MeanSample): Change | null {
  const [one, other] = [errorOf(before), errorOf(after)];
  const variance = one + other;
  if (before.n < 2 || after.n < 2 || variance === 0) return null;
  const degrees = variance ** 2 / (one ** 2 / (before.n - 1) + other ** 2 / (after.n - 1));
  const effect = after.mean - before.mean;
  const reach = studentQuantile(0.975, degrees) * Math.sqrt(variance);
  return toChange({
    scale: 'difference',
    method: 'welch',
    before: before.mean,
    after: after.mean,
    effect,
    interval: [effect - reach, effect + reach],
    n: { before: before.n, after: after.n },
  });
}

/** The sample that `meanChange` asks for; null of fewer than two values. Example: [1, 2, 6] has mean 3, variance 7. */
export function toMeanSample(values: readonly number[]): MeanSample | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return { n: values.length, mean: middle, variance: squares / (values.length - 1) };
}

function errorOf({ n, variance }: MeanSample): number {
  if (!(variance >= 0)) throw new RangeError(`${variance} is not a variance`);
  return variance / n;
}
