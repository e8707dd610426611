import { movingRange } from './moving-range.ts';
import { POINTS_FOR_LIMITS } from './xmr.ts';

/** Mean moving range of a standard normal variable (d2 of two points). */
const D2 = 1.128;
/** From here on the shares vary more than chance alone explains, and limits are widened. */
const OVERDISPERSED = 1.2;

export interface Fraction {
  numerator: number;
  denominator: number;
}

/** Shares 0 to 1; limits are raw (not cut at 0 and 1), one pair for each point, null where nothing was counted. */
export interface ShareLimits {
  centre: number;
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  /** Laney's measure of variation between points, 1 where only chance acts; null where it cannot be told. */
  sigmaZ: number | null;
  /** The limits are Laney's p′ limits. */
  prime: boolean;
  /** Points with a denominator, and the sum of the denominators. */
  n: number;
  counted: number;
  trial: boolean;
}

/**
 * The usual range of a share from period to period: p chart, or Laney's p′ chart where chance alone does not explain
 * the variation.
 *
 * Method: centre = sum of numerators / sum of denominators; sd = √(centre (1 − centre) / n) of each point; limits
 * centre ± 3 sd (Montgomery, Introduction to Statistical Quality Control, ch. 7). σz = mean |z − z before| / 1.128,
 * screened once; above 1.2 limits are centre ± 3 sd σz (Laney 2002, Quality Engineering 14:531-537), never narrower
 * than the p chart's. A null or a denominator of 0 is a gap. Answers null when nothing was counted; throws a
 * RangeError for a numerator outside 0 to its denominator. Example: 55 of 197 among 21 weeks with centre 0.2496:
 * limits 0.1571 and 0.3421.
 */
export function pChart(points: readonly (Fraction | null)[]): ShareLimits | null {
  const fractions = points.map(counted);
  const known = fractions.filter((point) => point !== null);
  const total = known.reduce((sum, { denominator }) => sum + denominator, 0);
  if (total === 0) return null;
  const centre = known.reduce((sum, { numerator }) => sum + numerator, 0) / total;
  const deviations = fractions.map(
    (point) => point && Math.sqrt((centre * (1 - centre)) / point.denominator),
  );
  const sigmaZ = variationBetween(fractions, deviations, centre);
  const prime = sigmaZ !== null && sigmaZ > OVERDISPERSED;
  const reach = 3 * (prime ? sigmaZ : 1);
  return {
    centre,
    lower: deviations.map((deviation) => (deviation === null ? null : centre - reach * deviation)),
    upper: deviations.map((deviation) => (deviation === null ? null : centre + reach * deviation)),
    sigmaZ,
    prime,
    n: known.length,
    counted: total,
    trial: known.length < POINTS_FOR_LIMITS,
  };
}

function counted(point: Fraction | null): Fraction | null {
  if (point === null || point.denominator === 0) return null;
  if (point.numerator >= 0 && point.numerator <= point.denominator) return point;
  throw new RangeError(`${point.numerator} of ${point.denominator} is not a share`);
}

function variationBetween(
  fractions: readonly (Fraction | null)[],
  deviations: readonly (number | null)[],
  centre: number,
): number | null {
  if (centre === 0 || centre === 1) return null;
  const z = fractions.map((point, index) => {
    const deviation = deviations[index];
    return point && deviation ? (point.numerator / point.denominator - centre) / deviation : null;
  });
  const ranges = movingRange(z);
  return ranges && ranges.average / D2;
}
