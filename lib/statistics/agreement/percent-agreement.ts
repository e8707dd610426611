import { type Interval, wilson } from '../wilson.ts';
import { countRatings, pairsAgreeing, type Ratings } from './rating-counts.ts';

export interface PercentAgreement {
  agreement: number;
  interval: Interval;
  /** Rated by two or more. */
  units: number;
  /** Rated by fewer: they say nothing about agreement. */
  leftOut: number;
}

/**
 * How often two raters of the same unit say the same; null when no unit has two ratings. Part of it is chance: beside
 * it belong `gwetAc1` and `cohenKappa`.
 *
 * Method: the share of agreeing pairs of each unit, and its mean over the units; the interval is Wilson's for that
 * share of the units, exact for two raters and a little wide for more. Unit: 0 to 1. Errors as in `countRatings`.
 * Example: three units, of which two raters agree on two: 0.667, from 0.208 to 0.939.
 */
export function percentAgreement(ratings: Ratings, categories: number): PercentAgreement | null {
  const shares = countRatings(ratings, categories)
    .map(pairsAgreeing)
    .filter((share) => share !== null);
  const agreeing = shares.reduce((sum, share) => sum + share, 0);
  const interval = wilson(Math.min(agreeing, shares.length), shares.length);
  if (interval === null) return null;
  return {
    agreement: agreeing / shares.length,
    interval,
    units: shares.length,
    leftOut: ratings.length - shares.length,
  };
}
