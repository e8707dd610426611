import { type BucketUnit, bucketStarts, bucketWindow, isPartialBucket } from '../filters/buckets.ts';
import type { LocalDate, Window } from '../filters/filters.ts';
import { daysBetween, daysIn, intersection, startOfWeek } from '../filters/local-dates.ts';
import type { Windows } from '../filters/periods.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp, measureValue, type Sums } from '../measures/sums.ts';

/** What one point of a chart stands for: a bucket of time, or one of few events. */
export type PointUnit = BucketUnit | 'event';

/** What the facts say of one bucket, by its first day. */
export interface SeriesRow extends Omit<Sums, 'incidents'> {
  start: LocalDate;
  /** Undefined where it was not asked in how many incidents the records are. */
  incidents?: number;
}

/** One bucket of a measure: its value (a share 0 to 1), null where there is none to tell. */
export interface SeriesPoint {
  start: LocalDate;
  /** The days of the bucket that lie in the period. */
  window: Window;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** The distinct incidents that are counted, which is what a link opens. */
  incidents: number;
  /** Less than its whole span was counted: never joined, never judged. */
  partial: boolean;
}

/** The newest whole bucket with a value; null without one. */
export function latestPoint(points: readonly SeriesPoint[]): SeriesPoint | null {
  return points.findLast(({ partial, value }) => !partial && value !== null) ?? null;
}

const WEEKS_AT_MOST = 520;

/** What the workspace prefers; months in any case where there would be more than 520 weeks. */
export function chooseBucket(windows: Windows, preferred: BucketUnit): BucketUnit {
  const counted = countedWindow(windows);
  return counted && daysIn(counted) > WEEKS_AT_MOST * 7 ? 'month' : preferred;
}

/**
 * Every bucket of the period that lies in coverage, in order. A bucket without rows is 0 for counts and sums and a
 * gap for the others; outside coverage there is none. A row outside of them is a defect and throws.
 */
export function toSeries(
  measure: Measure,
  rows: readonly SeriesRow[],
  unit: BucketUnit,
  windows: Windows,
): SeriesPoint[] {
  const laid = layBuckets(windows, unit);
  const rowOf: (SeriesRow | undefined)[] = [];
  for (const row of rows) rowOf[placeOf(laid, row.start)] = row;
  return laid.buckets.map((bucket, place) => toPoint(measure, bucket, rowOf[place]));
}

export type Bucket = Pick<SeriesPoint, 'start' | 'window' | 'partial'>;

/** The buckets of a period in order, and the place of each among them by its first day. */
export interface Buckets {
  unit: BucketUnit;
  buckets: readonly Bucket[];
  places: ReadonlyMap<LocalDate, number>;
}

/** In the place of which bucket a row lies. A row outside of them is a defect and throws. */
export function placeOf({ unit, places }: Buckets, start: LocalDate): number {
  const place = places.get(start);
  if (place === undefined) throw new RangeError(`a row of ${start} lies in no ${unit} of the period`);
  return place;
}

/**
 * Every bucket of the period that lies in coverage, in order: the same for each of the many series that a page makes
 * of it.
 */
export function layBuckets(windows: Windows, unit: BucketUnit): Buckets {
  const known = laid.get(windows);
  if (known?.unit === unit) return known;
  const counted = countedWindow(windows);
  const starts = counted ? bucketStarts(counted, unit) : [];
  const last = starts.at(-1);
  const end = last === undefined ? '' : bucketWindow(last, unit).until;
  const buckets = starts.map((start, index): Bucket => {
    const bucket = { from: start, until: starts[index + 1] ?? end };
    return {
      start,
      window: intersection(bucket, windows.current) ?? bucket,
      partial: isPartialBucket(bucket, windows),
    };
  });
  const found = { unit, buckets, places: new Map(starts.map((start, place) => [start, place])) };
  laid.set(windows, found);
  return found;
}

const laid = new WeakMap<Windows, Buckets>();

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
  const [first, firstBefore] = [points[0], before[0]];
  if (!first || !firstBefore || !comparison) return points.map(() => null);
  const ahead = bucketsBetween(current, first, unit) - bucketsBetween(comparison, firstBefore, unit);
  return points.map(({ partial }, index) => {
    const other = partial ? undefined : before[index + ahead];
    return other && !other.partial ? other.value : null;
  });
}

/** How many buckets of a window come before the one in which its record begins. */
function bucketsBetween({ from }: Window, { start }: SeriesPoint, unit: BucketUnit): number {
  if (unit === 'week') return daysBetween(startOfWeek(from), start) / 7;
  const months = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(start) - months(from);
}

function countedWindow({ current, coverage }: Windows): Window | null {
  return coverage && intersection(current, coverage);
}

/** One bucket with what the facts say of it. Written out, since a page makes thousands of them. */
export function toPoint(
  measure: Measure,
  { start, window, partial }: Bucket,
  row: SeriesRow | undefined,
): SeriesPoint {
  if (!row) {
    const value = addsUp(measure) ? 0 : null;
    return { start, window, value, numerator: 0, denominator: 0, incidents: 0, partial };
  }
  const { numerator, denominator, incidents = 0 } = row;
  return { start, window, value: measureValue(measure, row), numerator, denominator, incidents, partial };
}
