import {
  hypergeometricDensity,
  hypergeometricLowerTail,
  hypergeometricUpperTail,
} from '../hypergeometric-tail.ts';
import { twoSided } from '../two-sided.ts';
import { checkedPair, type PairCounts } from './pair-counts.ts';

/**
 * The two-sided p-value of two things that occur together in some cases: how likely chance alone is to bring them
 * together so often, or so seldom.
 *
 * Method: Fisher's exact test, all tables with the same margins that are as unlikely as this one (Fisher 1935; R's
 * fisher.test). Counts that are not those of one set of cases are a RangeError. Example: 3 of 4 cups said to be, and
 * being, milk first, of 8 cups: 0.4857.
 */
export function fisherExact(pair: PairCounts): number {
  const { both, first, second, all } = checkedPair(pair);
  const draw = { drawn: first, marked: second, all };
  return twoSided(both, {
    mode: Math.floor(((first + 1) * (second + 1)) / (all + 2)),
    largest: Math.min(first, second),
    density: (value) => hypergeometricDensity(value, draw),
    lowerTail: (value) => hypergeometricLowerTail(value, draw),
    upperTail: (value) => hypergeometricUpperTail(value, draw),
  });
}
