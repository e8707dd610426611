import { type Measure, share } from './measure.ts';

export const DE_ESCALATION_RATE: Measure = share({
  id: 'de_escalation_rate',
  label: 'De-escalation rate',
  better: 'higher',
  denominator: [
    { column: 'intensityBefore', is: 'at_least', value: 3 },
    { column: 'intensityAfter', is: 'known' },
  ],
  numerator: [{ column: 'intensityAfter', is: 'below', other: 'intensityBefore' }],
  words: {
    is: 'share of upset, angry or uncontrolled customers who were calmer afterwards',
    numerator: 'calmer afterwards',
    leftOut: 'calm or annoyed at first, or with no intensity recorded',
    empty:
      'None of these incidents records an intensity of upset or more before and any after, so no de-escalation rate can be told.',
    definition:
      'Incidents whose emotional intensity was lower afterwards than before, out of those that began at upset (3 of 5) or above and have both recorded. Left out: calm or annoyed at first, or either intensity not recorded.',
  },
});
