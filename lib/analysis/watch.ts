import type { DimensionId } from '../filters/dimensions.ts';
import type { Term } from '../filters/vocabulary.ts';
import type { Measure } from '../measures/measure.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import type { Pattern } from '../statistics/patterns.ts';
import type { RuleSet } from '../statistics/rules.ts';
import { hasEnough } from './enough-to-watch.ts';
import type { MeasureFindings } from './measure-findings.ts';
import { toPlain } from './plain-series.ts';
import { latestPoint, type SeriesPoint } from './series.ts';

/** A measure over time, of everything or of one value of a dimension. */
export interface WatchedSeries {
  findings: MeasureFindings;
  /** Null: of everything that is looked at. */
  of: { dimension: DimensionId; term: Term } | null;
}

/** What is told of a series that does not signal. The rest of it is let go at once: a page looks over a thousand. */
export interface BriefSeries extends Pick<WatchedSeries, 'of'> {
  measure: Measure;
  /** The newest whole bucket with a value; null without one. */
  latest: SeriesPoint | null;
}

/** A series that was judged and shows common cause only. */
export interface QuietSeries extends BriefSeries {
  /** Whole buckets with a value. */
  n: number;
  /** The limits of its newest bucket; null where the chart has none. */
  usual: { lower: number; upper: number } | null;
}

/** A series whose newest whole bucket is part of what a rule found. */
export interface WatchedSignal {
  series: WatchedSeries;
  pattern: Pattern;
  /** The first point of the pattern, and the one with which the rule first fired. */
  since: number;
  fired: number;
}

/** Which series show a special cause now, of how many that can be judged. */
export interface WatchList {
  /** The latest to fire first; those of the same bucket in the order in which they were given. */
  signals: readonly WatchedSignal[];
  quiet: readonly QuietSeries[];
  /** Not among those judged: too few buckets, or too little in them. */
  few: readonly BriefSeries[];
}

/**
 * Looks over many series for those that show a special cause now.
 *
 * A series is judged when the rules look at its newest stretch (`Judgement.isJudged`: 12 whole buckets with a value, 10
 * of a run chart) and there is enough in the middle bucket (median): 3 events of a count or rate, 3 on either side of a
 * share, 5 of what a mean is taken over, 20 of what a median is. With fewer, chance alone flags more than twice as many as the rules
 * say. A series signals when its
 * newest whole bucket belongs to a pattern, which is also what a card's verdict says. The rule first fired with the
 * point that made the pattern long enough: the 7th of a run, the second of two of three. Where points are events there is
 * always enough in them.
 * @param all one after the other, so that they need not all be there at once; in brief those of which is known already
 * that they are quiet or too small (see lookOver)
 */
export function watch(all: Iterable<WatchedSeries | QuietSeries | BriefSeries>): WatchList {
  const signals: WatchedSignal[] = [];
  const quiet: QuietSeries[] = [];
  const few: BriefSeries[] = [];
  for (const series of all) {
    if ('n' in series) quiet.push(series);
    else if (!('findings' in series)) few.push(series);
    else if (!isJudged(series)) few.push(inBrief(series.of, series.findings));
    else {
      const pattern = newestPattern(series);
      if (pattern) signals.push(toSignal(series, pattern));
      else quiet.push(toQuiet(series));
    }
  }
  return { signals: inOrder(signals), quiet, few };
}

/** Several watch-lists as one. */
export function watchTogether(lists: readonly WatchList[]): WatchList {
  return {
    signals: inOrder(lists.flatMap(({ signals }) => signals)),
    quiet: lists.flatMap(({ quiet }) => quiet),
    few: lists.flatMap(({ few }) => few),
  };
}

/** A series of which no more is told than its newest whole bucket. */
export function inBrief(
  of: WatchedSeries['of'],
  { measure, points }: Pick<MeasureFindings, 'measure' | 'points'>,
): BriefSeries {
  return {
    of,
    measure,
    latest: latestPoint(points),
  };
}

/** The points with a value in each series that is judged: what chance is reckoned over. A run chart counts as the least. */
export function judgedLengths({ signals, quiet }: WatchList): number[] {
  return [...signals.map(({ series }) => series.findings.judgement), ...quiet].map(({ n }) =>
    Math.max(n, POINTS_FOR_LIMITS),
  );
}

function toQuiet({ of, findings }: WatchedSeries): QuietSeries {
  const { chart, newest, n } = findings.judgement;
  const { lower = null, upper = null } = chart.points[newest ?? -1] ?? {};
  return {
    ...inBrief(of, findings),
    n,
    usual: lower === null || upper === null ? null : { lower, upper },
  };
}

function inOrder(signals: readonly WatchedSignal[]): WatchedSignal[] {
  return [...signals].sort((one, other) => {
    const [start, before] = [startOf(one), startOf(other)];
    if (start === before) return 0;
    return start < before ? 1 : -1;
  });
}

function newestPattern({ findings: { judgement } }: WatchedSeries): Pattern | undefined {
  return judgement.byPoint[judgement.newest ?? -1]?.[0];
}

function isJudged({ findings: { measure, bucket, points, judgement } }: WatchedSeries): boolean {
  const { limits, isJudged: isRuled } = judgement;
  if (limits === null || !isRuled) return false;
  return bucket === 'event' || hasEnough(measure, toPlain(points), limits.centre);
}

function toSignal(series: WatchedSeries, pattern: Pattern): WatchedSignal {
  const place = firedPlace(pattern, series.findings.judgement.chart.method.rules);
  return {
    series,
    pattern,
    since: pattern.points[0] ?? pattern.last,
    fired: pattern.points[place] ?? pattern.last,
  };
}

/** Which point of a pattern, counted from 0, made the rule fire. */
function firedPlace({ rule, points }: Pattern, { shift, trend }: RuleSet): number {
  const lengths: Partial<Record<Pattern['rule'], number | null>> = {
    beyond: 1,
    two_of_three: 2,
    shift,
    trend,
  };
  return (lengths[rule] ?? points.length) - 1;
}

function startOf({ series, fired }: WatchedSignal): string {
  return series.findings.points[fired]?.start ?? '';
}
