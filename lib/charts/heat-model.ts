import type { Narrowing } from '../filters/filters.ts';

export interface HeatCell {
  count: number;
  /** 0 (no fill) to 7. */
  step: number;
  unknown: boolean;
  open: Narrowing | null;
}

export interface HeatMap {
  kind: 'heat';
  rowTitle: string;
  rows: readonly { id: string; label: string; total: number; open: Narrowing | null }[];
  columns: readonly { id: string; label: string; total: number; open: Narrowing | null }[];
  cells: readonly (readonly HeatCell[])[];
  total: number;
  key: { title: string; from: string; to: string; steps: string; unknown: boolean };
}
