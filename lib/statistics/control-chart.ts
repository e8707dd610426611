import type { Pattern } from './patterns.ts';
import type { RuleSet } from './rules.ts';
import type { Runs } from './runs.ts';

/** Run chart; XmR and its moving ranges; counts; rates and shares, plain and by Laney; i′; rare events by g and t. */
export const CHART_KINDS = [
  'run',
  'xmr',
  'mr',
  'c',
  'u',
  'u_prime',
  'p',
  'p_prime',
  'i_prime',
  'g',
  't',
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** Points from the first to before the second. */
export interface Span {
  from: number;
  until: number;
}

/** The points that limits come from: the first so many of each stretch that have a value, or a chosen span. */
export type Baseline = { first: number } | Span;

/** A point and what a person wrote about it. */
export interface Remark {
  index: number;
  reason: string;
}

export interface ChartSettings {
  /** NHS unless given. */
  rules?: RuleSet;
  /** Whether outlying moving ranges are left out of the limits once; they are unless told otherwise. */
  screen?: boolean;
  baseline?: Baseline | null;
  /** Points left out of the limits; they stay drawn and judged. */
  exclusions?: readonly Remark[];
  /** First points of new stretches: limits, runs and trends restart, and the old limits stay where they were. */
  rebases?: readonly Remark[];
}

/** One point as drawn, in the unit of the chart. Limits are null where there are none: at a gap, or too few points. */
export interface ChartPoint {
  value: number | null;
  /** What it was counted in; null for single values. */
  denominator: number | null;
  centre: number | null;
  /** Cut where the measure cannot be smaller or greater. */
  lower: number | null;
  upper: number | null;
  /** The same before cutting, for whoever computes them again. */
  rawLower: number | null;
  rawUpper: number | null;
  /** A third of the way from centre to limit; null where limits are not symmetric. */
  sigma: number | null;
  /** Why it is left out of the limits; null when it is not. */
  excluded: string | null;
}

/** A stretch of points that are judged by the same limits. */
export interface ChartSegment extends Span {
  /** Why limits restart here; null for the first stretch. */
  reason: string | null;
  /** Points with a value, and those of them that the limits come from. */
  n: number;
  baseline: Span & { n: number };
  /** Null: too few points for limits. */
  centre: number | null;
  /** Limits of fewer than 12 points: shown, not to be judged by. */
  trial: boolean;
  /** All values are the same: limits are that value. */
  constant: boolean;
  averageMovingRange: number | null;
  /** Moving ranges left out as outliers. */
  screened: number;
  /** Laney's variation between points, 1 where only chance acts; null where it does not apply. */
  sigmaZ: number | null;
  /** The limits are widened by σz. */
  prime: boolean;
  runs: Runs | null;
}

/** How it was computed: enough to come to the same figures from the values alone. */
export interface ChartMethod {
  chart: ChartKind;
  rules: RuleSet;
  /** Points with a value, and the sum of their denominators where they have one. */
  n: number;
  counted: number | null;
  screening: boolean;
  /** By name, as they stand in the formula of the chart. */
  constants: Readonly<Record<string, number>>;
  baseline: Baseline | null;
  exclusions: readonly Remark[];
  rebases: readonly Remark[];
  /** σz of the newest stretch. */
  sigmaZ: number | null;
  /** What the measure cannot be smaller or greater than. */
  floor: number | null;
  ceiling: number | null;
  /** Rates are told for so many of the denominator. */
  per: number;
}

/** A series, its usual range and what lies outside of it: one shape for every kind of chart. */
export interface ControlChart {
  kind: ChartKind;
  points: readonly ChartPoint[];
  /** In order; they cover all points. */
  segments: readonly ChartSegment[];
  /** In the order in which they ended; none in a trial stretch. */
  patterns: readonly Pattern[];
  /** The patterns of each point, the one to show first in front. */
  byPoint: readonly (readonly Pattern[])[];
  method: ChartMethod;
}

/** Points are judged only from here on; below, limits are trial limits. */
export const POINTS_FOR_LIMITS = 12;
