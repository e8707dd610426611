import type { DimensionId } from '../filters/dimensions.ts';
import type { Narrowing } from '../filters/filters.ts';

/** One value's part in a change: drawn from where those above it left off. */
export interface WaterfallStep {
  id: string;
  label: string;
  /** Where it begins and ends, in the measure's unit. */
  from: number;
  to: number;
  /** "176 to 96" */
  counted: string;
  /** "−3.2"; rounded so that all of them add up to the rounded whole. */
  change: string;
  /** Null where several values are folded into one. */
  open: Narrowing | null;
}

export interface WaterfallChart {
  kind: 'waterfall';
  dimensionLabel: string;
  /** "escalated", over what was counted. */
  countedLabel: string;
  /** "% or points" */
  changeLabel: string;
  start: { label: string; value: number; counted: string; figure: string };
  end: { label: string; value: number; counted: string; figure: string };
  steps: readonly WaterfallStep[];
  /** By what the change can be split, the dimension that tells most first. */
  splits: readonly { id: DimensionId; label: string; chosen: boolean }[];
  /** The axis, which need not begin at zero. */
  domain: readonly [number, number];
}
