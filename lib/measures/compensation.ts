import type { Measure } from './measure.ts';

export const COMPENSATION_COST: Measure = {
  id: 'compensation_cost',
  label: 'Compensation',
  grain: 'incident',
  aggregate: 'sum',
  column: 'compensationMinor',
  unit: 'money',
  better: 'lower',
  denominator: [{ column: 'compensationMinor', is: 'known' }],
  numerator: [],
  beside: [{ words: 'in another currency', holds: [{ column: 'otherCurrency', is: 'equal', to: true }] }],
  words: {
    is: 'sum of what customers were given',
    numerator: 'compensated',
    leftOut: 'with no amount in the currency of the workspace',
    empty: 'None of these incidents has an amount in the currency of the workspace, so no cost can be told.',
    definition:
      'Sum of the amounts that customers were given, in the currency of the workspace, and what that is for each of the incidents that have one. Nothing is converted. Left out: no amount recorded, and amounts in another currency or in one that is not known, which are counted beside it.',
  },
};
