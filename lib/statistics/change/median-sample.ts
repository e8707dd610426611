import { binomialLowerTail } from '../binomial-tail.ts';
import { normalQuantile } from '../distributions.ts';
import { quantile } from '../quantile.ts';

export interface MedianSample {
  n: number;
  median: number;
  /** 0 where the values round the median are all the same. */
  standardError: number;
}

/** Which two values, by rank from 1, tell how sure a median is, and how many standard errors apart they are. */
export interface MedianRanks {
  low: number;
  high: number;
  errors: number;
}

const FEWEST = 5;

/**
 * The median with its standard error; null of fewer than five values.
 *
 * Method: (value at rank n − a + 1 less value at rank a) / 2z, where a is (n + 1)/2 − √n rounded, at least 1, and z
 * the normal quantile of 1 − P(Binomial(n, 1/2) < a) (McKean and Schrader 1984; Price and Bonett 2001, Journal of
 * Statistical Computation and Simulation 68:295-305). Unit: that of the values.
 * Example: of 1 to 10, ranks 2 and 9 and z 2.30: median 5.5, standard error 7 / 4.60 = 1.52.
 */
export function toMedianSample(values: readonly number[]): MedianSample | null {
  const median = quantile(values, 0.5);
  const ranks = medianRanks(values.length);
  if (median === null || ranks === null) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[ranks.low - 1] ?? median, sorted[ranks.high - 1] ?? median];
  return { n: values.length, median, standardError: (high - low) / ranks.errors };
}

/**
 * The two ranks that `toMedianSample` needs, for those who ask a database for two values instead of all of them; null
 * of fewer than five. Example: medianRanks(10) = ranks 2 and 9, 4.60 standard errors apart.
 */
export function medianRanks(n: number): MedianRanks | null {
  if (n < FEWEST) return null;
  const low = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  return { low, high: n - low + 1, errors: 2 * normalQuantile(1 - binomialLowerTail(low - 1, n, 0.5)) };
}
