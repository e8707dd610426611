import type { Narrowing } from '../../filters/filters.ts';

/** A share of opportunities handled effectively. */
export interface MatrixCell {
  /** "23", or "–" where too little is known; empty where nothing may be shown. */
  words: string;
  /** Everything about it in words. */
  title: string;
  /** Opportunities behind it: the area of its mark. */
  size: number;
  /** How far below the standard: 0 (at or above it) to 4. */
  step: 0 | 1 | 2 | 3 | 4;
  mark: 'dot' | 'concern' | 'improvement' | 'none';
  /** The people behind it are alike. */
  alike: boolean;
  open: Narrowing | null;
}

/** Places on the axis are 0 at its left end and 1 at its right one. */
export interface MatrixRange {
  words: string;
  at: number;
  low: number;
  high: number;
  standard: number | null;
}

export interface MatrixRow {
  id: string;
  label: string;
  /** All of its group together. */
  strong: boolean;
  cells: readonly MatrixCell[];
  range: MatrixRange | null;
  /** What there is to gain, with its bar from 0 to 1; words alone where the process is to be mended. */
  gain: { words: string; bar: number | null } | null;
}

/** Techniques in rows by group, teams or people in columns; a range for each row, and what there is to gain. */
export interface SkillMatrix {
  kind: 'matrix';
  columns: readonly { id: string; label: string }[];
  groups: readonly { id: string; label: string; rows: readonly MatrixRow[] }[];
  rangeLabel: string;
  ticks: readonly { at: number; label: string }[];
  /** Null without a column of gains. */
  gainLabel: string | null;
  foot: readonly {
    label: string;
    cells: readonly { words: string; open: Narrowing | null }[];
    sum: string;
  }[];
  key: {
    /** "Below the standard of 65 % by" */
    below: string;
    marked: string;
    improved: string | null;
    alike: string | null;
    minimum: number;
  };
  /** The cell that is looked at closely; null where none is. */
  focus: MatrixFocus | null;
  /** The team whose people stand in the columns, by number; left out where none do. */
  peopleOf?: number;
}

/** What is said of one cell below the matrix. */
export interface MatrixFocus {
  column: string;
  row: string;
  name: string;
  words: readonly string[];
  open: { label: string; narrowing: Narrowing };
}
