import { type BasedStretch, layStretches } from './chart-stretches.ts';
import {
  type ChartKind,
  type ChartPoint,
  type ChartSegment,
  type ChartSettings,
  type ControlChart,
  POINTS_FOR_LIMITS,
} from './control-chart.ts';
import { findPatterns, type JudgedPoint, type Pattern, patternsByPoint } from './patterns.ts';
import { RULE_SETS, type RuleSet } from './rules.ts';
import { findRuns } from './runs.ts';

/** The limits of one point, raw and in the unit of the chart. */
export interface PointLimits {
  lower: number | null;
  upper: number | null;
  sigma: number | null;
}

/** What the baseline of a stretch says about each of its points. */
export interface Usual {
  centre: number;
  /** One a point of the stretch; null where nothing was counted. */
  limits: readonly (PointLimits | null)[];
  /** Values and limits as rules see them, where that is another scale than the drawn one. */
  judged?: readonly JudgedPoint[];
  constant: boolean;
  averageMovingRange?: number;
  screened?: number;
  sigmaZ?: number | null;
  prime?: boolean;
}

/** One kind of chart: how a point becomes a value, and how limits come from a baseline. */
export interface ChartForm<P> {
  kind: ChartKind;
  constants: Readonly<Record<string, number>>;
  valueOf: (point: P) => number | null;
  denominatorOf?: (point: P) => number;
  /** Null where the baseline shows no variation to judge by. `base` has no excluded points; gaps are null. */
  usual: (stretch: readonly (P | null)[], base: readonly (P | null)[], screen: boolean) => Usual | null;
  floor: number | null;
  ceiling: number | null;
  per?: number;
  /** The rules that hold for this kind; all of the set unless given. */
  rulesFor?: (set: RuleSet) => RuleSet;
}

/**
 * Any control chart from its form: stretches with their limits, points, patterns and how it was computed.
 *
 * Limits need two points with a value; with fewer than 12 they are a trial and no rule is applied. Errors are those
 * of the settings (layStretches) and of the form. It is the one place where baseline, exclusions, rebases, cutting
 * and rules are done, so that all charts do them alike.
 */
export function assembleChart<P>(
  form: ChartForm<P>,
  points: readonly (P | null)[],
  settings: ChartSettings,
): ControlChart {
  const { rules = RULE_SETS.nhs, screen = true, exclusions = [], rebases = [], baseline = null } = settings;
  const values = points.map((point) => (point === null ? null : form.valueOf(point)));
  const reasons = new Map(exclusions.map(({ index, reason }) => [index, reason]));
  const stretches = layStretches(points, settings).map((stretch) => {
    const usual = usualOf(form, points, values, stretch, screen);
    return { stretch, usual, segment: toSegment(points, values, stretch, usual, reasons) };
  });
  const chart = stretches.flatMap(({ stretch, usual }) =>
    toPoints(form, points, values, stretch, usual, reasons),
  );
  const applied = form.rulesFor?.(rules) ?? rules;
  const patterns = stretches.flatMap(({ segment, usual }) =>
    usual && (!segment.trial || form.kind === 'run') ? patternsOf(chart, segment, usual, applied) : [],
  );
  const newest = stretches.at(-1)?.segment;
  const { denominatorOf } = form;
  return {
    kind: form.kind,
    points: chart,
    segments: stretches.map(({ segment }) => segment),
    patterns,
    byPoint: patternsByPoint(patterns, points.length),
    method: {
      chart: form.kind,
      rules: applied,
      n: values.filter((value) => value !== null).length,
      counted: denominatorOf
        ? points.reduce((sum, point) => sum + (point === null ? 0 : denominatorOf(point)), 0)
        : null,
      screening: screen,
      constants: form.constants,
      baseline,
      exclusions,
      rebases,
      sigmaZ: newest?.sigmaZ ?? null,
      floor: form.floor,
      ceiling: form.ceiling,
      per: form.per ?? 1,
    },
  };
}

function usualOf<P>(
  form: ChartForm<P>,
  points: readonly (P | null)[],
  values: readonly (number | null)[],
  { from, until, base }: BasedStretch,
  screen: boolean,
): Usual | null {
  if (base.filter((index) => points[index] !== null).length < 2) return null;
  const usual = form.usual(
    points.slice(from, until),
    base.map((index) => points[index] ?? null),
    screen,
  );
  if (!usual) return null;
  const known = values.slice(from, until).filter((value) => value !== null);
  return { ...usual, constant: usual.constant && known.every((value) => value === known[0]) };
}

function toSegment(
  points: readonly unknown[],
  values: readonly (number | null)[],
  { from, until, reason, baseline, base }: BasedStretch,
  usual: Usual | null,
  reasons: ReadonlyMap<number, string>,
): ChartSegment {
  const inside = values.slice(from, until);
  const based = base.filter((index) => points[index] !== null).length;
  const judged = inside.map((value, offset) => (reasons.has(from + offset) ? null : value));
  return {
    from,
    until,
    reason,
    n: inside.filter((value) => value !== null).length,
    baseline: { ...baseline, n: based },
    centre: usual?.centre ?? null,
    trial: based < POINTS_FOR_LIMITS,
    constant: usual?.constant ?? false,
    averageMovingRange: usual?.averageMovingRange ?? null,
    screened: usual?.screened ?? 0,
    sigmaZ: usual?.sigmaZ ?? null,
    prime: usual?.prime ?? false,
    runs: usual && findRuns(judged, usual.centre),
  };
}

function toPoints<P>(
  form: ChartForm<P>,
  points: readonly (P | null)[],
  values: readonly (number | null)[],
  { from, until }: BasedStretch,
  usual: Usual | null,
  reasons: ReadonlyMap<number, string>,
): ChartPoint[] {
  return points.slice(from, until).map((point, offset) => {
    const value = values[from + offset] ?? null;
    const limits = value === null ? null : (usual?.limits[offset] ?? null);
    const { lower = null, upper = null, sigma = null } = limits ?? {};
    return {
      value,
      denominator: point === null ? null : (form.denominatorOf?.(point) ?? null),
      centre: value === null ? null : (usual?.centre ?? null),
      ...cutLimits(form, lower, upper),
      rawLower: lower,
      rawUpper: upper,
      sigma,
      excluded: reasons.get(from + offset) ?? null,
    };
  });
}

/** Limits without what the measure cannot be. */
export function cutLimits(
  { floor, ceiling }: Pick<ChartForm<never>, 'floor' | 'ceiling'>,
  lower: number | null,
  upper: number | null,
): Pick<ChartPoint, 'lower' | 'upper'> {
  return {
    lower: lower === null ? null : Math.max(lower, floor ?? lower),
    upper: upper === null ? null : Math.min(upper, ceiling ?? upper),
  };
}

function patternsOf(
  chart: readonly ChartPoint[],
  { from, until }: ChartSegment,
  usual: Usual,
  rules: RuleSet,
): Pattern[] {
  const judged = chart.slice(from, until).map((point, offset): JudgedPoint => {
    const { value, centre, lower, upper } = usual.judged?.[offset] ?? {
      value: point.value,
      centre: usual.centre,
      lower: point.rawLower ?? Number.NEGATIVE_INFINITY,
      upper: point.rawUpper ?? Number.POSITIVE_INFINITY,
    };
    return { value, centre, lower, upper, excluded: point.excluded !== null };
  });
  return findPatterns(judged, rules).map((pattern) => ({
    ...pattern,
    points: pattern.points.map((index) => index + from),
    last: pattern.last + from,
  }));
}
