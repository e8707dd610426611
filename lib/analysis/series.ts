import { type BucketUnit, bucketStarts, bucketWindow, isPartialBucket } from '../filters/buckets.ts';
import type { LocalDate, Window } from '../filters/filters.ts';
import { daysBetween, daysIn, intersection, startOfWeek } from '../filters/local-dates.ts';
import type { Windows } from '../filters/periods.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp, measureValue, type Sums } from '../measures/sums.ts';

/** What the facts say of one bucket, by its first day. */
export interface SeriesRow extends Sums {
  start: LocalDate;
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
  const counted = countedWindow(windows);
  const starts = counted ? bucketStarts(counted, unit) : [];
  const last = starts.at(-1);
  const end = last === undefined ? '' : bucketWindow(last, unit).until;
  const byStart = new Map(rows.map((row) => [row.start, row]));
  const stray = rows.find(({ start }) => !starts.includes(start));
  if (stray) throw new RangeError(`a row of ${stray.start} lies in no ${unit} of the period`);
  return starts.map((start, index) => {
    const bucket = { from: start, until: starts[index + 1] ?? end };
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

function bucketValue(
  measure: Measure,
  row: SeriesRow | undefined,
): Pick<SeriesPoint, 'value' | 'numerator' | 'denominator' | 'incidents'> {
  if (!row) return { value: addsUp(measure) ? 0 : null, numerator: 0, denominator: 0, incidents: 0 };
  const { numerator, denominator, incidents } = row;
  return { value: measureValue(measure, row), numerator, denominator, incidents };
}
