import type { BucketUnit } from '../filters/buckets.ts';
import { comparisonNoun } from '../filters/period-words.ts';
import { againstAlso, type Windows } from '../filters/periods.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp, leftOutOf, measureValue, type Sums } from '../measures/sums.ts';
import type { RuleSet } from '../statistics/rules.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import { type Assurance, assure } from './assure.ts';
import type { ContactCoverage } from './contact-coverage.ts';
import { type Judgement, type JudgeSettings, judge } from './judge.ts';
import { type Difference, judgeAgainst, judgeSeason } from './judge-against.ts';
import { alignComparison, type PointUnit, type SeriesPoint, type SeriesRow, toSeries } from './series.ts';

/** What is taken of fewer records is not told, but for counts and sums: "too few". */
export const FEWEST = 5;

/** Whether there are some records, and too few to tell more of them than how many there are. */
export function isFew(measure: Measure, denominator: number | null): boolean {
  return !addsUp(measure) && denominator !== null && denominator > 0 && denominator < FEWEST;
}

/** What was asked of the facts about one measure in one window. */
export interface Measured {
  /** All incidents of the window, whether the measure counts them or not. */
  total: number;
  overall: Sums;
  rows: readonly SeriesRow[];
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
  /** By what the filters narrow the incidents of a rate and cannot narrow its contacts. */
  numeratorOnly?: readonly string[];
  /** Of which days contacts are known, where a count could be a rate; null for other measures. */
  contacts?: ContactCoverage | null;
}

/** One window of a measure in one form. */
export interface Figure extends Omit<Sums, 'beside' | 'median'> {
  /** As `measureValue` makes it; null where there is none to tell. */
  value: number | null;
  /** All incidents, whether the measure counts them or not. */
  total: number;
  /** Records that could not be counted. */
  leftOut: number;
  /** 95 % interval of a share. */
  interval: Interval | null;
  /** What is counted beside the measure: "12 still open". */
  beside: readonly { count: number; words: string; share: number | null }[];
  /** Some, but too few to tell anything but a count or sum. */
  few: boolean;
}

/** A measure in a period: the figure, its series, and what is signal in it. */
export interface MeasureFindings {
  measure: Measure;
  bucket: PointUnit;
  /** Where points are events, the findings of the same measure by week or month; figures of the whole are its own. */
  weekly?: MeasureFindings;
  windows: Windows;
  /** By what the filters narrow the incidents of a rate and cannot narrow its contacts; none for other measures. */
  numeratorOnly: readonly string[];
  /** Of which days contacts are known, where a count could be a rate; null for other measures. */
  contacts: ContactCoverage | null;
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
  numeratorOnly = [],
  contacts = null,
}: MeasureQuestion): MeasureFindings {
  const points = toSeries(measure, now.rows, bucket, windows);
  const judgement = judge(measure, points, judging);
  const earlier = seriesBefore(measure, before, bucket, windows);
  const comparison = alignComparison(points, earlier, bucket, windows);
  return {
    measure,
    bucket,
    windows,
    numeratorOnly,
    contacts,
    now: toFigure(measure, now),
    before: before && toFigure(measure, before),
    points,
    comparison,
    difference: before && differenceOf(measure, windows, { points, earlier, comparison }, judging?.rules),
    also: findAlso(measure, points, also, bucket, windows),
    judgement,
    target,
    assurance: assure(measure.better, judgement, target),
  };
}

/** A year before is compared week by week, so that a season is no change; any other period as a whole. */
function differenceOf(
  measure: Measure,
  { comparedWith }: Windows,
  {
    points,
    earlier,
    comparison,
  }: {
    points: readonly SeriesPoint[];
    earlier: readonly SeriesPoint[];
    comparison: readonly (number | null)[];
  },
  rules?: RuleSet,
): Difference {
  return comparedWith === 'last-year'
    ? judgeSeason(points, comparison, rules)
    : judgeAgainst(measure, earlier, points, rules);
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

function toFigure(measure: Measure, { overall, total }: Measured): Figure {
  const { beside, median: _, ...sums } = overall;
  const { numerator, denominator, all } = sums;
  return {
    ...sums,
    value: measureValue(measure, overall),
    total,
    leftOut: leftOutOf(measure, overall),
    interval: measure.aggregate === 'share' ? wilson(numerator, denominator) : null,
    beside: measure.beside.map(({ words, withShare }, place) => {
      const count = beside[place] ?? 0;
      return { words, count, share: withShare && all > 0 ? count / all : null };
    }),
    few: isFew(measure, denominator),
  };
}
