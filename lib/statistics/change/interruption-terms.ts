export interface Interruption {
  /** Index of the first point after the change. */
  changeIndex: number;
  /** For a season: how many points make a year (12, 52.18), and how many pairs of waves describe it (2). */
  season?: { period: number; pairs: number };
}

/**
 * The terms of one point of an interrupted series: constant, after the change or not, time, and the waves of a season.
 *
 * Time runs from the change on in lengths of the whole series, which keeps all terms near 1. A wave is longer than two
 * points: a period that is not above 2 × pairs is a RangeError. Example: the third of ten points,
 * change at the second: [1, 1, 0.1].
 */
export function interruptionTerms(
  index: number,
  points: number,
  { changeIndex, season }: Interruption,
): number[] {
  if (season && !(season.period > 2 * season.pairs))
    throw new RangeError(`${season.pairs} pairs of waves do not fit into ${season.period} points`);
  const terms = [1, index >= changeIndex ? 1 : 0, (index - changeIndex) / points];
  for (let pair = 1; pair <= (season?.pairs ?? 0); pair++) {
    const angle = (2 * Math.PI * pair * index) / (season?.period ?? 1);
    terms.push(Math.sin(angle), Math.cos(angle));
  }
  return terms;
}
