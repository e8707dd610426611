import type {
  Basis,
  Cue,
  CustomerState,
  EscalationReason,
  FollowUpReason,
  HourBand,
  Kind,
  Observation,
  Outcome,
  Precision,
  Status,
} from './fixed-sets.ts';

export const KIND_LABELS: Record<Kind, string> = { incident: 'Incident', complaint: 'Complaint' };

export const STATUS_LABELS: Record<Status, string> = { unknown: 'Not known', open: 'Open', closed: 'Closed' };

export const OUTCOME_LABELS: Record<Outcome, string> = {
  unknown: 'Unknown',
  resolved: 'Resolved',
  resolved_with_compensation: 'Resolved, compensated',
  follow_up_pending: 'Follow-up pending',
  disengaged_safely: 'Disengaged safely',
  unresolved: 'Unresolved',
  customer_lost: 'Customer lost',
};

/** The order in which outcomes stand beside each other: from settled to lost, unknown last. */
export const OUTCOME_ORDER: readonly Outcome[] = [
  'resolved',
  'resolved_with_compensation',
  'follow_up_pending',
  'disengaged_safely',
  'unresolved',
  'customer_lost',
  'unknown',
];

export const CUSTOMER_STATE_LABELS: Record<CustomerState, string> = {
  unknown: 'Not known',
  angry: 'Angry',
  demanding: 'Demanding',
  confused: 'Confused',
  stressed: 'Stressed',
  abusive: 'Abusive',
};

export const HOUR_BAND_LABELS: Record<HourBand, string> = {
  unknown: 'Hour not known',
  '00-06': 'Night, 00–06',
  '06-09': 'Early morning, 06–09',
  '09-12': 'Morning, 09–12',
  '12-15': 'Early afternoon, 12–15',
  '15-18': 'Late afternoon, 15–18',
  '18-21': 'Evening, 18–21',
  '21-24': 'Late evening, 21–24',
};

export const CUE_LABELS: Record<Cue, string> = {
  raised_voice: 'Raised voice',
  rapid_speech: 'Rapid speech',
  sarcasm: 'Sarcasm',
  crossed_arms: 'Crossed arms',
  clenched_fists: 'Clenched fists',
  pacing: 'Pacing',
  anger: 'Anger',
  impatience: 'Impatience',
  distress: 'Distress',
};

export const OBSERVATION_LABELS: Record<Observation, string> = {
  effective: 'Effective',
  partial: 'Partial',
  missed: 'Missed',
};

export const FOLLOW_UP_REASON_LABELS: Record<FollowUpReason, string> = {
  unknown: 'No reason given',
  forgotten: 'Forgotten',
  no_time: 'No time',
  waiting_for_colleagues: 'Waiting for colleagues',
  waiting_for_others: 'Waiting for somebody outside',
  customer_not_reached: 'Customer not reached',
  system_down: 'System down',
  other: 'Another reason',
};

export const ESCALATION_REASON_LABELS: Record<EscalationReason, string> = {
  unknown: 'Not known',
  authority_exceeded: 'Authority exceeded',
  technical_expertise: 'Technical expertise',
  legal_or_dispute: 'Legal or dispute',
  customer_request: 'Customer request',
  many_customers_affected: 'Many customers affected',
  safety: 'Safety',
};

export const PRECISION_LABELS: Record<Precision, string> = {
  minute: 'to the minute',
  day: 'date only',
  month: 'month only',
};

export const BASIS_LABELS: Record<Basis, string> = {
  occurred: 'as it occurred',
  reported: 'when it was reported',
  first_response: 'at the first response',
  stand_in: 'a stand-in date',
};
