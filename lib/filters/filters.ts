import type { MeasureId } from '../measures/measure-ids.ts';
import type { DimensionId } from './dimensions.ts';

/** A local calendar date of the workspace, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A half-open window of local dates: `from` is in, `until` is out. */
export interface Window {
  from: LocalDate;
  until: LocalDate;
}

export const PERIOD_PRESETS = [
  'last-4-weeks',
  'last-12-weeks',
  'last-26-weeks',
  'last-52-weeks',
  '26-weeks-to-date',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'all',
] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** The period as it was asked for: relative ones stay relative; a custom one includes its last day. */
export type Period =
  | { kind: 'default' }
  | { kind: 'preset'; preset: PeriodPreset }
  | { kind: 'custom'; firstDay: LocalDate; lastDay: LocalDate };

/** What the period is compared with. */
export type Comparison =
  | { kind: 'previous' }
  | { kind: 'last-year' }
  | { kind: 'none' }
  | { kind: 'custom'; firstDay: LocalDate; lastDay: LocalDate };

/** One dimension restricted to, or cleared of, one or more values (ids as URLs carry them). */
export interface Selection {
  dimension: DimensionId;
  exclude: boolean;
  values: readonly string[];
}

/** A part of the URL that could not be read: it is said to the user, never dropped silently. */
export interface Ignored {
  parameter: string;
  value: string;
  reason: string;
}

/** Whose incidents a training session is judged by: those of the people trained, or of all others. */
export interface SessionSide {
  session: number;
  side: 'trained' | 'others';
}

/** What is being looked at. The URL is its only other form. */
export interface Filters {
  period: Period;
  comparison: Comparison;
  /** A second comparison beside it; never the same one. */
  also: Comparison | null;
  /** At most one `is` and one `is not` for each dimension, in the order of the dimension registry. */
  selections: readonly Selection[];
  /** Only the incidents that count in this measure's denominator. */
  measure: MeasureId | null;
  /** Only those of one person, by number: 0 where it is not known whose they are. Only some pages can be asked so. */
  agent?: number;
  /** Only those of the people of a training session, or of all others. Only some pages can be asked so. */
  session?: SessionSide;
  ignored: readonly Ignored[];
}

/** How a mark of a chart narrows the filters that drew it. */
export interface Narrowing {
  selections?: readonly { dimension: DimensionId; value: string }[];
  /** What the mark is not: all other values of a dimension are one bar. */
  apart?: { dimension: DimensionId; values: readonly string[] };
  window?: Window;
  measure?: MeasureId;
  agent?: number;
  session?: SessionSide;
}
