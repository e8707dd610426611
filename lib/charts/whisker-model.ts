import type { Narrowing } from '../filters/filters.ts';

/** Places on the axis are 0 at its left end and 1 at its right one. */
export interface WhiskerRow {
  id: string;
  label: string;
  /** The figures before the axis, in the order of their columns. */
  figures: readonly string[];
  at: number;
  low: number;
  high: number;
  /** Drawn hollow: of too few to tell much. */
  few: boolean;
  /** The value in words, behind the axis. */
  value: string;
  open: Narrowing | null;
}

/** Names with figures, a dot with its 95 % range on one axis, and the value: one row each. */
export interface WhiskerChart {
  kind: 'whiskers';
  rowLabel: string;
  /** `wide`: left out where there is little room. */
  columns: readonly { label: string; wide: boolean }[];
  axis: {
    ticks: readonly { at: number; label: string }[];
    /** The line through all rows; null where there is none. */
    reference: number | null;
  };
  valueLabel: string;
  rows: readonly WhiskerRow[];
  /** The last line, without a dot; null where rows do not add up. */
  total: { label: string; figures: readonly string[]; value: string } | null;
}
