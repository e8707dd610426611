import type { Condition, MeasureColumn } from './condition.ts';
import type { Grain } from './grain.ts';
import type { MeasureId } from './measure-ids.ts';

/**
 * A measure, defined once: questions, cards, charts, definitions and links all read it. `denominator` says which
 * records count at all, `numerator` what must hold of them besides, so that nothing is counted above the line that is
 * not below it.
 */
export interface Measure {
  id: MeasureId;
  label: string;
  /** What is counted below the line. */
  grain: Grain;
  /**
   * How the records of a bucket become one value: a count, or a sum of `column`, adds up over buckets; a share, a mean
   * or median of `column`, and a rate do not.
   */
  aggregate: 'count' | 'share' | 'mean' | 'median' | 'sum' | 'rate';
  /** `money` is in the smallest unit of the workspace's currency until it is asked by a report. */
  unit: 'count' | 'share' | 'minutes' | 'score' | 'money' | 'per_1000_contacts' | 'per_agent_week';
  better: 'lower' | 'higher' | 'neutral';
  denominator: readonly Condition[];
  /** Of a share and a rate; the others have no such condition. */
  numerator: readonly Condition[];
  /** What a mean, median or sum is taken of. */
  column?: MeasureColumn;
  /** What a mean is divided by to become a share: six, of six things that can be documented. */
  outOf?: number;
  /** Records that the measure leaves out and that are counted beside it. */
  beside: readonly Beside[];
  /** The code of the workspace's currency, filled in when the measure is asked by a report; of money only. */
  currency?: string;
  words: MeasureWords;
}

export interface Beside {
  /** Behind a count: "12 still open". */
  words: string;
  holds: readonly Condition[];
  /** Told with its share of all records, for how much it is that the measure cannot know yet. */
  withShare?: true;
}

export interface MeasureWords {
  /** "share of incidents with a known path that went beyond frontline" */
  is: string;
  /** Behind the number of those above the line, or of those that a mean, median or sum is taken of: "655 escalated". */
  numerator: string;
  /** Why records are not in the denominator: "with no path recorded"; null where all are. */
  leftOut: string | null;
  /** What can be said when the denominator is empty. */
  empty: string;
  definition: string;
}

type Said<Fixed extends keyof Measure> = Omit<Measure, 'aggregate' | 'beside' | 'grain' | Fixed> &
  Partial<Pick<Measure, 'beside' | 'grain'>>;

/** A share: above the line those of the denominator of which more holds. Of incidents unless another grain is given. */
export function share(measure: Said<'unit' | 'column' | 'outOf'>): Measure {
  return { grain: 'incident', beside: [], ...measure, aggregate: 'share', unit: 'share' };
}

/** The middle of a length of time, in minutes. */
export function medianOfMinutes(measure: Said<'unit' | 'numerator'> & { column: MeasureColumn }): Measure {
  return { grain: 'incident', beside: [], ...measure, aggregate: 'median', unit: 'minutes', numerator: [] };
}

/** The mean of a column over the records in which it is known. */
export function mean(measure: Said<'numerator'> & { column: MeasureColumn }): Measure {
  return { grain: 'incident', beside: [], ...measure, aggregate: 'mean', numerator: [] };
}
