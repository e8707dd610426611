/** In how many of all cases one thing, another thing and both of them occur. */
export interface PairCounts {
  both: number;
  first: number;
  second: number;
  all: number;
}

/** The counts as they are; a RangeError where they cannot be those of one set of cases. */
export function checkedPair(pair: PairCounts): PairCounts {
  const { both, first, second, all } = pair;
  const whole = [both, first, second, all].every(Number.isInteger);
  if (whole && both >= 0 && both <= Math.min(first, second) && first + second - both <= all) return pair;
  throw new RangeError(`${both} with both, ${first} and ${second} with one are not parts of ${all} cases`);
}
