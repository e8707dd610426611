import { type Measure, share } from './measure.ts';

export const HANDOFF_COMPLETENESS: Measure = share({
  id: 'handoff_completeness',
  label: 'Complete handoffs',
  grain: 'step',
  better: 'higher',
  denominator: [
    { column: 'seq', is: 'at_least', value: 2 },
    { column: 'documented', is: 'known' },
    { column: 'briefed', is: 'known' },
  ],
  numerator: [
    { column: 'documented', is: 'equal', to: true },
    { column: 'briefed', is: 'equal', to: true },
  ],
  words: {
    is: 'share of steps beyond the first whose handoff was both documented and briefed',
    numerator: 'documented and briefed',
    leftOut: 'that are the first of their case, or do not say whether they were documented and briefed',
    empty:
      'No step of these incidents says whether its handoff was documented and briefed, so no completeness can be told.',
    definition:
      'Steps whose handoff was documented and briefed, out of the steps beyond the first of their case of which both are known. A case with three steps has two handoffs. Left out: first steps, and those of which one or both is not known.',
  },
});
