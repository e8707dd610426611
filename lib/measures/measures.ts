import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { OUTCOMES, type Outcome, toCode } from '../taxonomy/fixed-sets.ts';
import type { Condition, MeasureColumn } from './condition.ts';
import type { MeasureId } from './measure-ids.ts';

/**
 * A measure, defined once: pages, lists, exports and the API all read it here. `denominator` says which incidents
 * count at all, `numerator` what must hold of them besides; a count has neither.
 */
export interface Measure {
  id: MeasureId;
  label: string;
  /** How the incidents of a bucket become one value. */
  aggregate: 'count' | 'share' | 'median';
  unit: 'count' | 'share' | 'minutes';
  better: 'lower' | 'higher' | 'neutral';
  denominator: readonly Condition[];
  numerator: readonly Condition[];
  /** What a median is taken of. */
  column?: MeasureColumn;
  /** What an incident of the numerator is called: "655 escalated". */
  numeratorWord: string;
  /** What an incident of the denominator has: "a known path". */
  denominatorWord: string;
  /** Which incidents are left out, for want of what. */
  leftOut: string;
  definition: string;
}

const outcomes = (...ids: Outcome[]) => ids.map((id) => toCode(OUTCOMES, id));
const PATH_KNOWN: Condition = { column: 'path', is: 'known' };
const OUTCOME_KNOWN: Condition = {
  column: 'outcome',
  is: 'not_among',
  codes: outcomes('unknown', 'follow_up_pending'),
};
const RESOLVED: Condition = {
  column: 'outcome',
  is: 'among',
  codes: outcomes('resolved', 'resolved_with_compensation'),
};

export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  incidents: {
    id: 'incidents',
    label: 'Incidents',
    aggregate: 'count',
    unit: 'count',
    better: 'neutral',
    denominator: [],
    numerator: [],
    numeratorWord: 'incidents',
    denominatorWord: 'a date',
    leftOut: 'none',
    definition:
      'The number of incidents and complaints, by the date they occurred on. Neither more nor fewer is better by itself: fewer reports may mean fewer reported.',
  },
  escalation_rate: {
    id: 'escalation_rate',
    label: 'Escalation rate',
    aggregate: 'share',
    unit: 'share',
    better: 'lower',
    denominator: [PATH_KNOWN],
    numerator: [{ column: 'escalated', is: 'equal', to: true }],
    numeratorWord: 'escalated',
    denominatorWord: 'a known path',
    leftOut: 'without a known path',
    definition:
      'Incidents whose highest level reached lies beyond frontline, also when they began there, out of those whose escalation path is known.',
  },
  first_level_resolution: {
    id: 'first_level_resolution',
    label: 'First-level resolution',
    aggregate: 'share',
    unit: 'share',
    better: 'higher',
    denominator: [PATH_KNOWN, OUTCOME_KNOWN],
    numerator: [RESOLVED, { column: 'levelRank', is: 'equal', to: 1 }],
    numeratorWord: 'resolved at the first level',
    denominatorWord: 'a known path and outcome',
    leftOut: 'without a known path or outcome',
    definition:
      'Incidents resolved, with or without compensation, that never left frontline, out of those whose path and outcome are known.',
  },
  resolution_rate: {
    id: 'resolution_rate',
    label: 'Resolution rate',
    aggregate: 'share',
    unit: 'share',
    better: 'higher',
    denominator: [OUTCOME_KNOWN],
    numerator: [RESOLVED],
    numeratorWord: 'resolved',
    denominatorWord: 'a known outcome',
    leftOut: 'pending or without a known outcome',
    definition:
      'Incidents resolved, with or without compensation, out of those whose outcome is known. Follow-ups still pending are not in the rate.',
  },
  de_escalation_rate: {
    id: 'de_escalation_rate',
    label: 'De-escalation rate',
    aggregate: 'share',
    unit: 'share',
    better: 'higher',
    denominator: [
      { column: 'intensityBefore', is: 'at_least', value: 3 },
      { column: 'intensityAfter', is: 'known' },
    ],
    numerator: [{ column: 'intensityAfter', is: 'below', other: 'intensityBefore' }],
    numeratorWord: 'calmed',
    denominatorWord: 'intensity known before (at least 3) and after',
    leftOut: 'without both intensities, or calm from the start',
    definition:
      'Incidents that ended calmer than they began, out of those whose emotional intensity is known before and after and was at least 3 (upset) before.',
  },
  repeat_rate: {
    id: 'repeat_rate',
    label: 'Repeat rate',
    aggregate: 'share',
    unit: 'share',
    better: 'lower',
    denominator: [
      { column: 'customer', is: 'known' },
      { column: 'trigger', is: 'known' },
      { is: 'after_first_30_days' },
    ],
    numerator: [{ column: 'daysSincePrevious', is: 'at_most', value: 30 }],
    numeratorWord: 'repeats',
    denominatorWord: 'a customer and a trigger',
    leftOut: 'without a customer or a trigger, or in the first 30 days of the record',
    definition:
      'Incidents whose same customer had one with the same trigger 0 to 30 days earlier, from any source, out of those with a customer and a classified trigger. The first 30 days of the record are left out: nothing can be seen before them.',
  },
  time_to_close: {
    id: 'time_to_close',
    label: 'Time to close',
    aggregate: 'median',
    unit: 'minutes',
    better: 'lower',
    denominator: [{ column: 'minutesToClose', is: 'known' }],
    numerator: [],
    column: 'minutesToClose',
    numeratorWord: 'closed',
    denominatorWord: 'a time to close',
    leftOut: 'open, without a closing time, or closed before they occurred',
    definition:
      'Elapsed time from when it occurred to the last closing, of closed incidents: the median and the 90th percentile. Elapsed time, not business hours; whole days where either end is only a date.',
  },
  unclassified_share: {
    id: 'unclassified_share',
    label: 'Unclassified',
    aggregate: 'share',
    unit: 'share',
    better: 'lower',
    denominator: [],
    numerator: [{ column: 'trigger', is: 'equal', to: UNKNOWN_CODE }],
    numeratorWord: 'unclassified',
    denominatorWord: 'a date',
    leftOut: 'none',
    definition: 'Incidents whose trigger has not been classified, out of all.',
  },
};
