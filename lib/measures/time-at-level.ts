import { type Measure, medianOfMinutes } from './measure.ts';

export const TIME_AT_LEVEL: Measure = medianOfMinutes({
  id: 'time_at_level',
  label: 'Time at a level',
  grain: 'stay',
  column: 'waitMinutes',
  better: 'lower',
  denominator: [
    { column: 'waitMinutes', is: 'known' },
    { column: 'level', is: 'known' },
  ],
  beside: [{ words: 'not over', holds: [{ column: 'open', is: 'equal', to: true }] }],
  words: {
    is: 'median time that a case stayed with one level',
    numerator: 'over',
    leftOut: 'that are not over, or whose level, beginning or end is not known',
    empty:
      'No step of these incidents has a level and both its ends known, so no time at a level can be told.',
    definition:
      'Median time from a step to the next, of the last one to the closing; half of the stays took less. The 90th percentile stands beside it. Each step of a case is a stay of its own, in the period of its incident. Elapsed time, not business hours. Left out: stays that are not over, which are counted beside it, and those whose level, beginning or end is not known.',
  },
});
