import type { LocalDate, Window } from '../../filters/filters.ts';
import { daysIn, shiftDays } from '../../filters/local-dates.ts';
import { POINTS_FOR_LIMITS } from '../../statistics/control-chart.ts';
import type { SeriesPoint } from '../series.ts';
import type { EffectWindows } from './effect-windows.ts';
import type { HandledDay } from './find-effect.ts';

export const EFFECT_BUCKETS = ['week', 'fortnight'] as const;
export type EffectBucket = (typeof EFFECT_BUCKETS)[number];

const DAYS: Readonly<Record<EffectBucket, number>> = { week: 7, fortnight: 14 };
/** Weeks with fewer opportunities than this on average say little each. */
const FULL_WEEK = 10;

/** The two sides of a session in time, counted off from it: no point lies on both sides of its day. */
export interface EffectSeries {
  bucket: EffectBucket;
  trained: readonly SeriesPoint[];
  compared: readonly SeriesPoint[];
  /** The first point after the session. */
  after: number;
}

/** Weeks where they have ten opportunities on average among the trained before the session, else fortnights. */
export function effectSeries(rows: readonly HandledDay[], windows: EffectWindows): EffectSeries {
  const bucket = chooseBucket(rows, windows);
  const before = bucketsBefore(windows.before, DAYS[bucket]);
  const buckets = [...before, ...bucketsAfter(windows.after, DAYS[bucket])];
  const points = (side: HandledDay['side']) =>
    toPoints(
      rows.filter((row) => row.side === side),
      buckets,
    );
  return { bucket, trained: points('trained'), compared: points('compared'), after: before.length };
}

function chooseBucket(rows: readonly HandledDay[], { before }: EffectWindows): EffectBucket {
  const opportunities = rows
    .filter(({ side, day }) => side === 'trained' && day >= before.from && day < before.until)
    .reduce((sum, row) => sum + row.opportunities, 0);
  const weeks = daysIn(before) / 7;
  const areFull = opportunities >= FULL_WEEK * weeks;
  return areFull || weeks < POINTS_FOR_LIMITS * 2 ? 'week' : 'fortnight';
}

interface Bucket {
  window: Window;
  partial: boolean;
}

/** Backwards from the session, so that the part of a bucket that is left is the first one. */
function bucketsBefore({ from, until }: Window, days: number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let end = until; end > from; end = shiftDays(end, -days)) {
    const start = shiftDays(end, -days);
    buckets.unshift({ window: { from: start < from ? from : start, until: end }, partial: start < from });
  }
  return buckets;
}

function bucketsAfter({ from, until }: Window, days: number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let start: LocalDate = from; start < until; start = shiftDays(start, days)) {
    const end = shiftDays(start, days);
    buckets.push({ window: { from: start, until: end > until ? until : end }, partial: end > until });
  }
  return buckets;
}

function toPoints(rows: readonly HandledDay[], buckets: readonly Bucket[]): SeriesPoint[] {
  return buckets.map(({ window, partial }) => {
    const inside = rows.filter(({ day }) => day >= window.from && day < window.until);
    const sum = (key: 'effective' | 'opportunities' | 'incidents') =>
      inside.reduce((total, row) => total + row[key], 0);
    const [numerator, denominator] = [sum('effective'), sum('opportunities')];
    const value = denominator === 0 ? null : numerator / denominator;
    return {
      start: window.from,
      window,
      value,
      numerator,
      denominator,
      incidents: sum('incidents'),
      partial,
    };
  });
}
