import type { Narrowing } from '../../filters/filters.ts';

/** A difference with its range; places on the axis are 0 at its left end and 1 at its right one. */
export interface EffectMark {
  at: number;
  low: number;
  high: number;
  /** The range goes on past that end. */
  isCut: readonly [low: boolean, high: boolean];
  /** As counted, without layers; null where it lies beyond the axis. */
  crude: number | null;
  state: 'common' | 'concern' | 'improvement';
}

export interface EffectCell {
  /** "+14"; "too few: 8 of 10" where it is not enough, empty where there is nothing. */
  words: string;
  /** The incidents behind it. */
  count: string;
  /** Everything about it in words. */
  title: string;
  /** Null where it is not enough. */
  mark: EffectMark | null;
  open: Narrowing | null;
}

/** Techniques in rows, all triggers and the commonest in columns, on one axis. */
export interface EffectGrid {
  kind: 'effects';
  columns: readonly { id: string; label: string; count: string }[];
  rows: readonly { id: string; label: string; note: string | null; cells: readonly EffectCell[] }[];
  axis: { zero: number; ticks: readonly { at: number; label: string }[] };
  unit: string;
}
