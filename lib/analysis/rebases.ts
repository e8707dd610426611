import type { LocalDate } from '../filters/filters.ts';
import type { Remark } from '../statistics/control-chart.ts';
import type { SeriesPoint } from './series.ts';

/** A day from which the limits of a series are reckoned anew, and why. */
export interface Rebase {
  day: LocalDate;
  reason: string;
}

/**
 * The points at which stretches begin: the first that lies wholly on or after each day, so that no point is judged
 * by limits that are older than a part of it. A day before the second point or after the last begins nothing here;
 * two days in one bucket begin one stretch with both reasons.
 */
export function toStretchStarts(rebases: readonly Rebase[], points: readonly SeriesPoint[]): Remark[] {
  const starts = new Map<number, string[]>();
  for (const { day, reason } of rebases) {
    const index = points.findIndex(({ start }) => start >= day);
    if (index >= 1) starts.set(index, [...(starts.get(index) ?? []), reason]);
  }
  return [...starts]
    .map(([index, reasons]) => ({ index, reason: [...new Set(reasons)].join('; ') }))
    .sort((one, other) => one.index - other.index);
}
