/** The columns of the facts that measures are defined over. Codes are 0 where a value is not known. */
export type MeasureColumn =
  | 'trigger'
  | 'outcome'
  | 'path'
  | 'levelRank'
  | 'escalated'
  | 'customer'
  | 'intensityBefore'
  | 'intensityAfter'
  | 'minutesToClose'
  | 'daysSincePrevious';

/**
 * One thing that must hold of an incident. Conditions of a list hold together. What they compare with null is not
 * true, so an incident without the value is in neither numerator nor denominator.
 */
export type Condition =
  | { column: MeasureColumn; is: 'known' }
  | { column: MeasureColumn; is: 'equal'; to: number | boolean }
  | { column: MeasureColumn; is: 'among'; codes: readonly number[] }
  | { column: MeasureColumn; is: 'not_among'; codes: readonly number[] }
  | { column: MeasureColumn; is: 'at_least' | 'at_most'; value: number }
  | { column: MeasureColumn; is: 'below'; other: MeasureColumn }
  /** The first 30 days of coverage cannot be looked back from. */
  | { is: 'after_first_30_days' };
