import type { Measure } from '../measures/measure.ts';
import { chooseKind } from '../statistics/choose-chart.ts';
import { judgeNewest } from '../statistics/judge-newest.ts';
import type { RuleSet } from '../statistics/rules.ts';
import { hasEnough, isTooSmall } from './enough-to-watch.ts';
import { toChartSeries } from './measure-series.ts';
import type { PlainSeries } from './plain-series.ts';

/** What is seen of a series before its chart is drawn. */
export type Looked =
  | { verdict: 'few' }
  /** Judged, and common cause only: whole buckets with a value, and the limits of the newest one. */
  | { verdict: 'quiet'; n: number; usual: { lower: number; upper: number } | null }
  /** It signals, or its chart has to be drawn to see whether it does. */
  | { verdict: 'drawn' };

/**
 * What a watch-list tells of a series whose limits were never begun anew, without its chart, its points and its patterns:
 * few of a thousand signal, and only those have to be drawn. The same as `watch` says of its findings.
 */
export function lookOver(measure: Measure, series: PlainSeries, rules?: RuleSet): Looked {
  if (isTooSmall(measure, series)) return FEW;
  const { series: charted, bounds } = toChartSeries(measure, series);
  const newest = judgeNewest(chooseKind(charted), charted, { ...bounds, ...(rules ? { rules } : {}) });
  if (newest === null) return DRAWN;
  const { n, centre, lower, upper, isJudged, inPattern } = newest;
  if (centre === null || !isJudged || !hasEnough(measure, series, centre)) return FEW;
  if (inPattern) return DRAWN;
  return { verdict: 'quiet', n, usual: lower === null || upper === null ? null : { lower, upper } };
}

const FEW: Looked = { verdict: 'few' };
const DRAWN: Looked = { verdict: 'drawn' };
