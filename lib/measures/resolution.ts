import { OUTCOMES, type Outcome, toCode } from '../taxonomy/fixed-sets.ts';
import type { Condition } from './condition.ts';
import { type Beside, type Measure, share } from './measure.ts';

/** Every outcome that is settled: not unknown, and no follow-up pending. */
export const KNOWN_OUTCOME: Condition = {
  column: 'outcome',
  is: 'among',
  codes: OUTCOMES.filter((outcome) => outcome !== 'unknown' && outcome !== 'follow_up_pending').map(
    (outcome) => toCode(OUTCOMES, outcome),
  ),
};

export const RESOLVED: Condition = outcomeIs('resolved', 'resolved_with_compensation');

/** Neither settled nor ended safely: what is bad for the customer, the organisation or both. */
export const BAD_OUTCOME: Condition = outcomeIs('unresolved', 'customer_lost');

/** Counted beside every measure that leaves them out. */
export const PENDING: Beside = { words: 'pending', holds: [outcomeIs('follow_up_pending')] };

export const RESOLUTION_RATE: Measure = share({
  id: 'resolution_rate',
  label: 'Resolution rate',
  better: 'higher',
  denominator: [KNOWN_OUTCOME],
  numerator: [RESOLVED],
  beside: [PENDING],
  words: {
    is: 'share of incidents with a known outcome that were resolved',
    numerator: 'resolved',
    leftOut: 'with an unknown outcome or a follow-up pending',
    empty: 'None of these incidents has a known outcome yet, so no resolution rate can be told.',
    definition:
      'Incidents that were resolved, with or without compensation, out of the incidents whose outcome is known. Left out: outcome unknown, and follow-up pending, which is counted beside the rate.',
  },
});

export const SAFE_DISENGAGEMENT_RATE: Measure = share({
  id: 'safe_disengagement_rate',
  label: 'Safe disengagement',
  better: 'neutral',
  denominator: [KNOWN_OUTCOME],
  numerator: [outcomeIs('disengaged_safely')],
  beside: [PENDING],
  words: {
    is: 'share of incidents with a known outcome that staff ended safely',
    numerator: 'disengaged safely',
    leftOut: 'with an unknown outcome or a follow-up pending',
    empty: 'None of these incidents has a known outcome yet, so no safe disengagement rate can be told.',
    definition:
      'Incidents that staff ended safely because nothing more could be reached, out of the incidents whose outcome is known. No direction counts as good: it can mean that staff protect themselves, or that more customers cross the line. Left out: outcome unknown, and follow-up pending, which is counted beside the rate.',
  },
});

export const CUSTOMER_LOST_RATE: Measure = share({
  id: 'customer_lost_rate',
  label: 'Customers lost',
  better: 'lower',
  denominator: [KNOWN_OUTCOME],
  numerator: [outcomeIs('customer_lost')],
  beside: [PENDING],
  words: {
    is: 'share of incidents with a known outcome that lost the customer',
    numerator: 'lost',
    leftOut: 'with an unknown outcome or a follow-up pending',
    empty: 'None of these incidents has a known outcome yet, so no share of lost customers can be told.',
    definition:
      'Incidents that ended with the customer lost, out of the incidents whose outcome is known. Left out: outcome unknown, and follow-up pending, which is counted beside the rate.',
  },
});

function outcomeIs(...outcomes: Outcome[]): Condition {
  return { column: 'outcome', is: 'among', codes: outcomes.map((outcome) => toCode(OUTCOMES, outcome)) };
}
