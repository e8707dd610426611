import { logGamma } from './distributions.ts';
import { sumTail } from './sum-tail.ts';

/** `drawn` of `all` without putting back, `marked` of which bear a mark. */
export interface Draw {
  drawn: number;
  marked: number;
  all: number;
}

/**
 * How likely chance alone is to give `count` or more marked ones among the drawn.
 *
 * Method: exact sum of hypergeometric terms from `count` upward; below the mean, 1 less the lower tail. Whole numbers,
 * `drawn` and `marked` within `all`, else a RangeError. Example: 3 or more of 4 marked, 4 drawn of 8:
 * (16 + 1) / 70 = 0.2429.
 */
export function hypergeometricUpperTail(count: number, draw: Draw): number {
  const { drawn, marked, all } = checked(draw);
  const least = Math.max(0, drawn + marked - all);
  if (count <= least) return 1;
  if (count > Math.min(drawn, marked)) return 0;
  if (count * all <= drawn * marked) return 1 - hypergeometricLowerTail(count - 1, draw);
  return sumTail(hypergeometricDensity(count, draw), (step) => {
    const value = count + step;
    return ((marked - value) * (drawn - value)) / ((value + 1) * (all - marked - drawn + value + 1));
  });
}

/**
 * How likely chance alone is to give `count` or fewer marked ones among the drawn.
 *
 * Method and errors as above. Example: 1 or fewer of 4 marked, 4 drawn of 8: (1 + 16) / 70 = 0.2429.
 */
export function hypergeometricLowerTail(count: number, { drawn, marked, all }: Draw): number {
  return hypergeometricUpperTail(drawn - count, { drawn, marked: all - marked, all });
}

/**
 * How likely chance alone is to give exactly `count` marked ones among the drawn.
 *
 * Errors as above. Example: 2 of 4 marked, 4 drawn of 8: 36 / 70 = 0.5143.
 */
export function hypergeometricDensity(count: number, draw: Draw): number {
  const { drawn, marked, all } = checked(draw);
  if (count < Math.max(0, drawn + marked - all) || count > Math.min(drawn, marked)) return 0;
  return Math.exp(logChoose(marked, count) + logChoose(all - marked, drawn - count) - logChoose(all, drawn));
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

function checked(draw: Draw): Draw {
  const { drawn, marked, all } = draw;
  const possible = (part: number) => Number.isInteger(part) && part >= 0 && part <= all;
  if (Number.isInteger(all) && possible(drawn) && possible(marked)) return draw;
  throw new RangeError(`${drawn} drawn and ${marked} marked are not parts of ${all}`);
}
