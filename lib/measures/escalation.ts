import type { Condition } from './condition.ts';
import { type Measure, share } from './measure.ts';
import { KNOWN_OUTCOME, PENDING, RESOLVED } from './resolution.ts';

const PATH_KNOWN: Condition = { column: 'path', is: 'known' };
const ESCALATED: Condition = { column: 'escalated', is: 'equal', to: true };

export const ESCALATION_RATE: Measure = share({
  id: 'escalation_rate',
  label: 'Escalation rate',
  better: 'lower',
  denominator: [PATH_KNOWN],
  numerator: [ESCALATED],
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
  beside: [PENDING],
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

export const BOUNCE_RATE: Measure = share({
  id: 'bounce_rate',
  label: 'Bounce rate',
  better: 'lower',
  denominator: [ESCALATED],
  numerator: [{ column: 'bounced', is: 'equal', to: true }],
  words: {
    is: 'share of escalated incidents that came back to a level they had left',
    numerator: 'bounced',
    leftOut: 'not escalated, or with no path recorded',
    empty: 'None of these incidents went beyond frontline, so no bounce rate can be told.',
    definition:
      'Incidents whose path comes back to a level after another, out of the incidents that went beyond frontline. Left out: not escalated, or no path recorded.',
  },
});
