import { squareAndAdd } from './square-and-add.ts';
import { type Interval, wilson, Z95 } from './wilson.ts';

/** The weights of some records added up, and their squares: `sum(w)` and `sum(w * w)` in SQL. */
export interface WeightedSum {
  sum: number;
  squares: number;
}

export interface WeightedShare {
  share: number;
  /** Null where the whole rests on too few records; see `weighs`. */
  interval: Interval | null;
  /** How many equal records the whole weighs like: 100 records of which one is nearly everything weigh like 1. */
  weighs: number;
}

/** Below this many equal records a single large one decides, and no range can be told. */
export const RECORDS_FOR_RANGE = 30;

/**
 * The share of a whole that is not a count, such as minutes, compensation or severity, with the range that other records
 * of the same kind would give; null when the whole is 0.
 *
 * Method: the share Σ w of the part / Σ w is a ratio of two sums; its variance by linearisation is
 * ((1−s)² Σw² of the part + s² Σw² of the others) / (Σw)²; Wilson's interval with as many records as give that variance
 * (Korn and Graubard 1998, Survey Methodology 24:193-201). With equal weights it is Wilson's interval itself. No range
 * where the whole weighs less than 30 records, (Σw)²/Σw² by Kish (1965). 95 % unless another z is given. A part larger
 * than the whole or negative sums are RangeErrors. Example: 30 of 100 records with weight 1 each: 0.3, 0.2189 to 0.3958.
 */
export function weightedShare(part: WeightedSum, whole: WeightedSum, z = Z95): WeightedShare | null {
  const measured = measure(part, whole);
  if (measured === null) return null;
  const { share, variance, weighs } = measured;
  return { share, interval: rangeOf(share, variance, weighs, z), weighs };
}

/**
 * The range of the difference of two such shares of the same whole, as of two bars of a weighted Pareto chart; null when
 * the whole is 0 or weighs less than 30 records. A record in one bar is not in the other.
 *
 * Method: square-and-add of the two intervals above with their linearised correlation, the weighted form of
 * `newcombeOneSample`, which it equals when all weights are the same. Errors as above. Example: 452 and 431 of 2,412
 * with weight 1 each: −0.0154 to 0.0328.
 */
export function weightedShareDifference(
  first: WeightedSum,
  second: WeightedSum,
  whole: WeightedSum,
  z = Z95,
): Interval | null {
  const [one, other] = [measure(first, whole), measure(second, whole)];
  const together = measure({ sum: first.sum + second.sum, squares: first.squares + second.squares }, whole);
  if (one === null || other === null || together === null) return null;
  const firstRange = rangeOf(one.share, one.variance, one.weighs, z);
  const secondRange = rangeOf(other.share, other.variance, other.weighs, z);
  if (firstRange === null || secondRange === null) return null;
  const covariance = (together.variance - one.variance - other.variance) / 2;
  const spread = Math.sqrt(one.variance * other.variance);
  return squareAndAdd(
    { value: one.share, interval: firstRange },
    { value: other.share, interval: secondRange },
    spread === 0 ? 0 : Math.max(-1, covariance / spread),
  );
}

function measure(part: WeightedSum, whole: WeightedSum) {
  const others = { sum: whole.sum - part.sum, squares: whole.squares - part.squares };
  const slack = -1e-9;
  if (
    !(part.sum >= 0 && part.squares >= 0) ||
    others.sum < slack * whole.sum ||
    others.squares < slack * whole.squares
  )
    throw new RangeError(`${part.sum} is not a part of ${whole.sum}`);
  if (whole.sum === 0) return null;
  const share = Math.min(1, part.sum / whole.sum);
  const squares = (1 - share) ** 2 * part.squares + share ** 2 * Math.max(0, others.squares);
  return { share, variance: squares / whole.sum ** 2, weighs: whole.sum ** 2 / whole.squares };
}

function rangeOf(share: number, variance: number, weighs: number, z: number): Interval | null {
  if (weighs < RECORDS_FOR_RANGE) return null;
  const records = variance > 0 ? (share * (1 - share)) / variance : weighs;
  return wilson(share * records, records, z);
}
