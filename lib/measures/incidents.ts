import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { type Measure, share } from './measure.ts';

/** Fewer reports may only mean that fewer were reported, so the count has no good direction. */
export const INCIDENTS: Measure = {
  id: 'incidents',
  label: 'Incidents',
  grain: 'incident',
  aggregate: 'count',
  unit: 'count',
  better: 'neutral',
  denominator: [],
  numerator: [],
  beside: [],
  words: {
    is: 'number of incidents and complaints',
    numerator: 'incidents',
    leftOut: null,
    empty: 'There are no incidents to count.',
    definition:
      'The number of incidents and complaints, each counted once, on the day on which it occurred. No direction counts as good: fewer reports may only mean that fewer were reported. Nothing is left out.',
  },
};

export const UNCLASSIFIED_SHARE: Measure = share({
  id: 'unclassified_share',
  label: 'Unclassified',
  better: 'lower',
  denominator: [],
  numerator: [{ column: 'trigger', is: 'equal', to: UNKNOWN_CODE }],
  words: {
    is: 'share of incidents whose trigger is not classified',
    numerator: 'unclassified',
    leftOut: null,
    empty: 'There are no incidents to count.',
    definition:
      'Incidents whose trigger is not yet mapped, or fits nothing in the vocabulary, out of all incidents. Nothing is left out.',
  },
});
