import { type Fraction, pooled } from './fraction.ts';

/** Where it would last for ever nothing could be told; more than this is not believed. */
const MOST = 0.8;
/** So many standard errors above none, else it is taken for chance. */
const CLEAR = 2;
const FEWEST = 8;

/**
 * How many times as much the sum over many weeks varies as the weeks by themselves let expect, because what makes a share
 * high or low in one week lasts into the next; 1 where weeks have nothing to do with each other.
 *
 * Method: in each series the standardised residuals of the shares about their pooled one, their squares beyond the
 * binomial variance (c0) and their products with the next week (c1; residuals about an own mean take (1 + 4 ρ) / n from
 * it, which is given back; Kendall 1954, Biometrika 41:403-404). The sums over all series of eight weeks or more give the autocorrelation ρ = c1 / c0 of what varies beyond chance, within 0 to 0.8, where c1 is two standard
 * errors above none; a first-order process with it varies (1 + ρ) / (1 − ρ) times as much over many weeks (Bartlett 1946,
 * Journal of the Royal Statistical Society Supplement 8:27-41). Example: ρ = 0.5 gives 3.
 */
export function persistence(series: readonly (readonly Fraction[])[]): number {
  let [beyond, lasting, error] = [0, 0, 0];
  for (const points of series) {
    const residuals = standardised(points);
    const weeks = residuals.length;
    if (weeks < FEWEST) continue;
    const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
    const products = residuals.reduce(
      (sum, residual, index) => sum + residual * (residuals[index - 1] ?? 0),
      0,
    );
    const ratio = squares / (weeks - 1);
    beyond += squares - (weeks - 1);
    lasting += (products + (ratio * (weeks - 1)) / weeks) / (1 - 4 / weeks);
    error += (weeks - 1) * ratio ** 2;
  }
  if (beyond <= 0 || lasting <= CLEAR * Math.sqrt(error)) return 1;
  const correlation = Math.min(MOST, lasting / beyond);
  return (1 + correlation) / (1 - correlation);
}

function standardised(points: readonly Fraction[]): number[] {
  const known = points.filter(({ denominator }) => denominator > 0);
  const centre = pooled(known);
  if (centre === null || centre <= 0 || centre >= 1) return [];
  return known.map(
    ({ numerator, denominator }) =>
      (numerator - denominator * centre) / Math.sqrt(denominator * centre * (1 - centre)),
  );
}
