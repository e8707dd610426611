import type { Narrowing } from '../filters/filters.ts';

export interface ParetoBar {
  id: string;
  label: string;
  /** Incidents, or what they weigh. */
  count: number;
  /** The same as it is written. */
  figure: string;
  /** How many incidents its link opens. */
  incidents: number;
  share: number;
  cumulativeShare: number;
  /** 95 % range of the share; null where it rests on too few. */
  interval: readonly [number, number] | null;
  comparison: number | null;
  /** Not coded: hatched, always last. */
  uncoded: boolean;
  open: Narrowing;
}

export interface ParetoChart {
  kind: 'pareto';
  dimensionLabel: string;
  /** "Incidents", "Hours to close" */
  valueLabel: string;
  /** Whether bars carry their ranges, which take the place of the cumulative line. */
  withRanges: boolean;
  bars: readonly ParetoBar[];
  /** Neighbouring bars that chance could reorder: first and last index of each bracket. */
  brackets: readonly { firstIndex: number; lastIndex: number; lane: number }[];
  total: number;
  /** The total as it is written. */
  totalFigure: string;
  comparisonLabel: string | null;
}

/** The ends of a bar's range, in its own unit. */
export function rangeOfBar(
  { interval }: ParetoBar,
  { total }: ParetoChart,
): readonly [number, number] | null {
  return interval && [interval[0] * total, interval[1] * total];
}
