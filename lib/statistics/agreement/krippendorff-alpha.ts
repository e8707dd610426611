import { type Agreement, errorOf } from './chance-corrected.ts';
import { countRatings, type Ratings, type UnitCounts } from './rating-counts.ts';

/**
 * How far apart two ratings are: `nominal`, different or not; `ordinal`, by how many ratings lie between them;
 * `interval`, by the square of the steps between them.
 */
export type Metric = 'nominal' | 'ordinal' | 'interval';

/**
 * Agreement of several raters beyond chance that counts near misses as less bad, with ratings missing anywhere; null
 * when no unit has two ratings.
 *
 * Method: 1 − observed / expected disagreement of all pairs of ratings of the same unit and of any two units
 * (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability). Units with a single rating are left out.
 * `agreement` and `expected` are 1 − disagreement by the largest distance on the scale as used. The error is
 * linearised as in Gwet 2014 (R package irrCAC), with the distances held fixed. Not defined, coefficient null, when
 * all ratings are of one category. Errors as in `countRatings`. Example: 12 units by 4 raters with ratings missing,
 * Krippendorff 2011: nominal 0.743, ordinal 0.815, interval 0.849.
 */
export function krippendorffAlpha(ratings: Ratings, categories: number, metric: Metric): Agreement | null {
  const units = countRatings(ratings, categories).filter(({ raters }) => raters > 1);
  if (units.length === 0) return null;
  const totals = Array.from({ length: categories }, (_, category) =>
    units.reduce((sum, { counts }) => sum + (counts[category] ?? 0), 0),
  );
  const pairable = totals.reduce((sum, total) => sum + total, 0);
  const distance = distances(totals, metric);
  const farthest = Math.max(...distance.flat());
  const found = { units: units.length, leftOut: ratings.length - units.length };
  if (farthest === 0)
    return { ...found, agreement: 1, expected: 1, coefficient: null, standardError: null, interval: null };
  const apart = (counts: readonly number[], category: number) =>
    counts.reduce((sum, count, other) => sum + count * (distance[category]?.[other] ?? 0), 0) / farthest;
  const observedOf = ({ counts, raters }: UnitCounts) =>
    counts.reduce((sum, count, category) => sum + count * apart(counts, category), 0) / (raters - 1);
  const observed = units.reduce((sum, unit) => sum + observedOf(unit), 0) / pairable;
  const spread = totals.reduce((sum, total, category) => sum + total * apart(totals, category), 0);
  const expected = spread / (pairable * (pairable - 1));
  const coefficient = 1 - observed / expected;
  const raters = pairable / units.length;
  const chance = spread / pairable ** 2;
  const plain = 1 - observed / chance;
  const terms = units.map((unit) => {
    const more = (unit.raters - raters) / raters;
    const own = observedOf(unit) / raters - observed * more;
    const byChance = unit.counts.reduce((sum, count, category) => {
      return sum + (count * apart(totals, category)) / pairable;
    }, 0);
    return 1 - own / chance + (2 * (1 - plain) * (byChance / raters - chance * more - chance)) / chance;
  });
  const error = errorOf(coefficient, terms, plain);
  return { ...found, agreement: 1 - observed, expected: 1 - expected, coefficient, ...error };
}

function distances(totals: readonly number[], metric: Metric): number[][] {
  return totals.map((total, category) =>
    totals.map((other, index) => {
      if (index === category || total === 0 || other === 0) return 0;
      if (metric === 'nominal') return 1;
      if (metric === 'interval') return (index - category) ** 2;
      const between = totals.slice(Math.min(index, category), Math.max(index, category) + 1);
      return (between.reduce((sum, count) => sum + count, 0) - (total + other) / 2) ** 2;
    }),
  );
}
