/** Every measure; each has one definition in this folder. */
export const MEASURE_IDS = [
  'incidents',
  'incident_rate',
  'escalation_rate',
  'first_level_resolution',
  'resolution_rate',
  'de_escalation_rate',
  'safe_disengagement_rate',
  'customer_lost_rate',
  'repeat_rate',
  'time_to_close',
  'time_at_level',
  'bounce_rate',
  'handoff_completeness',
  'follow_up_kept_rate',
  'documentation_completeness',
  'documentation_delay',
  'csat',
  'compensation_cost',
  'staff_exposure',
  'unclassified_share',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];
