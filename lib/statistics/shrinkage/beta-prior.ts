import { logGamma } from '../distributions.ts';
import type { Fraction } from '../fraction.ts';
import { mean } from '../mean.ts';
import { nelderMead } from '../nelder-mead.ts';

/** What is known of a share before looking at one unit: how the shares of all units lie. */
export type Prior = FittedPrior | NoPrior;

export interface FittedPrior {
  kind: 'fitted';
  alpha: number;
  beta: number;
  /** alpha / (alpha + beta), towards which units are drawn, with the weight of alpha + beta records. */
  mean: number;
  units: number;
  records: number;
}

export interface NoPrior {
  kind: 'none';
  /**
   * `few_units`: fewer than asked for. `no_variation`: units differ no more than chance makes them.
   * `all_or_nothing`: every unit has nearly 0 % or nearly 100 %.
   */
  why: 'few_units' | 'no_variation' | 'all_or_nothing';
  /** The share of all units together; null without records. */
  mean: number | null;
  units: number;
  records: number;
}

/** A spread of shares cannot be told from fewer units. */
export const UNITS_FOR_PRIOR = 10;
const WEAKEST = 1e-2;
const STRONGEST = 1e6;

/**
 * How the shares of agents, teams or products lie, from what each of them did: the prior for `shrink`.
 *
 * Method: maximum likelihood of the beta-binomial distribution, found by Nelder-Mead on ln α and ln β from the moments
 * of the raw shares (Robinson 2017, Introduction to Empirical Bayes; R package ebbr). Moments alone fail where units
 * are small. There is none with fewer than `fewest` units, where Tarone's score (1979, Biometrika 66:585-590) says
 * that units vary no more than chance, or where all shares are 0 or 1. Units without records do not count; a
 * numerator outside 0 to its denominator is a RangeError. Example: twelve units of 20 with 2, 3, 4, 4, 5, 6, 6, 7, 8,
 * 9, 11 and 13: α 4.92, β 10.19, mean 0.326.
 */
export function fitBetaPrior(units: readonly Fraction[], fewest = UNITS_FOR_PRIOR): Prior {
  const known = units.filter(counted);
  const records = known.reduce((sum, { denominator }) => sum + denominator, 0);
  const pooled = known.reduce((sum, { numerator }) => sum + numerator, 0) / records;
  const none = (why: NoPrior['why']): NoPrior => ({
    kind: 'none',
    why,
    mean: records === 0 ? null : pooled,
    units: known.length,
    records,
  });
  if (known.length < fewest || records === 0) return none('few_units');
  if (!variesMoreThanChance(known, pooled, records)) return none('no_variation');
  const likeliest = nelderMead(([logAlpha = 0, logBeta = 0]) => {
    return -logLikelihood(known, Math.exp(logAlpha), Math.exp(logBeta));
  }, momentStart(known));
  const [alpha = 0, beta = 0] = likeliest.point.map(Math.exp);
  if (alpha + beta < WEAKEST) return none('all_or_nothing');
  if (alpha + beta > STRONGEST) return none('no_variation');
  return { kind: 'fitted', alpha, beta, mean: alpha / (alpha + beta), units: known.length, records };
}

function counted({ numerator, denominator }: Fraction): boolean {
  if (numerator >= 0 && numerator <= denominator) return denominator > 0;
  throw new RangeError(`${numerator} of ${denominator} is not a share`);
}

function variesMoreThanChance(units: readonly Fraction[], pooled: number, records: number): boolean {
  const chance = pooled * (1 - pooled);
  const squares = units.reduce(
    (sum, { numerator, denominator }) => sum + (numerator - denominator * pooled) ** 2,
    0,
  );
  return chance > 0 && squares / chance > records;
}

/** ln α and ln β from mean and variance of the raw shares; where those give none, a weak prior at the mean. */
function momentStart(units: readonly Fraction[]): [number, number] {
  const shares = units.map(({ numerator, denominator }) => numerator / denominator);
  const middle = mean(shares) ?? 0.5;
  const variance = shares.reduce((sum, share) => sum + (share - middle) ** 2, 0) / (shares.length - 1);
  const strength = (middle * (1 - middle)) / variance - 1;
  const start = Number.isFinite(strength) && strength > 0 ? strength : 2;
  return [Math.log(middle * start), Math.log((1 - middle) * start)];
}

function logLikelihood(units: readonly Fraction[], alpha: number, beta: number): number {
  const whole = logBeta(alpha, beta);
  return units.reduce(
    (sum, { numerator, denominator }) =>
      sum + logBeta(numerator + alpha, denominator - numerator + beta) - whole,
    0,
  );
}

function logBeta(alpha: number, beta: number): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}
