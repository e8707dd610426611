import {
  type ChartPoint,
  type ChartSettings,
  type ControlChart,
  POINTS_FOR_LIMITS,
  type Span,
} from './control-chart.ts';
import type { Side } from './side-runs.ts';

/** At most so many extreme points are left out of candidate limits. */
const MOST_EXCLUDED = 3;

/** Limits from one point on, computed from the first points there and extended to the end. */
export interface CandidateLimits {
  centre: number;
  /** All points of the series; those from the first on have these limits. */
  points: readonly ChartPoint[];
  sides: readonly Side[];
  period: Span;
  excluded: readonly number[];
}

/**
 * Limits from the first so many points with a value from an index on, without up to three points beyond them; null
 * where there are fewer points than that.
 *
 * Method: the point furthest beyond the limits is left out and limits are computed again, up to three times; of
 * points equally far all go, but never more than three. Source: autospc (find_extremes). Fewer than 12 points are a
 * RangeError. Example: 21 points 4 and 6 in turn with one 90: limits without the 90.
 */
export function candidateLimits(
  chart: (settings: ChartSettings) => ControlChart,
  from: number,
  points: number,
): CandidateLimits | null {
  if (!(Number.isInteger(points) && points >= POINTS_FOR_LIMITS))
    throw new RangeError(`limits need at least ${POINTS_FOR_LIMITS} points, got ${points}`);
  const known = chart({}).points.flatMap(({ value }, index) =>
    value !== null && index >= from ? [index] : [],
  );
  const last = known[points - 1];
  if (last === undefined) return null;
  const period = { from, until: last + 1 };
  let excluded: number[] = [];
  let drawn = draw(chart, period, excluded);
  for (let round = 0; round < MOST_EXCLUDED; round++) {
    const furthest = furthestBeyond(drawn, period, excluded);
    if (furthest.length === 0 || excluded.length === MOST_EXCLUDED) break;
    excluded = [...excluded, ...furthest].slice(0, MOST_EXCLUDED);
    drawn = draw(chart, period, excluded);
  }
  const centre = drawn[known[0] ?? from]?.centre ?? null;
  if (centre === null) return null;
  const sides = drawn.map(({ value }, index): Side => {
    if (value === null || index < from || value === centre) return 0;
    return value > centre ? 1 : -1;
  });
  return { centre, points: drawn, sides, period, excluded: excluded.sort((one, other) => one - other) };
}

function draw(
  chart: (settings: ChartSettings) => ControlChart,
  period: Span,
  excluded: readonly number[],
): readonly ChartPoint[] {
  return chart({
    baseline: period,
    exclusions: excluded.map((index) => ({ index, reason: 'extreme' })),
    rebases: period.from === 0 ? [] : [{ index: period.from, reason: 'candidate' }],
  }).points;
}

function furthestBeyond(points: readonly ChartPoint[], period: Span, excluded: readonly number[]): number[] {
  const distance = (index: number) => {
    const { value = null, rawLower = null, rawUpper = null } = points[index] ?? {};
    if (value === null || rawLower === null || rawUpper === null || excluded.includes(index)) return 0;
    return Math.max(value - rawUpper, rawLower - value, 0);
  };
  const indexes = Array.from({ length: period.until - period.from }, (_, offset) => period.from + offset);
  const most = Math.max(...indexes.map(distance));
  return most === 0 ? [] : indexes.filter((index) => distance(index) === most);
}
