import { betaBelow } from '../../statistics/distributions.ts';
import type { Prior } from '../../statistics/shrinkage/beta-prior.ts';
import { type Beta, shrink } from '../../statistics/shrinkage/shrink.ts';
import type { Interval } from '../../statistics/wilson.ts';

/** What was observed of a technique, or of several, somewhere. */
export interface Handled {
  /** Observations: effective, partial and missed. */
  opportunities: number;
  effective: number;
  /** The distinct incidents that they are of. */
  incidents: number;
}

/** A share of opportunities handled effectively, and what can be told from it. */
export interface SkillCell extends Handled {
  /** Drawn towards the others; null under the minimum. */
  estimate: number | null;
  /** 95 %, credible. */
  interval: Interval | null;
  /** How likely it is that the true share lies below the standard; null without one or under the minimum. */
  below: number | null;
  /** Points below the standard, 0 at or above it. */
  gap: number | null;
  /** What would be handled effectively more, if it reached the standard, in as many opportunities as these. */
  handlings: number | null;
  /** What would be de-escalated more then. */
  gain: number | null;
  /** The gap is one that the figures support, and it is here rather than everywhere. */
  marked: boolean;
  /** The people behind it do not differ by more than chance explains; null where they are too few to tell. */
  agentsAlike: boolean | null;
}

export interface Against {
  prior: Prior;
  minimum: number;
  standard: number | null;
  /** De-escalations more for each opportunity that is handled effectively; null where not known. */
  effect: number | null;
}

/** At least so sure is a mark. */
export const SURE = 0.95;

/** A cell by itself: neither marked yet, nor looked at by its people. */
export function toCell(handled: Handled, { prior, minimum, standard, effect }: Against): SkillCell {
  const nothing = { marked: false, agentsAlike: null };
  const { opportunities, effective } = handled;
  if (opportunities < minimum || opportunities === 0)
    return {
      ...handled,
      ...nothing,
      estimate: null,
      interval: null,
      below: null,
      gap: null,
      handlings: null,
      gain: null,
    };
  const { estimate, interval, posterior } = shrink(
    { numerator: effective, denominator: opportunities },
    prior,
  );
  const gap = standard === null || estimate === null ? null : Math.max(0, standard - estimate);
  const handlings = gap === null ? null : gap * opportunities;
  const belief = posterior ?? beliefOf(handled, prior);
  return {
    ...handled,
    ...nothing,
    estimate,
    interval,
    below: standard === null ? null : betaBelow(standard, belief.alpha, belief.beta),
    gap,
    handlings,
    gain: handlings === null || effect === null ? null : handlings * Math.max(0, effect),
  };
}

/** Without a prior: Jeffreys’, about all units together where they do not vary, else about this one. */
function beliefOf({ opportunities, effective }: Handled, prior: Prior): Beta {
  const isOneOfAll = prior.kind === 'none' && prior.why === 'no_variation' && prior.mean !== null;
  const [of, n] = isOneOfAll
    ? [(prior.mean ?? 0) * prior.records, prior.records]
    : [effective, opportunities];
  return { alpha: of + 0.5, beta: n - of + 0.5 };
}
