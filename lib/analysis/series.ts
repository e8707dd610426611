import { type BucketUnit, bucketStarts, bucketWindow, isPartialBucket } from '../filters/buckets.ts';
import type { LocalDate, Window } from '../filters/filters.ts';
import { daysIn, intersection } from '../filters/local-dates.ts';
import type { Windows } from '../filters/periods.ts';
import type { Measure } from '../measures/measure.ts';

/** Counts and shares of one bucket; a count has the same number on both sides. */
export interface FractionRow {
  start: LocalDate;
  numerator: number;
  denominator: number;
}

/** Durations of one bucket in minutes; `median` is null where nothing was closed. */
export interface DurationRow {
  start: LocalDate;
  median: number | null;
  n: number;
}

export type SeriesRow = FractionRow | DurationRow;

/** One bucket of a measure: its value (a share 0 to 1), null where there is none to tell. */
export interface SeriesPoint {
  start: LocalDate;
  /** The days of the bucket that lie in the period. */
  window: Window;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Less than its whole span was counted: never joined, never judged. */
  partial: boolean;
}

const WEEKS_AT_MOST = 520;

/** Weeks, or months where there would be more than 520 of them. */
export function chooseBucket(windows: Windows): BucketUnit {
  const counted = countedWindow(windows);
  return counted && daysIn(counted) > WEEKS_AT_MOST * 7 ? 'month' : 'week';
}

/**
 * Every bucket of the period that lies in coverage, in order. A bucket without rows is 0 for counts and a gap for
 * shares and medians; outside coverage there is none. A row outside of them is a defect and throws.
 */
export function toSeries(
  measure: Measure,
  rows: readonly SeriesRow[],
  unit: BucketUnit,
  windows: Windows,
): SeriesPoint[] {
  const counted = countedWindow(windows);
  const starts = counted ? bucketStarts(counted, unit) : [];
  const byStart = new Map(rows.map((row) => [row.start, row]));
  const stray = rows.find(({ start }) => !starts.includes(start));
  if (stray) throw new RangeError(`a row of ${stray.start} lies in no ${unit} of the period`);
  return starts.map((start) => {
    const bucket = bucketWindow(start, unit);
    return {
      start,
      window: intersection(bucket, windows.current) ?? bucket,
      ...bucketValue(measure, byStart.get(start)),
      partial: isPartialBucket(bucket, windows),
    };
  });
}

/**
 * The comparison's value for each point, by place in its period: the first week meets the first, also where the
 * record holds only later ones. Part buckets on either side are left out, since they cannot be compared.
 */
export function alignComparison(
  points: readonly SeriesPoint[],
  before: readonly SeriesPoint[],
  unit: BucketUnit,
  { current, comparison }: Windows,
): (number | null)[] {
  const starts = bucketStarts(current, unit);
  const others = comparison ? bucketStarts(comparison, unit) : [];
  return points.map(({ start, partial }) => {
    const other = partial ? undefined : before.find((point) => point.start === others[starts.indexOf(start)]);
    return other && !other.partial ? other.value : null;
  });
}

function countedWindow({ current, coverage }: Windows): Window | null {
  return coverage && intersection(current, coverage);
}

function bucketValue(
  measure: Measure,
  row: SeriesRow | undefined,
): Pick<SeriesPoint, 'value' | 'numerator' | 'denominator'> {
  if (!row) return empty(measure);
  if ('median' in row) return { value: row.median, numerator: row.n, denominator: row.n };
  const { numerator, denominator } = row;
  if (measure.aggregate === 'count') return { value: numerator, numerator, denominator };
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

function empty(measure: Measure): Pick<SeriesPoint, 'value' | 'numerator' | 'denominator'> {
  return { value: measure.aggregate === 'count' ? 0 : null, numerator: 0, denominator: 0 };
}
