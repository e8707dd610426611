import { KINDS, toCode } from '../taxonomy/fixed-sets.ts';
import { type Measure, mean } from './measure.ts';

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
