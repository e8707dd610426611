import type { Measure } from '../measures/measure.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import { POINTS_FOR_RUNS } from '../statistics/runs.ts';
import type { SeriesPoint } from './series.ts';

/** Means of fewer than so many a bucket say too little to be watched; medians, whose outliers move a mean of them, of more. */
const FEWEST_A_BUCKET = { mean: 5, median: 20 };

/** So many events a bucket, and as many cases without it: below, limits of counts and shares flag more than they say. */
export const FEWEST_EVENTS = 3;

/** What the whole buckets of a series hold. */
export interface Held {
  /** Buckets, and those of them that have a value. */
  buckets: number;
  n: number;
  /** Of the middle one, above and below the line. */
  numerator: number;
  denominator: number;
  /** Of all with a value: the sum of what is above the line, below it, and of the values. */
  sums: { numerator: number; denominator: number; value: number };
}

/** Counts out the whole buckets of a series. */
export function countPoints(points: readonly SeriesPoint[]): Held {
  // Of typed numbers, since those of a page's series are many.
  const [numerators, denominators] = [new Float64Array(points.length), new Float64Array(points.length)];
  const held = { buckets: 0, n: 0, sums: { numerator: 0, denominator: 0, value: 0 } };
  for (const { partial, value, numerator, denominator } of points) {
    if (partial) continue;
    numerators[held.buckets] = numerator ?? 0;
    denominators[held.buckets] = denominator ?? 0;
    held.buckets += 1;
    if (value === null) continue;
    held.n += 1;
    held.sums.numerator += numerator ?? 0;
    held.sums.denominator += denominator ?? 0;
    held.sums.value += value;
  }
  const middle = (all: Float64Array) =>
    all.subarray(0, held.buckets).sort()[Math.floor(held.buckets / 2)] ?? 0;
  return { ...held, numerator: middle(numerators), denominator: middle(denominators) };
}

/**
 * Whether the middle bucket holds enough for rules to mean what they say: 3 events of a count or rate, 3 on either side of a
 * share, 5 of what a mean is taken over, 20 of what a median is.
 */
export function hasEnough(
  { aggregate }: Measure,
  { numerator, denominator }: Pick<Held, 'numerator' | 'denominator'>,
  centre: number,
): boolean {
  switch (aggregate) {
    case 'count':
      return centre >= FEWEST_EVENTS;
    case 'share':
      return Math.min(centre, 1 - centre) * denominator >= FEWEST_EVENTS;
    case 'rate':
      return numerator >= FEWEST_EVENTS;
    case 'median':
      return denominator >= FEWEST_A_BUCKET.median;
    default:
      return denominator >= FEWEST_A_BUCKET.mean;
  }
}

/**
 * Whether so little is in a series, whose limits were never begun anew, that it cannot be judged whatever its chart: most
 * of those that a page looks over. The centre of its chart is known beforehand from 12 points on, as the mean of counts
 * and the pooled share; with fewer, a share of one half would need the least.
 */
export function isTooSmall(measure: Measure, points: readonly SeriesPoint[]): boolean {
  const held = countPoints(points);
  if (held.n < POINTS_FOR_RUNS) return true;
  return !hasEnough(measure, held, mostTelling(measure, held));
}

function mostTelling({ aggregate }: Measure, { n, sums }: Held): number {
  if (n < POINTS_FOR_LIMITS) return aggregate === 'share' ? 0.5 : Number.POSITIVE_INFINITY;
  const centre = aggregate === 'share' ? sums.numerator / sums.denominator : sums.value / n;
  // Added up in another order, it may differ from the chart's in the last digit.
  return aggregate === 'share' && centre > 0.5 ? centre - 1e-9 : centre + 1e-9;
}
