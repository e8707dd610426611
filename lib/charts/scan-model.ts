import type { Narrowing } from '../filters/filters.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import type { Spark } from './chart-model.ts';

/** One pattern. Places on the axis are 0 at its left end and 1 at its right one. */
export interface ScanRow {
  key: string;
  /** From 1 on. */
  place: number;
  /** "Billing error · Fibre 500 · phone" */
  name: string;
  /** "118 incidents, 56 by the share of the 26 weeks before" */
  reason: string;
  /** What else was found of the same cause, and the incidents that it counted; left out in packs from before. */
  also?: readonly { words: string; open: ScanRow['open'] }[];
  /** The whole of it in a sentence. */
  sentence: string;
  rising: boolean;
  /** What was found by week; null where the record holds no day of it. */
  spark: Spark | null;
  at: number;
  low: number;
  high: number;
  /** Its range, or all of it, goes on beyond the axis. */
  beyond: boolean;
  /** Drawn hollow: of fewer than 15. */
  few: boolean;
  lift: string;
  interval: string;
  /** "118", "74 of 131" */
  found: string;
  expected: string;
  excess: string;
  q: string;
  open: { label: string; narrowing: Narrowing };
  /** Which incidents it is about, and by what it would be watched. */
  keep: { narrowing: Narrowing; measure: MeasureId; label: string };
  /** The pattern as which it is kept already. */
  kept: KeptAs | null;
}

/** A pattern that people keep. */
export interface KeptAs {
  patternId: number;
  name: string;
  /** "Watching" */
  status: string;
}

export interface ScanList {
  kind: 'scan';
  rows: readonly ScanRow[];
  /** Findings that are not among the rows shown. */
  unshown: number;
  axis: { ticks: readonly { at: number; label: string }[]; reference: number };
  /** "9 patterns found in 1,284 tests; at this cut fewer than 1 of the 9 should be false." */
  verdict: string;
}
