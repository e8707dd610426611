import { scaleLinear } from 'd3-scale';
import type { PointUnit, SeriesPoint } from '../analysis/series.ts';
import type { BucketUnit } from '../filters/buckets.ts';
import type { LocalDate } from '../filters/filters.ts';
import { daysBetween, shiftMonths, startOfMonths } from '../filters/local-dates.ts';
import { boundsOf } from '../measures/bounds.ts';
import type { Measure } from '../measures/measure.ts';
import { durationUnit, formatDate, formatDay, formatMonth, formatPercent } from './format.ts';

const TICKS = 6;
/** Shares that all lie above this part of the largest are told apart on an axis of their own only. */
const FAR_FROM_ZERO = 0.75;

/**
 * The value axis: from zero to a round number that holds every value, with its ticks; counts have whole ones. Shares that
 * keep far from zero begin at a round number below them, where no bars stand on it (`lines`).
 */
export function valueAxis(measure: Measure, values: readonly number[], lines = false) {
  const { floor, ceiling } = boundsOf(measure);
  // Of a score there is no zero, and all of its few grades tell where a mean of them stands.
  if (floor > 0 && ceiling !== null)
    return {
      domain: [floor, ceiling] as const,
      yTicks: scaleLinear([floor, ceiling], [0, 1]).ticks(ceiling - floor),
    };
  const largest = Math.max(0, ...values);
  const smallest = Math.min(largest, ...values);
  if (lines && measure.unit === 'share' && smallest < largest && smallest > FAR_FROM_ZERO * largest) {
    const scale = scaleLinear([smallest, Math.min(largest, ceiling ?? largest)], [0, 1]).nice(TICKS);
    const [from = 0, to = 1] = scale.domain();
    return { domain: [from, to] as const, yTicks: scale.ticks(TICKS) };
  }
  const unit = measure.unit === 'minutes' ? durationUnit(largest).minutes : 1;
  const [, nice = 1] = scaleLinear([0, largest === 0 ? 1 : largest / unit], [0, 1])
    .nice(TICKS)
    .domain();
  const end = Math.min(nice, ceiling ?? nice);
  const ticks = scaleLinear([0, end], [0, 1]).ticks(TICKS);
  const shown = measure.unit === 'count' ? ticks.filter(Number.isInteger) : ticks;
  return { domain: [0, end * unit] as const, yTicks: shown.map((tick) => tick * unit) };
}

/** "The axis begins at 80 %."; null where it begins where the values of the measure do. */
export function axisSentence(measure: Measure, [from]: readonly [number, number]): string | null {
  if (from <= boundsOf(measure).floor) return null;
  const isWhole = Math.round(from * 1000) % 10 === 0;
  return `The axis begins at ${formatPercent(from, isWhole ? 0 : 1)}\u00a0%.`;
}

/** Points that are events carry their dates: so many of them have room. */
const DATES = 8;

/**
 * Where months (or quarters, or years, where there are many) begin, in buckets from the left edge of the first one,
 * which carries its own date. Events stand one beside the other, whatever the time between them, and some have a date.
 */
export function timeAxis(
  points: readonly SeriesPoint[],
  bucket: PointUnit,
): { index: number; label: string }[] {
  if (bucket === 'event') return eventAxis(points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const months = monthsBetween(first.start, last.window.until);
  const step = months.length <= 14 ? 1 : months.length <= 42 ? 3 : 12 * Math.ceil(months.length / 168);
  const years = first.start.slice(0, 4) !== last.start.slice(0, 4);
  const place = (month: LocalDate) =>
    bucket === 'week' ? daysBetween(first.start, month) / 7 : monthsBetween(first.start, month).length + 1;
  return [
    { index: 0, label: firstLabel(first.start, bucket, years) },
    ...months
      .filter((month) => isStep(month, step))
      .map((month) => ({ index: place(month), label: monthLabel(month, step) })),
  ];
}

function eventAxis(points: readonly SeriesPoint[]): { index: number; label: string }[] {
  const every = Math.ceil(points.length / DATES);
  return points.flatMap(({ start }, index) =>
    index % every === 0 ? [{ index, label: formatDate(start) }] : [],
  );
}

/** The first days of the months that begin after one date and before another. */
function monthsBetween(after: LocalDate, until: LocalDate): LocalDate[] {
  const found: LocalDate[] = [];
  for (let month = shiftMonths(startOfMonths(after, 1), 1); month < until; month = shiftMonths(month, 1))
    found.push(month);
  return found;
}

function isStep(month: LocalDate, step: number): boolean {
  return (Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1) % step === 0;
}

function monthLabel(month: LocalDate, step: number): string {
  if (step >= 12) return month.slice(0, 4);
  return month.slice(5, 7) === '01' ? formatMonth(month) : formatMonth(month).slice(0, 3);
}

function firstLabel(start: LocalDate, bucket: BucketUnit, years: boolean): string {
  if (bucket === 'month') return formatMonth(start);
  return years ? formatDate(start) : formatDay(start);
}
