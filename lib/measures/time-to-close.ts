import { STATUSES, toCode } from '../taxonomy/fixed-sets.ts';
import { type Measure, medianOfMinutes } from './measure.ts';

export const TIME_TO_CLOSE: Measure = medianOfMinutes({
  id: 'time_to_close',
  label: 'Time to close',
  column: 'minutesToClose',
  better: 'lower',
  denominator: [{ column: 'minutesToClose', is: 'known' }],
  beside: [
    {
      words: 'still open',
      withShare: true,
      holds: [{ column: 'status', is: 'equal', to: toCode(STATUSES, 'open') }],
    },
  ],
  words: {
    is: 'median time from the incident to its last closing',
    numerator: 'closed',
    leftOut: 'not closed, or with an end that is not known',
    empty: 'None of these incidents is closed with both its ends known, so no time to close can be told.',
    definition:
      'Median time from when the incident occurred to its last closing; half of the closed incidents took less. The 90th percentile stands beside it. Elapsed time, not business hours; whole days where either end is only a date. Left out: incidents that are not closed, which are counted beside it, and those whose end is unknown or lies before their beginning.',
  },
});
