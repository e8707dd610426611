/** Passages of docs/methods.md that a `?` on a page can open: `<a id="…">` before the heading. */
export const METHOD_PASSAGES = [
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
] as const;

export type MethodPassage = (typeof METHOD_PASSAGES)[number];
