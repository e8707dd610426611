import { binomialQuantile } from './binomial-quantile.ts';

/** Runs about the centre are judged only from so many points on that are not on it. */
export const POINTS_FOR_RUNS = 10;

/** Consecutive useful points on one side of the centre; indexes are those of the points. */
export interface Run {
  side: 1 | -1;
  points: readonly number[];
}

/** What the runs about a centre say of a series as a whole. */
export interface Runs {
  /** Points not on the centre. */
  useful: number;
  longest: number;
  longestAllowed: number;
  crossings: number;
  crossingsNeeded: number;
  /** Null: fewer than 10 useful points, nothing can be said. */
  signal: boolean | null;
  runs: readonly Run[];
}

/**
 * Whether a series crosses its centre as often, and stays on one side as shortly, as chance would make it.
 *
 * Method: of n useful points the longest run is at most round(log2 n) + 3 (Schilling 2012, Mathematics Magazine
 * 85:141-149), the crossings at least the 5 % quantile of a binomial with n − 1 trials of ½ (Chen 2010, Model Assisted
 * Statistics and Applications 5:73-77); either one outside is a signal. Gaps and points on the centre are skipped,
 * they end no run. Source: Anhøj and Olesen (2014), PLoS ONE 9:e113825; qicharts2. Null without a
 * useful point. Example: 16 useful points with longest run 4 (at most 7) and 7 crossings (at least 4): no signal.
 */
export function findRuns(values: readonly (number | null)[], centre: number): Runs | null {
  const runs: { side: 1 | -1; points: number[] }[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null || value === centre) continue;
    const side = value > centre ? 1 : -1;
    const open = runs.at(-1);
    if (open?.side === side) open.points.push(index);
    else runs.push({ side, points: [index] });
  }
  if (runs.length === 0) return null;
  const useful = runs.reduce((sum, { points }) => sum + points.length, 0);
  const longest = Math.max(...runs.map(({ points }) => points.length));
  const longestAllowed = Math.round(Math.log2(useful)) + 3;
  const crossings = runs.length - 1;
  const crossingsNeeded = binomialQuantile(0.05, useful - 1, 0.5);
  const outside = longest > longestAllowed || crossings < crossingsNeeded;
  const signal = useful < POINTS_FOR_RUNS ? null : outside;
  return { useful, longest, longestAllowed, crossings, crossingsNeeded, signal, runs };
}
