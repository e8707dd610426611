import { boundsOf } from '../measures/bounds.ts';
import type { Measure } from '../measures/measure.ts';
import type { Baseline, ChartSegment, ControlChart } from '../statistics/control-chart.ts';
import { pChart } from '../statistics/p-chart.ts';
import type { Pattern } from '../statistics/patterns.ts';
import { RULE_SETS, type RuleSet } from '../statistics/rules.ts';
import { xmrChart } from '../statistics/xmr-chart.ts';
import { type Rebase, toStretchStarts } from './rebases.ts';
import type { SeriesPoint } from './series.ts';

/** What chance explains of a series and what it does not. Indexes are those of the points. */
export interface Judgement {
  /** Whole buckets with a value. */
  n: number;
  /** The whole points with their limits; a part bucket is a gap in it. */
  chart: ControlChart;
  /** The newest stretch of the chart; null: too few points for limits at all. */
  limits: (ChartSegment & { centre: number }) | null;
  /** In the order in which they ended; none while limits are a trial. */
  patterns: readonly Pattern[];
  /** The patterns of each point, the one to show first in front. */
  byPoint: readonly (readonly Pattern[])[];
  /** The newest whole point with a value; null without one. */
  newest: number | null;
}

/** What people have decided about the judging of a series. */
export interface JudgeSettings {
  /** NHS unless given. */
  rules?: RuleSet;
  rebases?: readonly Rebase[];
  /** The points that limits come from; all of each stretch unless given. */
  baseline?: Baseline;
}

/**
 * Signal or noise: the right control chart for the measure (XmR for counts and medians, p or Laney p′ for shares)
 * and a set of rules, the NHS one unless another is given. Part buckets lie outside of both; limits of fewer than 12 points are a trial and judge nothing.
 */
export function judge(
  measure: Measure,
  points: readonly SeriesPoint[],
  { rules = RULE_SETS.nhs, rebases = [], baseline }: JudgeSettings = {},
): Judgement {
  const settings = { rules, rebases: toStretchStarts(rebases, points), baseline: baseline ?? null };
  const chart =
    measure.aggregate === 'share'
      ? pChart(
          points.map((point) => (point.partial ? null : fraction(point))),
          settings,
        )
      : xmrChart(
          points.map((point) => (point.partial ? null : point.value)),
          { ...settings, ...boundsOf(measure) },
        );
  const { patterns, byPoint } = chart;
  const stretch = chart.segments.at(-1);
  const newest = chart.points.findLastIndex(({ value }) => value !== null);
  return {
    n: chart.method.n,
    chart,
    limits: stretch && stretch.centre !== null ? { ...stretch, centre: stretch.centre } : null,
    patterns,
    byPoint,
    newest: newest < 0 ? null : newest,
  };
}

function fraction({ numerator, denominator }: SeriesPoint) {
  return numerator === null || denominator === null ? null : { numerator, denominator };
}
