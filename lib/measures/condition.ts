/** The columns of the facts that measures are defined over. Codes are 0 where a value is not known. */
export type MeasureColumn = IncidentColumn | StepColumn | FollowUpColumn;

export type IncidentColumn =
  | 'kind'
  | 'trigger'
  | 'outcome'
  | 'status'
  | 'agent'
  | 'severity'
  | 'path'
  | 'levelRank'
  | 'escalated'
  | 'bounced'
  | 'customer'
  | 'intensityBefore'
  | 'intensityAfter'
  | 'minutesToClose'
  | 'reportedAfterMinutes'
  | 'daysSincePrevious'
  | 'documentedItems'
  | 'csat'
  | 'compensationMinor'
  | 'otherCurrency';

/** Of steps and stays. */
export type StepColumn = 'seq' | 'level' | 'waitMinutes' | 'open' | 'documented' | 'briefed';

export type FollowUpColumn = 'dueOn' | 'doneOn';

/**
 * One thing that must hold of a record. Conditions of a list hold together. What they compare with null is not true, so
 * a record without the value is in neither numerator nor denominator.
 */
export type Condition =
  | { column: MeasureColumn; is: 'known' | 'unknown' }
  | { column: MeasureColumn; is: 'equal'; to: number | boolean }
  | { column: MeasureColumn; is: 'among'; codes: readonly number[] }
  | { column: MeasureColumn; is: 'at_least' | 'at_most'; value: number }
  | { column: MeasureColumn; is: 'below' | 'not_above'; other: MeasureColumn }
  /** A day that has come, or one that has not, on the day as of which is asked. */
  | { column: MeasureColumn; is: 'by_today' | 'after_today' }
  /** The first 30 days of coverage cannot be looked back from. */
  | { is: 'after_first_30_days' }
  /** Contacts were counted on the day, for the team and by the channel of the incident. */
  | { is: 'among_contacts' };
