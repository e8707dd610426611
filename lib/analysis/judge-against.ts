import type { Measure } from '../measures/measure.ts';
import { chooseChart } from '../statistics/choose-chart.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import { findPatterns, type Pattern } from '../statistics/patterns.ts';
import type { RuleSet } from '../statistics/rules.ts';
import { XMR_LIMIT, xmr } from '../statistics/xmr.ts';
import { judge } from './judge.ts';
import { toMeasureSeries } from './measure-series.ts';
import type { SeriesPoint } from './series.ts';

/** Whether a period differs from an earlier one by more than chance explains. */
export type Difference =
  | { verdict: 'changed'; patterns: readonly Pattern[] }
  | { verdict: 'unchanged' }
  /** The earlier period has too few whole points for limits. */
  | { verdict: 'too_early'; n: number };

/**
 * A period judged by the usual range of another: limits come from the earlier points alone, and what a rule finds
 * among the later ones is a real change.
 *
 * Method: one control chart over both, of the kind that fits the earlier ones, which are its baseline (`judge`). Where the two do
 * not meet, a gap stands between them, so that no run, trend or moving range reaches across. Patterns are those with a
 * point in the later period; their indexes are those of its points. Example: 12 weeks of 9 to 11 and then 4 of 20:
 * changed, beyond the upper limit.
 */
export function judgeAgainst(
  measure: Measure,
  earlier: readonly SeriesPoint[],
  later: readonly SeriesPoint[],
  rules?: RuleSet,
): Difference {
  const n = earlier.filter(({ partial, value }) => !partial && value !== null).length;
  if (n < POINTS_FOR_LIMITS) return { verdict: 'too_early', n };
  const [last, first] = [earlier.at(-1), later[0]];
  const meet = last && first && last.window.until === first.start;
  const before = last && !meet ? [...earlier, { ...last, value: null, partial: true }] : earlier;
  const baseline = { from: 0, until: earlier.length };
  const { drawable: kind } = chooseChart(toMeasureSeries(measure, earlier).series);
  const settings = { ...(rules ? { rules } : {}), baseline, kind };
  const { patterns } = judge(measure, [...before, ...later], settings);
  const inLater = patterns.flatMap((pattern) => {
    const points = pattern.points.map((index) => index - before.length).filter((index) => index >= 0);
    return points.length === 0 ? [] : [{ ...pattern, points, last: pattern.last - before.length }];
  });
  return inLater.length > 0 ? { verdict: 'changed', patterns: inLater } : { verdict: 'unchanged' };
}

/**
 * A period judged week by week against the same weeks of a year before, so that a season is no change.
 *
 * Method: the differences of the points that meet, as single values about 0 with limits 2.66 times their mean moving
 * range away (XmR, Wheeler 1993, its centre set to no difference); a rule that fires is a real change. Differences of
 * which one side is missing or a part bucket are gaps. Fewer than 12 of them are too early. Example: a rush that comes
 * each year, 40 against 38 and 42, is none.
 */
export function judgeSeason(
  points: readonly SeriesPoint[],
  comparison: readonly (number | null)[],
  rules?: RuleSet,
): Difference {
  const differences = points.map(({ value, partial }, index) => {
    const before = comparison[index] ?? null;
    return value === null || partial || before === null ? null : value - before;
  });
  const n = differences.filter((one) => one !== null).length;
  const limits = n < POINTS_FOR_LIMITS ? null : xmr(differences);
  if (!limits) return { verdict: 'too_early', n };
  const upper = XMR_LIMIT * limits.averageMovingRange;
  const judged = differences.map((value) => ({ value, centre: 0, lower: -upper, upper }));
  const patterns = findPatterns(judged, rules);
  return patterns.length > 0 ? { verdict: 'changed', patterns } : { verdict: 'unchanged' };
}
