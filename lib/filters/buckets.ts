import type { LocalDate, Window } from './filters.ts';
import { intersection, shiftDays, shiftMonths, startOfMonths, startOfWeek } from './local-dates.ts';
import type { Windows } from './periods.ts';

export type BucketUnit = 'week' | 'month';

/**
 * The first days of the weeks (Mondays) or months that a window touches, in order. The first may lie before the
 * window.
 */
export function bucketStarts(window: Window, unit: BucketUnit): LocalDate[] {
  const starts: LocalDate[] = [];
  let start = unit === 'week' ? startOfWeek(window.from) : startOfMonths(window.from, 1);
  while (start < window.until) {
    starts.push(start);
    start = bucketWindow(start, unit).until;
  }
  return starts;
}

/** The whole week or month that begins on a day. */
export function bucketWindow(start: LocalDate, unit: BucketUnit): Window {
  return { from: start, until: unit === 'week' ? shiftDays(start, 7) : shiftMonths(start, 1) };
}

/**
 * Whether a bucket holds less than its whole span: the period or the record begins or ends inside it, or today lies
 * in it. Such a bucket is drawn hollow and never judged.
 */
export function isPartialBucket(bucket: Window, windows: Windows): boolean {
  const { current, coverage, today } = windows;
  const counted = coverage ? intersection(current, coverage) : current;
  if (!counted) return true;
  return bucket.from < counted.from || bucket.until > counted.until || bucket.until > today;
}
