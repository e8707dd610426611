import type { ChartKind } from './control-chart.ts';

/** Passages of docs/methods.md that a `?` on a page can open: `<a id="…">` before the heading. */
export const METHOD_PASSAGES = [
  'counted',
  'xmr-chart',
  'rules',
  'p-chart',
  'baseline',
  'which-chart',
  'c-and-u-chart',
  'g-and-t-chart',
  'i-prime-chart',
  'moving-ranges',
  'run-chart',
  'rule-sets',
  'false-flags',
  'restart',
  'funnel',
  'cusum',
  'range-of-a-share',
  'pareto',
  'medians',
  'range-of-a-rate',
  'two-rates',
  'change',
  'detectable',
  'interrupted-series',
  'difference-in-differences',
  'many-comparisons',
  'shrinkage',
  'association',
  'mantel-haenszel',
  'agreement',
  'what-changed',
  'survival',
  'words',
  'weighted-pareto',
  'pattern-scan',
  'kept-patterns',
  'taxonomy',
] as const;

export type MethodPassage = (typeof METHOD_PASSAGES)[number];

/** Where each kind of control chart is explained. */
export const CHART_PASSAGES: Readonly<Record<ChartKind, MethodPassage>> = {
  run: 'run-chart',
  xmr: 'xmr-chart',
  mr: 'moving-ranges',
  c: 'c-and-u-chart',
  u: 'c-and-u-chart',
  u_prime: 'c-and-u-chart',
  p: 'p-chart',
  p_prime: 'p-chart',
  i_prime: 'i-prime-chart',
  g: 'g-and-t-chart',
  t: 'g-and-t-chart',
};
