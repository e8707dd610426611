import type { Windows } from '../filters/periods.ts';

/** What every panel of one page is told about its period. */
export interface ChartContext {
  windows: Windows;
  /** "18 May to 12 Nov 2026" */
  periodWords: string;
  /** A noun that stands behind "in": "the 26 weeks before"; null without a comparison. */
  comparisonWords: string | null;
}
