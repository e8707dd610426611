interface Discrete {
  mode: number;
  /** The largest value that can come up. */
  largest: number;
  density(value: number): number;
  lowerTail(value: number): number;
  upperTail(value: number): number;
}

/** Rounding must not keep out a value that is exactly as likely as the one seen. */
const AS_LIKELY = 1 + 1e-7;

/**
 * The two-sided p-value of a value of a discrete distribution with one mode: how likely chance alone is to give a
 * value as unlikely as this one or more so, on either side.
 *
 * Method: of "small p-values" (Fisher; as R's binom.test and fisher.test compute it); the values of the other side
 * are found by halving, as the density falls on from the mode. Example: 1 of 10 with probability 1/2: values 0, 1, 9
 * and 10, so 22 / 1024.
 */
export function twoSided(value: number, distribution: Discrete): number {
  const { mode, largest, lowerTail, upperTail } = distribution;
  const limit = distribution.density(value) * AS_LIKELY;
  const asUnlikely = (candidate: number) => distribution.density(candidate) <= limit;
  if (value === mode) return 1;
  if (value < mode) {
    const from = firstWhere(mode, largest + 1, asUnlikely);
    return Math.min(1, lowerTail(value) + (from > largest ? 0 : upperTail(from)));
  }
  const below = firstWhere(0, mode, (candidate) => !asUnlikely(candidate));
  return Math.min(1, upperTail(value) + (below > 0 ? lowerTail(below - 1) : 0));
}

/** The first whole number of a span for which a statement turns true, the end of the span if it never does. */
function firstWhere(from: number, until: number, holds: (candidate: number) => boolean): number {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
