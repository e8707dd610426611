import type { Fraction } from '../fraction.ts';
import { rateRatio } from '../rate-ratio.ts';
import { type Change, toChange } from './change.ts';

/**
 * What became of a rate, such as incidents by contacts: after / before with its range; null without any event or
 * with a denominator of 0. The effect is Infinity when there were no events before.
 *
 * Method: score interval of a ratio of two Poisson rates (see `rateRatio`). It counts on events that come one by one;
 * where weeks differ by more than chance the range is too narrow, and `interruptedSeries` is the method to trust.
 * Unit: that of the fractions. Example: 60 in 514.8 before, 30 in 543.1 after: 0.474, from 0.307 to 0.732.
 */
export function rateChange(before: Fraction, after: Fraction): Change | null {
  const found = rateRatio(after, before);
  if (found === null) return null;
  return toChange({
    scale: 'ratio',
    method: 'rate-ratio',
    before: before.numerator / before.denominator,
    after: after.numerator / after.denominator,
    effect: found.ratio,
    interval: found.interval,
    n: { before: before.numerator, after: after.numerator },
  });
}
