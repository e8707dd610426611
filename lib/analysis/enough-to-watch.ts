import type { Measure } from '../measures/measure.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import { POINTS_FOR_RUNS } from '../statistics/runs.ts';
import type { PlainSeries } from './plain-series.ts';

/** Means of fewer than so many a bucket say too little to be watched; medians, whose outliers move a mean of them, of more. */
const FEWEST_A_BUCKET = { mean: 5, median: 20 };

/** So many events a bucket, and as many cases without it: below, limits of counts and shares flag more than they say. */
export const FEWEST_EVENTS = 3;

/**
 * Whether the middle bucket holds enough for rules to mean what they say: 3 events of a count or rate, 3 on either side of a
 * share, 5 of what a mean is taken over, 20 of what a median is.
 */
export function hasEnough({ aggregate }: Measure, series: PlainSeries, centre: number): boolean {
  const middle = (numbers: 'numerators' | 'denominators') => middleOf(series, series[numbers]);
  switch (aggregate) {
    case 'count':
      return centre >= FEWEST_EVENTS;
    case 'share':
      return Math.min(centre, 1 - centre) * middle('denominators') >= FEWEST_EVENTS;
    case 'rate':
      return middle('numerators') >= FEWEST_EVENTS;
    case 'median':
      return middle('denominators') >= FEWEST_A_BUCKET.median;
    default:
      return middle('denominators') >= FEWEST_A_BUCKET.mean;
  }
}

/**
 * Whether so little is in a series, whose limits were never begun anew, that it cannot be judged whatever its chart: most
 * of those that a page looks over. The centre of its chart is known beforehand from 12 points on, as the mean of counts
 * and the pooled share; with fewer, a share of one half would need the least.
 */
export function isTooSmall(measure: Measure, series: PlainSeries): boolean {
  const n = countValues(series);
  return n < POINTS_FOR_RUNS || !hasEnough(measure, series, mostTelling(measure, series, n));
}

function countValues({ buckets, values }: PlainSeries): number {
  let n = 0;
  for (let place = 0; place < buckets.length; place++)
    if (!buckets[place]?.partial && !Number.isNaN(values[place])) n += 1;
  return n;
}

/** Of the middle one of the whole buckets; what is not known counts as 0. */
function middleOf({ buckets }: PlainSeries, numbers: Float64Array): number {
  let count = 0;
  if (ordered.length < numbers.length) ordered = new Float64Array(numbers.length);
  for (let place = 0; place < buckets.length; place++) {
    if (buckets[place]?.partial) continue;
    ordered[count] = numbers[place] || 0;
    count += 1;
  }
  return ordered.subarray(0, count).sort()[Math.floor(count / 2)] ?? 0;
}

/** Where the numbers of a series are put in order, one series after the other. */
let ordered = new Float64Array(0);

function mostTelling({ aggregate }: Measure, { buckets, ...series }: PlainSeries, n: number): number {
  if (n < POINTS_FOR_LIMITS) return aggregate === 'share' ? 0.5 : Number.POSITIVE_INFINITY;
  const sums = { numerator: 0, denominator: 0, value: 0 };
  for (let place = 0; place < buckets.length; place++) {
    const value = series.values[place] ?? Number.NaN;
    if (buckets[place]?.partial || Number.isNaN(value)) continue;
    sums.numerator += series.numerators[place] || 0;
    sums.denominator += series.denominators[place] || 0;
    sums.value += value;
  }
  const centre = aggregate === 'share' ? sums.numerator / sums.denominator : sums.value / n;
  // Added up in another order, it may differ from the chart's in the last digit. Of shares one half needs the least.
  if (aggregate !== 'share') return centre + 1e-9;
  return centre > 0.5 ? Math.max(0.5, centre - 1e-9) : Math.min(0.5, centre + 1e-9);
}
