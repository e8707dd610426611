import type { Rebase } from '../analysis/rebases.ts';
import type { PointUnit, SeriesPoint } from '../analysis/series.ts';
import type { LocalDate } from '../filters/filters.ts';
import { daysBetween, daysIn, shiftMonths } from '../filters/local-dates.ts';
import type { ChartEvent } from './chart-model.ts';
import { formatDate, formatDay } from './format.ts';

/** Something that happened on a day and may show in the figures: a release, a training, a change of process. */
export interface DatedEvent {
  day: LocalDate;
  label: string;
}

/**
 * Where events stand on a chart's axis of time, in their order. Those outside of its buckets are left out: nothing
 * is drawn there. Places are counted in buckets from the left edge of the first, as those of months are.
 */
export function toChartEvents(
  events: readonly DatedEvent[],
  points: readonly SeriesPoint[],
  bucket: PointUnit,
): ChartEvent[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const end = last.window.until;
  const isOverAYear = daysBetween(first.start, end) > 371;
  return events
    .filter(({ day }) => day >= first.start && day < end)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ day, label }) => ({
      index: PLACES[bucket](points, day),
      day: isOverAYear ? formatDate(day) : formatDay(day),
      words: label,
    }));
}

/** Events together with the days on which limits begin anew; one of the same day says both. */
export function withRebases(events: readonly DatedEvent[], rebases: readonly Rebase[]): DatedEvent[] {
  const marked = events.map((event) =>
    rebases.some(({ day }) => day === event.day) ? { ...event, label: `${event.label}, ${REBASED}` } : event,
  );
  const alone = rebases.filter(({ day }) => !events.some((event) => event.day === day));
  return [...marked, ...alone.map(({ day, reason }) => ({ day, label: `${REBASED}: ${reason}` }))];
}

const REBASED = 'limits re-based';

/** In points from the left edge of the first: how far weeks and months have gone by then, or events have occurred. */
const PLACES: Readonly<Record<PointUnit, (points: readonly SeriesPoint[], day: LocalDate) => number>> = {
  week: (points, day) => daysBetween(points[0]?.start ?? day, day) / 7,
  month: monthPlace,
  event: (points, day) => points.filter(({ start }) => start < day).length,
};

function monthPlace(points: readonly SeriesPoint[], day: LocalDate): number {
  const index = points.findLastIndex(({ start }) => start <= day);
  const start = points[index]?.start ?? day;
  return index + daysBetween(start, day) / daysIn({ from: start, until: shiftMonths(start, 1) });
}
