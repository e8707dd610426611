import type { Measure } from '../measures/measure.ts';
import { unitsOf } from '../measures/money.ts';
import { addsUp, measureValue } from '../measures/sums.ts';
import type { SeriesPoint } from './series.ts';

/**
 * A measure over time as plain numbers, each in the place of its bucket: what is needed to look a series over, without
 * an object a bucket. Where there is none to tell a number is NaN.
 */
export interface PlainSeries {
  buckets: readonly Pick<SeriesPoint, 'partial'>[];
  values: Float64Array;
  numerators: Float64Array;
  denominators: Float64Array;
}

/** The rows of one series, each read by itself: in the place of which bucket it lies, and its sums. */
export interface PlacedRows {
  count: number;
  placeOf(row: number): number;
  numeratorOf(row: number): number;
  denominatorOf(row: number): number;
  medianOf(row: number): number | null;
}

/** A series of so many buckets that `fillSeries` fills anew for each of many. */
export function emptySeries(buckets: PlainSeries['buckets']): PlainSeries {
  const { length } = buckets;
  const numbers = () => new Float64Array(length);
  return { buckets, values: numbers(), numerators: numbers(), denominators: numbers() };
}

/** As `toSeries` of rows in whole units: a bucket without rows is 0 for counts and sums and a gap for the others. */
export function fillSeries(series: PlainSeries, measure: Measure, rows: PlacedRows): void {
  const { values, numerators, denominators } = series;
  values.fill(addsUp(measure) ? 0 : Number.NaN);
  numerators.fill(0);
  denominators.fill(0);
  const units = unitsOf(measure);
  for (let row = 0; row < rows.count; row++) {
    const place = rows.placeOf(row);
    const numerator = rows.numeratorOf(row) / units;
    const denominator = rows.denominatorOf(row);
    const median = rows.medianOf(row);
    values[place] = measureValue(measure, { numerator, denominator, median }) ?? Number.NaN;
    numerators[place] = numerator;
    denominators[place] = denominator;
  }
}

/** The points of a series as plain numbers. */
export function toPlain(points: readonly SeriesPoint[]): PlainSeries {
  const series = emptySeries(points);
  for (const [place, { value, numerator, denominator }] of points.entries()) {
    series.values[place] = value ?? Number.NaN;
    series.numerators[place] = numerator ?? Number.NaN;
    series.denominators[place] = denominator ?? Number.NaN;
  }
  return series;
}

/** The place of the newest whole bucket with a value; below 0 without one. */
export function latestPlace({ buckets, values }: PlainSeries): number {
  let place = buckets.length - 1;
  while (place >= 0 && (buckets[place]?.partial || Number.isNaN(values[place]))) place -= 1;
  return place;
}
