import type { Narrowing } from '../../filters/filters.ts';

/** Places are 0 to 1 from the left and from the bottom. */
export interface FunnelMark {
  id: string;
  label: string;
  x: number;
  y: number;
  state: 'common' | 'concern' | 'improvement' | 'change';
  /** Everything about it in words. */
  title: string;
  open: Narrowing | null;
}

type Line = readonly (readonly [x: number, y: number])[];

/** Teams or sites by size and value, with the limits of chance. */
export interface FunnelPlot {
  kind: 'funnel';
  /** "De-escalated, %" */
  valueLabel: string;
  /** "incidents" */
  sizeLabel: string;
  xTicks: readonly { at: number; label: string }[];
  yTicks: readonly { at: number; label: string }[];
  target: { at: number; label: string };
  inner: readonly [low: Line, high: Line];
  outer: readonly [low: Line, high: Line];
  points: readonly FunnelMark[];
  /** Up to so many points are named. */
  named: number;
}
