import type { BucketUnit } from '../filters/buckets.ts';
import { comparisonNoun } from '../filters/period-words.ts';
import { againstAlso, type Windows } from '../filters/periods.ts';
import type { Measure } from '../measures/measure.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import { type Assurance, assure } from './assure.ts';
import { type Judgement, type JudgeSettings, judge } from './judge.ts';
import { type Difference, judgeAgainst } from './judge-against.ts';
import { alignComparison, type SeriesPoint, type SeriesRow, toSeries } from './series.ts';

/** Shares below this denominator, and medians of fewer, are not told: "too few". */
export const FEWEST = 5;

/** A measure over a whole window: a fraction, or durations in minutes. */
export type Overall =
  | { numerator: number; denominator: number }
  | { median: number | null; p90: number | null; n: number; open: number };

/** What was asked of the facts about one measure in one window. */
export interface Measured {
  /** All incidents of the window, whether the measure counts them or not. */
  total: number;
  overall: Overall;
  rows: readonly SeriesRow[];
  /** Incidents whose outcome is still pending, where they stand beside the measure. */
  pending?: number;
}

export interface MeasureQuestion {
  measure: Measure;
  bucket: BucketUnit;
  windows: Windows;
  now: Measured;
  /** The same of the comparison window; null without one. */
  before: Measured | null;
  /** The same of the second comparison window. */
  also?: Measured | null;
  judging?: JudgeSettings;
  /** What the measure should reach, in its own unit; a count by bucket. */
  target?: number | null;
}

/** One window of a measure in one form: value 0 to 1, in minutes or a count; null where there is none to tell. */
export interface Figure {
  value: number | null;
  numerator: number;
  denominator: number;
  total: number;
  /** 95 % interval of a share. */
  interval: Interval | null;
  p90: number | null;
  open: number | null;
  pending: number | null;
  /** Some, but too few to tell a share or a median. */
  few: boolean;
}

/** A measure in a period: the figure, its series, and what is signal in it. */
export interface MeasureFindings {
  measure: Measure;
  bucket: BucketUnit;
  windows: Windows;
  now: Figure;
  before: Figure | null;
  points: readonly SeriesPoint[];
  /** The comparison's value for each point. */
  comparison: readonly (number | null)[];
  /** Whether the period differs from its comparison by more than chance explains; null without one. */
  difference: Difference | null;
  /** The second comparison, as a noun, a figure and a value for each point; null without one. */
  also: { noun: string; figure: Figure; values: readonly (number | null)[] } | null;
  judgement: Judgement;
  target: number | null;
  /** Whether the target is met; null where that cannot be told. */
  assurance: Assurance | null;
}

/** Rows of one measure → what is found in them; card and chart are both made from this. */
export function findMeasure({
  measure,
  bucket,
  windows,
  now,
  before,
  also = null,
  judging,
  target = null,
}: MeasureQuestion): MeasureFindings {
  const points = toSeries(measure, now.rows, bucket, windows);
  const judgement = judge(measure, points, judging);
  const earlier = seriesBefore(measure, before, bucket, windows);
  return {
    measure,
    bucket,
    windows,
    now: toFigure(measure, now),
    before: before && toFigure(measure, before),
    points,
    comparison: alignComparison(points, earlier, bucket, windows),
    difference: before && judgeAgainst(measure, earlier, points, judging?.rules),
    also: findAlso(measure, points, also, bucket, windows),
    judgement,
    target,
    assurance: assure(measure.better, judgement, target),
  };
}

/** The comparison's own buckets; none without one. */
function seriesBefore(
  measure: Measure,
  compared: Measured | null,
  bucket: BucketUnit,
  windows: Windows,
): SeriesPoint[] {
  const { comparison } = windows;
  if (!compared || !comparison) return [];
  return toSeries(measure, compared.rows, bucket, { ...windows, current: comparison });
}

function findAlso(
  measure: Measure,
  points: readonly SeriesPoint[],
  also: Measured | null,
  bucket: BucketUnit,
  windows: Windows,
): MeasureFindings['also'] {
  const against = againstAlso(windows);
  const noun = against && comparisonNoun(against);
  if (!also || !against || !noun) return null;
  const series = seriesBefore(measure, also, bucket, against);
  return { noun, figure: toFigure(measure, also), values: alignComparison(points, series, bucket, against) };
}

function toFigure(measure: Measure, asked: Measured): Figure {
  const { overall, total } = asked;
  const pending = asked.pending ?? null;
  if ('median' in overall) {
    const { median, p90, n, open } = overall;
    const few = n > 0 && n < FEWEST;
    return { value: median, numerator: n, denominator: n, total, interval: null, p90, open, pending, few };
  }
  const { numerator, denominator } = overall;
  const isShare = measure.aggregate === 'share';
  return {
    value: isShare ? (denominator === 0 ? null : numerator / denominator) : numerator,
    numerator,
    denominator,
    total,
    interval: isShare ? wilson(numerator, denominator) : null,
    p90: null,
    open: null,
    pending,
    few: isShare && denominator > 0 && denominator < FEWEST,
  };
}
