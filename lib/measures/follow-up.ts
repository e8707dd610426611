import { type Measure, share } from './measure.ts';

export const FOLLOW_UP_KEPT_RATE: Measure = share({
  id: 'follow_up_kept_rate',
  label: 'Follow-ups kept',
  grain: 'follow_up',
  better: 'higher',
  denominator: [{ column: 'dueOn', is: 'by_today' }],
  numerator: [{ column: 'doneOn', is: 'not_above', other: 'dueOn' }],
  beside: [
    { words: 'not due yet', holds: [{ column: 'dueOn', is: 'after_today' }] },
    { words: 'without a due date', holds: [{ column: 'dueOn', is: 'unknown' }] },
  ],
  words: {
    is: 'share of promised follow-ups that were done on the day they were due or before',
    numerator: 'kept',
    leftOut: 'that are not due yet or have no due date',
    empty: 'No follow-up of these incidents is due yet, so it cannot be told how many are kept.',
    definition:
      'Follow-ups that were done on the day they were due or before, out of those due by today; what is due today and not done yet is not kept yet. Each promise counts, in the period of its incident. Left out: not due yet, and without a due date, both counted beside it.',
  },
});
