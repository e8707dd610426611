import { type Measure, share } from './measure.ts';

export const REPEAT_RATE: Measure = share({
  id: 'repeat_rate',
  label: 'Repeat rate',
  better: 'lower',
  denominator: [
    { column: 'customer', is: 'known' },
    { column: 'trigger', is: 'known' },
    { is: 'after_first_30_days' },
  ],
  numerator: [{ column: 'daysSincePrevious', is: 'at_most', value: 30 }],
  words: {
    is: 'share of incidents whose customer had one with the same trigger in the 30 days before',
    numerator: 'repeats',
    leftOut: 'with no customer, no trigger, or in the first 30 days of the record',
    empty:
      'None of these incidents has both a customer and a trigger after the first 30 days of the record, so no repeat rate can be told.',
    definition:
      'Incidents whose same customer had one with the same trigger 0 to 30 days earlier, from any source and also before the period, out of the incidents with a customer and a classified trigger. Left out: no customer, no trigger, and the first 30 days of the record, before which nothing is known. Computed here; a source’s own repeat flag is not used.',
  },
});
