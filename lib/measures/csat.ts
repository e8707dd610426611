import { type Measure, mean } from './measure.ts';

export const CSAT: Measure = mean({
  id: 'csat',
  label: 'Satisfaction',
  column: 'csat',
  unit: 'score',
  better: 'higher',
  denominator: [{ column: 'csat', is: 'known' }],
  words: {
    is: 'mean satisfaction from 1 to 5 where the customer gave it',
    numerator: 'given',
    leftOut: 'with no satisfaction given',
    empty: 'No customer of these incidents gave a satisfaction, so none can be told.',
    definition:
      'Mean of the satisfaction that customers gave, from 1 to 5, with the share of incidents in which one was given beside it: who answers is not chance, so a mean of few answers says little. Left out: no satisfaction given.',
  },
});
