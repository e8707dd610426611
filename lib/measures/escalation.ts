import type { Condition } from './condition.ts';
import { type Measure, share } from './measure.ts';
import { KNOWN_OUTCOME, RESOLVED } from './resolution.ts';

const PATH_KNOWN: Condition = { column: 'path', is: 'known' };

export const ESCALATION_RATE: Measure = share({
  id: 'escalation_rate',
  label: 'Escalation rate',
  better: 'lower',
  denominator: [PATH_KNOWN],
  numerator: [{ column: 'escalated', is: 'equal', to: true }],
  words: {
    is: 'share of incidents with a known path that went beyond frontline',
    numerator: 'escalated',
    leftOut: 'with no path recorded',
    empty: 'None of these incidents has a recorded escalation path, so no escalation rate can be told.',
    definition:
      'Incidents that reached a level above frontline, also when they began there, out of the incidents whose path is known. A path is known when one of its levels is. Left out: incidents with no path recorded.',
  },
});

export const FIRST_LEVEL_RESOLUTION: Measure = share({
  id: 'first_level_resolution',
  label: 'First-level resolution',
  better: 'higher',
  denominator: [KNOWN_OUTCOME, PATH_KNOWN],
  numerator: [RESOLVED, { column: 'levelRank', is: 'equal', to: 1 }],
  words: {
    is: 'share of incidents with a known outcome and path that frontline resolved by itself',
    numerator: 'resolved by frontline',
    leftOut: 'with no known outcome or no path recorded',
    empty:
      'None of these incidents has both a known outcome and a recorded path, so no first-level resolution can be told.',
    definition:
      'Incidents that were resolved, with or without compensation, and never went beyond frontline, out of the incidents whose outcome and path are both known. Left out: outcome unknown or follow-up pending, or no path recorded.',
  },
});
