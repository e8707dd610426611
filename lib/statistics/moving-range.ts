import { mean } from './mean.ts';

/** D4 of two points: the upper limit of moving ranges, in units of their mean; outlying ones are left out. */
export const D4 = 3.267;

/** What a series varies by from one point to the next. */
export interface MovingRange {
  average: number;
  /** How many ranges there were, and how many of them were left out as outliers. */
  ranges: number;
  screened: number;
}

/**
 * The mean difference between neighbouring values, outliers left out once; null when no two neighbours are known.
 *
 * Method: ranges of 3.267 times their mean or more are dropped and the mean is taken again, once (Nelson 1982,
 * Journal of Quality Technology 14:172-173, as NHSRplotthedots does it by default). Screening is not applied where
 * it would leave no variation at all, as in a series that is constant but for a few points. A null is a gap: there
 * is no range on either side of it. Example: [1, 2, 1, 2, 10, 1, 2, 1]: the 8 and the 9 among five ranges of 1 stay
 * (mean 3.14, screen 10.3).
 */
export function movingRange(values: readonly (number | null)[], screen = true): MovingRange | null {
  return screened(neighbourDifferences(values), screen);
}

/** The mean of steps with outliers left out once, by the rule above; null of nothing. */
export function screened(ranges: readonly number[], screen: boolean): MovingRange | null {
  const all = mean(ranges);
  if (all === null) return null;
  const isKept = (range: number) => range < D4 * all;
  const kept = ranges.every(isKept) ? ranges : ranges.filter(isKept);
  const average = mean(kept);
  if (!screen || average === null || average === 0)
    return { average: all, ranges: ranges.length, screened: 0 };
  return { average, ranges: ranges.length, screened: ranges.length - kept.length };
}

function neighbourDifferences(values: readonly (number | null)[]): number[] {
  const differences: number[] = [];
  let before: number | null = null;
  for (const value of values) {
    if (value !== null && before !== null) differences.push(Math.abs(value - before));
    before = value;
  }
  return differences;
}
