import { Z95 } from '../wilson.ts';
import { type Change, toChange } from './change.ts';
import type { MedianSample } from './median-sample.ts';

/**
 * What became of a median: after − before with its range; null when all middle values are the same.
 *
 * Method: difference ± z √(se₁² + se₂²), the standard error of each median taken from its own order statistics
 * (Bonett and Price 2002, Psychological Methods 7:370-383). No distribution is assumed and nothing is drawn at random,
 * so the same data always give the same range. Unit: that of the values. Example: medians 75.5 after and 160.5 before
 * with standard errors that add up to 37.1: −85, from −158 to −12.
 */
export function medianChange(before: MedianSample, after: MedianSample): Change | null {
  const error = Math.hypot(before.standardError, after.standardError);
  if (error === 0) return null;
  const effect = after.median - before.median;
  return toChange({
    scale: 'difference',
    method: 'price-bonett',
    before: before.median,
    after: after.median,
    effect,
    interval: [effect - Z95 * error, effect + Z95 * error],
    n: { before: before.n, after: after.n },
  });
}
