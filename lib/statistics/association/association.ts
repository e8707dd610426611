import { fisherExact } from './fisher-exact.ts';
import { checkedPair, type PairCounts } from './pair-counts.ts';
import { type Ratio, riskRatio } from './risk-ratio.ts';

/** How two things that occur in the same cases go together. Null where a divisor is 0. */
export interface Association {
  /** Share of all cases that has both. */
  support: number;
  /** Share of the cases with the first that has the second, too. */
  confidence: number | null;
  /** Confidence by the share of all cases that has the second: 1 when they do not go together. The same both ways. */
  lift: number | null;
  /** Support less what it were if they did not go together. */
  leverage: number;
  /** How many times more often the second would be missing if they did not go together; Infinity when it never is. */
  conviction: number | null;
  /** From −1 (never together) over 0 to 1 (never apart). */
  zhang: number;
  /** Cases with both by cases with either. */
  jaccard: number | null;
  /** Share of the second with the first by its share without the first. */
  ratio: Ratio | null;
  /** Exact, two-sided, for one pair: many pairs are told apart by `benjaminiHochberg`. */
  p: number;
  /** Enough cases for a finding: 5 with both, 30 with the first. */
  enough: boolean;
}

export const JOINT_CASES = 5;
export const ANTECEDENT_CASES = 30;

/**
 * How two things go together, such as a trigger and an outcome or a cue and a technique; null without cases. It shows
 * that they occur together, never that one causes the other.
 *
 * Method: association rules (Agrawal, Imielinski and Swami 1993; Brin et al. 1997 for lift and conviction; Zhang 2000
 * for his measure, 0 where its divisor is 0; as in mlxtend), the ratio of shares with its interval (see `riskRatio`),
 * Fisher's exact test. Unit: shares of cases. Counts that are not those of one set of cases are a RangeError. Example:
 * 3 with both of 4 and 3 among 5: support 0.6, confidence 0.75, lift 1.25, leverage 0.12, conviction 1.6, Zhang 1,
 * Jaccard 0.75.
 */
export function association(pair: PairCounts): Association | null {
  const { both, first, second, all } = checkedPair(pair);
  if (all === 0) return null;
  const confidence = first === 0 ? null : both / first;
  const together = both * all - first * second;
  const room = Math.max(both * (all - first), first * (second - both));
  return {
    support: both / all,
    confidence,
    lift: first === 0 || second === 0 ? null : (both * all) / (first * second),
    leverage: together / all ** 2,
    conviction: confidence === null ? null : both === first ? Number.POSITIVE_INFINITY : missing(pair),
    zhang: room === 0 ? 0 : together / room,
    jaccard: first + second === 0 ? null : both / (first + second - both),
    ratio: riskRatio(
      { numerator: both, denominator: first },
      { numerator: second - both, denominator: all - first },
    ),
    p: fisherExact(pair),
    enough: both >= JOINT_CASES && first >= ANTECEDENT_CASES,
  };
}

function missing({ both, first, second, all }: PairCounts): number {
  return (1 - second / all) / (1 - both / first);
}
