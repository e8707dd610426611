import { studentQuantile } from '../distributions.ts';
import type { Interval } from '../wilson.ts';
import { countRatings, pairsAgreeing, type Ratings, type UnitCounts } from './rating-counts.ts';

/** Agreement of any number of raters beyond what chance would bring. */
export interface Agreement {
  /** Share of agreeing pairs of ratings. */
  agreement: number;
  /** The same if ratings were left to chance. */
  expected: number;
  /** 1 is full agreement, 0 is chance; null where chance alone would agree fully: not defined. */
  coefficient: number | null;
  /** Null for fewer than two units, and where every unit agrees as much as the next: nothing tells the error. */
  standardError: number | null;
  /** 95 %. */
  interval: Interval | null;
  /** Rated by two or more. */
  units: number;
  /** Rated by fewer. */
  leftOut: number;
}

/**
 * What all coefficients of this kind share: (agreement − expected) / (1 − expected), with an error.
 *
 * Method: `chance` gives for each category, from how often it is used, how probably another rating agrees with it by
 * chance; units with a single rating take part in how often categories are used. The variance is that of linearised
 * terms of the units, the interval uses t with n − 1 degrees of freedom, cut at 1 (Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th edition, ch. 5; R package irrCAC). Null when no unit has two ratings. Errors as in `countRatings`.
 */
export function chanceCorrected(
  ratings: Ratings,
  categories: number,
  chance: (prevalence: readonly number[]) => readonly number[],
): Agreement | null {
  const units = countRatings(ratings, categories);
  const shares = units.map(pairsAgreeing);
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return null;
  const agreement = known.reduce((sum, share) => sum + share, 0) / known.length;
  const byCategory = chance(prevalences(units, categories));
  const expectedOf = ({ counts, raters }: UnitCounts) =>
    counts.reduce((sum, count, category) => sum + (count / raters) * (byCategory[category] ?? 0), 0);
  const expected = units.reduce((sum, unit) => sum + expectedOf(unit), 0) / units.length;
  const found = { agreement, expected, units: known.length, leftOut: ratings.length - known.length };
  const room = 1 - expected;
  if (room < 1e-12) return { ...found, coefficient: null, standardError: null, interval: null };
  const coefficient = (agreement - expected) / room;
  const terms = units.map((unit, index) => {
    const share = shares[index] ?? null;
    const own = share === null ? 0 : ((units.length / known.length) * (share - expected)) / room;
    return own - (2 * (1 - coefficient) * (expectedOf(unit) - expected)) / room;
  });
  return { ...found, coefficient, ...errorOf(coefficient, terms) };
}

/** Standard error and interval of a coefficient from the terms of its units. */
export function errorOf(
  coefficient: number,
  terms: readonly number[],
  centre = coefficient,
): Pick<Agreement, 'standardError' | 'interval'> {
  const n = terms.length;
  const squares = terms.reduce((sum, term) => sum + (term - centre) ** 2, 0);
  const standardError = Math.sqrt(squares / (n * (n - 1)));
  if (!(standardError > 1e-12)) return { standardError: null, interval: null };
  const reach = studentQuantile(0.975, n - 1) * standardError;
  return { standardError, interval: [coefficient - reach, Math.min(1, coefficient + reach)] };
}

function prevalences(units: readonly UnitCounts[], categories: number): number[] {
  return Array.from(
    { length: categories },
    (_, category) =>
      units.reduce((sum, { counts, raters }) => sum + (counts[category] ?? 0) / raters, 0) / units.length,
  );
}
