import { OUTCOMES, toCode } from '../taxonomy/fixed-sets.ts';
import type { Condition } from './condition.ts';
import { type Measure, share } from './measure.ts';

/** Every outcome that is settled: not unknown, and no follow-up pending. */
export const KNOWN_OUTCOME: Condition = {
  column: 'outcome',
  is: 'among',
  codes: OUTCOMES.filter((outcome) => outcome !== 'unknown' && outcome !== 'follow_up_pending').map(
    (outcome) => toCode(OUTCOMES, outcome),
  ),
};

export const RESOLVED: Condition = {
  column: 'outcome',
  is: 'among',
  codes: [toCode(OUTCOMES, 'resolved'), toCode(OUTCOMES, 'resolved_with_compensation')],
};

export const RESOLUTION_RATE: Measure = share({
  id: 'resolution_rate',
  label: 'Resolution rate',
  better: 'higher',
  denominator: [KNOWN_OUTCOME],
  numerator: [RESOLVED],
  words: {
    is: 'share of incidents with a known outcome that were resolved',
    numerator: 'resolved',
    leftOut: 'with an unknown outcome or a follow-up pending',
    empty: 'None of these incidents has a known outcome yet, so no resolution rate can be told.',
    definition:
      'Incidents that were resolved, with or without compensation, out of the incidents whose outcome is known. Left out: outcome unknown, and follow-up pending, which is counted beside the rate.',
  },
});
