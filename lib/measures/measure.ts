import type { Condition, MeasureColumn } from './condition.ts';
import type { MeasureId } from './measure-ids.ts';

/**
 * A measure, defined once: questions, cards, charts, definitions and links all read it. `denominator` says which
 * incidents count at all, `numerator` what must hold of them besides, so that nothing is counted above the line that
 * is not below it; a count and a median have no such condition.
 */
export interface Measure {
  id: MeasureId;
  label: string;
  /** How the incidents of a bucket become one value. */
  aggregate: 'count' | 'share' | 'median';
  unit: 'count' | 'share' | 'minutes';
  better: 'lower' | 'higher' | 'neutral';
  denominator: readonly Condition[];
  numerator: readonly Condition[];
  /** What a median is taken of. */
  column?: MeasureColumn;
  words: {
    /** "share of incidents with a known path that went beyond frontline" */
    is: string;
    /** What the numerator is in a link: "655 escalated". */
    numerator: string;
    /** Why incidents are not in the denominator: "with no path recorded"; null where all are. */
    leftOut: string | null;
    /** What can be said when the denominator is empty. */
    empty: string;
    definition: string;
  };
}

/** A share of incidents: above the line those of the denominator of which more holds. */
export function share(measure: Omit<Measure, 'aggregate' | 'unit' | 'column'>): Measure {
  return { ...measure, aggregate: 'share', unit: 'share' };
}
