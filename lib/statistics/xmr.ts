import { POINTS_FOR_LIMITS } from './control-chart.ts';
import { mean } from './mean.ts';
import { movingRange } from './moving-range.ts';

/** 3 sigma in units of the mean moving range: 3 / 1.128. */
export const XMR_LIMIT = 2.66;

/** The usual range of a series, in the unit of its values; limits are raw and may lie below zero. */
export interface XmrLimits {
  centre: number;
  lower: number;
  upper: number;
  averageMovingRange: number;
  /** Known values behind the limits, and moving ranges left out as outliers. */
  n: number;
  screened: number;
  /** Fewer than 12 points: shown, not to be judged by. */
  trial: boolean;
  /** All values are the same: the limits are that value. */
  constant: boolean;
}

/**
 * The usual range of single values in time order: individuals and moving range chart (XmR).
 *
 * Method: mean ± 2.66 × mean moving range, outlying ranges screened once, the mean never; nulls are gaps and never
 * bridged. Source: Wheeler, Understanding Variation (1993); NHS Making Data Count, by NHSRplotthedots. Answers null
 * when the values cannot show variation: fewer than two, no two neighbours, or a flat stretch on either side of a
 * gap. Example: [4, 6, 3, 5, 7, 4, 6, 5]: mean 5, mean range 15/7, limits −0.7 and 10.7, trial (8 points).
 */
export function xmr(
  values: readonly (number | null)[],
  options: { screen: boolean } = { screen: true },
): XmrLimits | null {
  const known = values.filter((value) => value !== null);
  const centre = mean(known);
  const ranges = movingRange(values, options.screen);
  if (centre === null || ranges === null) return null;
  const constant = known.every((value) => value === known[0]);
  if (ranges.average === 0 && !constant) return null;
  return {
    centre,
    lower: centre - XMR_LIMIT * ranges.average,
    upper: centre + XMR_LIMIT * ranges.average,
    averageMovingRange: ranges.average,
    n: known.length,
    screened: ranges.screened,
    trial: known.length < POINTS_FOR_LIMITS,
    constant,
  };
}
