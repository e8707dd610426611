import type { Measure } from '../measures/measure.ts';
import { pChart } from '../statistics/p-chart.ts';
import { findPatterns, type Pattern, patternsByPoint } from '../statistics/patterns.ts';
import { xmr } from '../statistics/xmr.ts';
import type { SeriesPoint } from './series.ts';

/** The limits of the whole points of a series, one pair a point, raw; null at a gap. */
export interface Limits {
  centre: number;
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  trial: boolean;
  constant: boolean;
  /** For the reader who recomputes them. */
  method:
    | { chart: 'xmr'; averageMovingRange: number; screened: number }
    | { chart: 'p' | 'p_prime'; sigmaZ: number | null };
}

/** What chance explains of a series and what it does not. Indexes are those of the points. */
export interface Judgement {
  /** Whole buckets with a value. */
  n: number;
  /** Null: too few points for limits at all. */
  limits: Limits | null;
  /** In the order in which they ended; none while limits are a trial. */
  patterns: readonly Pattern[];
  /** The patterns of each point, the one to show first in front. */
  byPoint: readonly (readonly Pattern[])[];
  /** The newest whole point with a value; null without one. */
  newest: number | null;
}

/**
 * Signal or noise: the right control chart for the measure (XmR for counts and medians, p or Laney p′ for shares)
 * and the NHS rules. Part buckets lie outside of both; limits of fewer than 12 points are a trial and judge nothing.
 */
export function judge(measure: Measure, points: readonly SeriesPoint[]): Judgement {
  const whole = points.map((point) => (point.partial ? null : point.value));
  const limits = measure.aggregate === 'share' ? shareLimits(points) : valueLimits(whole);
  const patterns = limits && !limits.trial ? findPatterns(judged(whole, limits)) : [];
  const newest = whole.findLastIndex((value) => value !== null);
  return {
    n: whole.filter((value) => value !== null).length,
    limits,
    patterns,
    byPoint: patternsByPoint(patterns, points.length),
    newest: newest < 0 ? null : newest,
  };
}

function valueLimits(whole: readonly (number | null)[]): Limits | null {
  const found = xmr(whole);
  if (!found) return null;
  const { centre, lower, upper, trial, constant, averageMovingRange, screened } = found;
  const each = (limit: number) => whole.map((value) => (value === null ? null : limit));
  return {
    centre,
    lower: each(lower),
    upper: each(upper),
    trial,
    constant,
    method: { chart: 'xmr', averageMovingRange, screened },
  };
}

function shareLimits(points: readonly SeriesPoint[]): Limits | null {
  const found = pChart(points.map((point) => (point.partial ? null : fraction(point))));
  if (!found || found.n < 2) return null;
  const { centre, lower, upper, trial, sigmaZ, prime } = found;
  const constant = centre === 0 || centre === 1;
  return { centre, lower, upper, trial, constant, method: { chart: prime ? 'p_prime' : 'p', sigmaZ } };
}

function fraction({ numerator, denominator }: SeriesPoint) {
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

function judged(whole: readonly (number | null)[], { centre, lower, upper }: Limits) {
  return whole.map((value, index) => ({
    value,
    centre,
    lower: lower[index] ?? centre,
    upper: upper[index] ?? centre,
  }));
}
