import { betaBelow } from '../distributions.ts';
import type { Beta } from './shrink.ts';

/**
 * How likely it is to be wrong to say that a unit lies above (or below) a threshold.
 *
 * Method: the posterior probability of the other side, P(share < threshold) for "above" (Storey 2003, Annals of
 * Statistics 31:2013-2035; R package ebbr). The errors of a list add up to how many of it are expected to be wrong: "of
 * the 6 agents listed, expect 0.4 wrongly". Unit: 0 to 1; a threshold outside 0 to 1 is a RangeError. Example: a
 * posterior of Beta(2, 1) said to lie above 0.3: 0.09.
 */
export function posteriorError({ alpha, beta }: Beta, side: 'above' | 'below', threshold: number): number {
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`${threshold} is not a share`);
  return side === 'above' ? betaBelow(threshold, alpha, beta) : betaBelow(1 - threshold, beta, alpha);
}

/**
 * The share of a list that is expected to be wrong when it goes down to this unit, from the errors of all units; in
 * their order, null stays null.
 *
 * Method: running mean of the errors sorted ascending; units with equal errors stand or fall together (Storey 2003).
 * Example: errors 0.01, 0.2 and 0.03 become 0.01, 0.08 and 0.02.
 */
export function posteriorQValues(errors: readonly (number | null)[]): (number | null)[] {
  const sorted = errors.filter((error) => error !== null).sort((one, other) => one - other);
  const runningMean = new Map<number, number>();
  let sum = 0;
  for (const [place, error] of sorted.entries()) {
    sum += error;
    runningMean.set(error, sum / (place + 1));
  }
  return errors.map((error) => (error === null ? null : (runningMean.get(error) ?? null)));
}
