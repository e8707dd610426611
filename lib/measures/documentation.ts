import { KINDS, toCode } from '../taxonomy/fixed-sets.ts';
import { type Measure, mean, medianOfMinutes } from './measure.ts';

/** Date, time, customer, behaviours, actions, outcome. */
const DOCUMENTED_ITEMS = 6;

export const DOCUMENTATION_COMPLETENESS: Measure = mean({
  id: 'documentation_completeness',
  label: 'Documentation',
  column: 'documentedItems',
  outOf: DOCUMENTED_ITEMS,
  unit: 'share',
  better: 'higher',
  denominator: [{ column: 'kind', is: 'equal', to: toCode(KINDS, 'incident') }],
  words: {
    is: 'mean share of the six things to document that are there',
    numerator: 'incidents',
    leftOut: 'complaints, which come as their customers wrote them',
    empty: 'These are complaints, which nobody documents by the six things, so no completeness can be told.',
    definition:
      'Of six things, the mean share that an incident has: date; time to the minute; the customer; behaviours (a cue, or a state other than unknown); actions (a technique, or a step beyond the first); and an outcome other than unknown. Left out: complaints.',
  },
});

export const DOCUMENTATION_DELAY: Measure = medianOfMinutes({
  id: 'documentation_delay',
  label: 'Documentation delay',
  column: 'reportedAfterMinutes',
  better: 'lower',
  denominator: [{ column: 'reportedAfterMinutes', is: 'known' }],
  words: {
    is: 'median time from the incident to its report',
    numerator: 'with both times',
    leftOut: 'whose source does not say both when they occurred and when they were reported',
    empty:
      'No source of these incidents says both when they occurred and when they were reported, so no delay can be told.',
    definition:
      'Median time from when the incident occurred to when it was reported, where the source says both; half of them took less. The 90th percentile stands beside it. Elapsed time, not business hours; whole days where either is only a date. Left out: only one of the two is known, one stands in for the other, or the report lies before the incident.',
  },
});
