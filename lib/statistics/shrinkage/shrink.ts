import { betaQuantile } from '../distributions.ts';
import type { Fraction } from '../fraction.ts';
import { type Interval, wilson } from '../wilson.ts';
import type { Prior } from './beta-prior.ts';

export interface Beta {
  alpha: number;
  beta: number;
}

export interface Shrunk {
  /** numerator / denominator as counted; null without records. */
  raw: number | null;
  /** The estimate to show and to sort by; null where nothing at all is known. */
  estimate: number | null;
  /** 95 %: credible with a prior, Wilson's without. */
  interval: Interval | null;
  /** What is believed of the true share; null without a prior. */
  posterior: Beta | null;
}

/**
 * The share of one unit, drawn towards the others the more, the fewer records it has: 1 of 3 is not yet 33 %.
 *
 * Method: posterior Beta(x + α, n − x + β), its mean and its 2.5 % and 97.5 % quantiles (Robinson 2017; R package
 * ebbr). Without a prior: where units differ no more than chance, the share and Wilson interval of all of them
 * together; else the unit's own. A numerator outside 0 to its denominator is a RangeError. Example: 1 of 5 with α 11.39
 * and β 46.09: 12.39 / 62.48 = 0.1983, from 0.1100 to 0.3049.
 */
export function shrink({ numerator, denominator }: Fraction, prior: Prior): Shrunk {
  const own = wilson(numerator, denominator);
  const raw = own && numerator / denominator;
  if (prior.kind === 'fitted') {
    const posterior = { alpha: numerator + prior.alpha, beta: denominator - numerator + prior.beta };
    const { alpha, beta } = posterior;
    const interval = [betaQuantile(0.025, alpha, beta), betaQuantile(0.975, alpha, beta)] as const;
    return { raw, estimate: alpha / (alpha + beta), interval, posterior };
  }
  if (prior.why !== 'no_variation' || prior.mean === null)
    return { raw, estimate: raw, interval: own, posterior: null };
  const together = wilson(Math.round(prior.mean * prior.records), prior.records);
  return { raw, estimate: prior.mean, interval: together, posterior: null };
}
