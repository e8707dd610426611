import type { Measure } from '../measures/measure.ts';
import { type ChartChoice, chooseChart } from '../statistics/choose-chart.ts';
import {
  type Baseline,
  type ChartKind,
  type ChartSegment,
  type ControlChart,
  POINTS_FOR_LIMITS,
} from '../statistics/control-chart.ts';
import type { Pattern } from '../statistics/patterns.ts';
import { RULE_SETS, type RuleSet } from '../statistics/rules.ts';
import { drawAs, kindsFor, type MeasureSeries, toMeasureSeries } from './measure-series.ts';
import { type Rebase, toStretchStarts } from './rebases.ts';
import type { SeriesPoint } from './series.ts';

/** What chance explains of a series and what it does not. Indexes are those of the points. */
export interface Judgement {
  /** Whole buckets with a value. */
  n: number;
  /** Which chart fits and why; what is drawn is `chart.kind`. */
  choice: ChartChoice;
  /** The kind that a person asked for; null where the one that fits was taken. */
  asked: ChartKind | null;
  /** The whole points with their limits; a part bucket is a gap in it. */
  chart: ControlChart;
  /** The newest stretch of the chart; null: too few points for limits at all. */
  limits: (ChartSegment & { centre: number }) | null;
  /**
   * Whether the rules look at the newest stretch: it has limits of 12 points or more, or is a run chart with the ten
   * points beside its median that runs are judged from, and varies at all. One of fewer than one event a point is not.
   */
  isJudged: boolean;
  /** Fewer than one event a point, and nobody asked for a chart of the points all the same: limits of them say nothing. */
  isTooRare: boolean;
  /** In the order in which they ended; none in a stretch that is not judged. */
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
  /** Another kind of chart than the one that fits; one that cannot be drawn of the measure is passed over. */
  kind?: ChartKind | null;
}

/**
 * Signal or noise: the control chart that fits the measure and its counts (see chooseChart), or the one asked for, and a
 * set of rules, the NHS one unless another is given. Part buckets lie outside of both; limits of fewer than 12 points
 * are a trial and judge nothing.
 */
export function judge(
  measure: Measure,
  points: readonly SeriesPoint[],
  settings: JudgeSettings = {},
): Judgement {
  const starts = toStretchStarts(settings.rebases ?? [], points);
  const choice = chooseFor(measure, points, starts.at(-1)?.index ?? 0);
  return judgeSeries(toMeasureSeries(measure, points), points, choice, settings);
}

/** The same of a series of any form, by the chart that was found to fit it. */
export function judgeSeries(
  series: MeasureSeries,
  points: readonly SeriesPoint[],
  choice: ChartChoice,
  { rules = RULE_SETS.nhs, rebases = [], baseline, kind = null }: JudgeSettings = {},
): Judgement {
  const isOther = kind !== null && kind !== choice.drawable && kindsFor(series).includes(kind);
  const asked = isOther ? kind : null;
  const settings = { rules, rebases: toStretchStarts(rebases, points), baseline: baseline ?? null };
  const chart = drawAs(asked ?? choice.drawable, series, settings);
  const isTooRare = choice.needs !== null && asked === null;
  const patterns = isTooRare ? [] : chart.patterns;
  const byPoint = isTooRare ? chart.byPoint.map(() => []) : chart.byPoint;
  const stretch = chart.segments.at(-1);
  const newest = chart.points.findLastIndex(({ value }) => value !== null);
  const limits = stretch && stretch.centre !== null ? { ...stretch, centre: stretch.centre } : null;
  return {
    n: chart.method.n,
    choice,
    asked,
    chart,
    limits,
    isJudged: limits !== null && !limits.constant && !isTooRare && isLongEnough(chart.kind, limits),
    isTooRare,
    patterns,
    byPoint,
    newest: newest < 0 ? null : newest,
  };
}

/** By the newest stretch, since a restart is no variation of a process; by all where that is short. */
function chooseFor(measure: Measure, points: readonly SeriesPoint[], from: number): ChartChoice {
  const newest = chooseChart(toMeasureSeries(measure, points.slice(from)).series);
  return newest.n >= POINTS_FOR_LIMITS || from === 0
    ? newest
    : chooseChart(toMeasureSeries(measure, points).series);
}

function isLongEnough(kind: ChartKind, { trial, runs }: ChartSegment): boolean {
  return kind === 'run' ? runs !== null && runs.signal !== null : !trial;
}
