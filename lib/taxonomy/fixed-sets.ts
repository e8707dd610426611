/**
 * The fixed vocabularies of the record. The position in each array is the smallint that the database
 * stores, so entries are only ever appended.
 */
export const KINDS = ['incident', 'complaint'] as const;
export const STATUSES = ['unknown', 'open', 'closed'] as const;
export const OUTCOMES = [
  'unknown',
  'resolved',
  'resolved_with_compensation',
  'follow_up_pending',
  'disengaged_safely',
  'unresolved',
  'customer_lost',
] as const;
export const CUSTOMER_STATES = ['unknown', 'angry', 'demanding', 'confused', 'stressed', 'abusive'] as const;
/** Parts of the day by their hours, the last one left out; each begins where a third of a working day does. */
export const HOUR_BANDS = ['unknown', '00-06', '06-09', '09-12', '12-15', '15-18', '18-21', '21-24'] as const;
export const CUES = [
  'raised_voice',
  'rapid_speech',
  'sarcasm',
  'crossed_arms',
  'clenched_fists',
  'pacing',
  'anger',
  'impatience',
  'distress',
] as const;
export const OBSERVATIONS = ['effective', 'partial', 'missed'] as const;
export const OBSERVERS = ['agent', 'reviewer'] as const;
export const ESCALATION_REASONS = [
  'unknown',
  'authority_exceeded',
  'technical_expertise',
  'legal_or_dispute',
  'customer_request',
  'many_customers_affected',
  'safety',
] as const;
/** Why a promise to a customer was kept late or not at all; unknown where nobody says. */
export const FOLLOW_UP_REASONS = [
  'unknown',
  'forgotten',
  'no_time',
  'waiting_for_colleagues',
  'waiting_for_others',
  'customer_not_reached',
  'system_down',
  'other',
] as const;
export const PRECISIONS = ['minute', 'day', 'month'] as const;
/** Whether an incident counts, or somebody has set it aside, and as what. */
export const STANDINGS = ['counts', 'not_an_incident', 'same_as_another'] as const;
export const BASES = ['occurred', 'reported', 'first_response', 'stand_in'] as const;
/** What a clock change did to a local time: nothing, skipped (moved forward an hour), doubled (the first taken). */
export const CLOCK_CHANGES = ['none', 'skipped', 'doubled'] as const;

export type Kind = (typeof KINDS)[number];
export type Status = (typeof STATUSES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type CustomerState = (typeof CUSTOMER_STATES)[number];
export type HourBand = (typeof HOUR_BANDS)[number];
export type Cue = (typeof CUES)[number];
export type Observation = (typeof OBSERVATIONS)[number];
export type Observer = (typeof OBSERVERS)[number];
export type EscalationReason = (typeof ESCALATION_REASONS)[number];
export type FollowUpReason = (typeof FOLLOW_UP_REASONS)[number];
export type Precision = (typeof PRECISIONS)[number];
export type Standing = (typeof STANDINGS)[number];
export type Basis = (typeof BASES)[number];
export type ClockChange = (typeof CLOCK_CHANGES)[number];

/** The stored code of a value of a fixed set. Throws for a value outside the set: types forbid it. */
export function toCode<T extends string>(set: readonly T[], value: T): number {
  const code = set.indexOf(value);
  if (code < 0) throw new RangeError(`${value} is not one of ${set.join(', ')}`);
  return code;
}

/** The value behind a stored code. Throws for a code that the set does not have. */
export function fromCode<T extends string>(set: readonly T[], code: number): T {
  const value = set[code];
  if (value === undefined) throw new RangeError(`code ${code} is outside ${set.join(', ')}`);
  return value;
}
