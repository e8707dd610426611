import { type ChartForm, cutLimits, type Usual } from './assemble-chart.ts';
import { C_FORM } from './c-chart.ts';
import { boundsOfForm, checkKind, type KindSettings, toldPer } from './chart-of-kind.ts';
import { type ChartSeries, hasFractions, valuesOf } from './chart-series.ts';
import { type ChartKind, POINTS_FOR_LIMITS } from './control-chart.ts';
import { toRate, toShare } from './fraction.ts';
import { iPrimeForm } from './i-prime-chart.ts';
import { pForm } from './p-chart.ts';
import { findPatterns, type JudgedPoint } from './patterns.ts';
import { RULE_SETS, type RuleSet, reachOf } from './rules.ts';
import { RUN_FORM } from './run-chart.ts';
import { findRuns } from './runs.ts';
import { uForm } from './u-chart.ts';
import { xmrForm } from './xmr-chart.ts';

/** What a control chart of all points says of the newest one with a value. */
export interface NewestPoint {
  /** Points with a value. */
  n: number;
  /** Null: too few points for limits, or no variation to judge by. */
  centre: number | null;
  /** Limits of the newest point, cut where the measure cannot be smaller or greater. */
  lower: number | null;
  upper: number | null;
  /** Whether the rules look at it: 12 points with a value that vary, or 10 beside the median of a run chart. */
  isJudged: boolean;
  /** Whether it belongs to a pattern of any rule. */
  inPattern: boolean;
}

/**
 * The same as `chartOfKind` says of the newest point, without drawing the chart: for looking over a thousand series of
 * which a few signal. Limits come from all points; exclusions, rebases and a baseline are not asked of it.
 *
 * Method: that of the chart, by its own form; rules look at as many points as decide about the newest (reachOf). Null for
 * moving ranges and rare events, whose chart has to be drawn. Errors are those of `chartOfKind`. Example: 1 to 12
 * and then 40, by an XmR chart: n 13, in a pattern, beyond the upper limit.
 */
export function judgeNewest(
  kind: ChartKind,
  series: ChartSeries,
  settings: Pick<KindSettings, 'rules' | 'floor' | 'ceiling' | 'per'> = {},
): NewestPoint | null {
  checkKind(kind, series);
  const { rules = RULE_SETS.nhs, per = 1 } = settings;
  if (!hasFractions(series)) {
    if (kind === 'c') return lookAt(C_FORM, series.points, rules);
    if (kind === 'run') return lookAt(RUN_FORM, series.points, rules);
    return kind === 'xmr' ? lookAt(xmrForm(settings), series.points, rules) : null;
  }
  const { points, form } = series;
  if (kind === 'u' || kind === 'u_prime') {
    const widening = kind === 'u' ? 'never' : 'always';
    return lookAt(uForm({ per, widening }), points.map(toRate), rules);
  }
  if (kind === 'p' || kind === 'p_prime')
    return lookAt(pForm({ widening: kind === 'p' ? 'never' : 'always' }), points.map(toShare), rules);
  const told = toldPer(points, per);
  const bounds = boundsOfForm(form, settings);
  if (kind === 'i_prime') return lookAt(iPrimeForm(bounds), told.map(toRate), rules);
  const values = valuesOf({ form, points: told });
  if (kind === 'run') return lookAt(RUN_FORM, values, rules);
  return kind === 'xmr' ? lookAt(xmrForm(bounds), values, rules) : null;
}

function lookAt<P>(form: ChartForm<P>, points: readonly (P | null)[], set: RuleSet): NewestPoint {
  const rules = form.rulesFor?.(set) ?? set;
  const n = points.reduce((sum, point) => sum + (point === null ? 0 : 1), 0);
  const newest = points.findLastIndex((point) => point !== null);
  const from = Math.max(0, newest + 1 - reachOf(rules));
  const reached = points.slice(from, newest + 1);
  const usual = n < 2 ? null : form.usual(reached, points, true);
  if (!usual) return { n, centre: null, lower: null, upper: null, isJudged: false, inPattern: false };
  const isJudged = isLongEnough(form, points, n, usual) && !(usual.constant && areAlike(form, points));
  const { lower = null, upper = null } = usual.limits.at(-1) ?? {};
  return {
    n,
    centre: usual.centre,
    ...cutLimits(form, lower, upper),
    isJudged,
    inPattern: isJudged && isInPattern(form, reached, usual, rules),
  };
}

function isLongEnough<P>(
  form: ChartForm<P>,
  points: readonly (P | null)[],
  n: number,
  { centre }: Usual,
): boolean {
  if (form.kind !== 'run') return n >= POINTS_FOR_LIMITS;
  const values = points.map((point) => (point === null ? null : form.valueOf(point)));
  return (findRuns(values, centre)?.signal ?? null) !== null;
}

function isInPattern<P>(
  form: ChartForm<P>,
  reached: readonly (P | null)[],
  { centre, limits }: Usual,
  rules: RuleSet,
): boolean {
  const judged = reached.map((point, index): JudgedPoint => {
    const value = point === null ? null : form.valueOf(point);
    const { lower, upper } = limits[index] ?? {};
    return {
      value,
      centre,
      lower: lower ?? Number.NEGATIVE_INFINITY,
      upper: upper ?? Number.POSITIVE_INFINITY,
    };
  });
  return findPatterns(judged, rules).some(({ points }) => points.includes(judged.length - 1));
}

function areAlike<P>(form: ChartForm<P>, points: readonly (P | null)[]): boolean {
  const first = points.find((point) => point !== null) ?? null;
  const height = first === null ? null : form.valueOf(first);
  return points.every((point) => point === null || form.valueOf(point) === height);
}
