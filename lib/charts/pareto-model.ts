import type { Narrowing } from '../filters/filters.ts';

export interface ParetoBar {
  id: string;
  label: string;
  count: number;
  share: number;
  cumulativeShare: number;
  /** 95 % Wilson interval of the share. */
  interval: readonly [number, number];
  comparison: number | null;
  /** Not coded: hatched, always last. */
  uncoded: boolean;
  open: Narrowing;
}

export interface ParetoChart {
  kind: 'pareto';
  dimensionLabel: string;
  bars: readonly ParetoBar[];
  /** Neighbouring bars that chance could reorder: first and last index of each bracket. */
  brackets: readonly { firstIndex: number; lastIndex: number; lane: number }[];
  total: number;
  comparisonLabel: string | null;
}
