/** Every measure; each has one definition in this folder. */
export const MEASURE_IDS = [
  'incidents',
  'escalation_rate',
  'first_level_resolution',
  'resolution_rate',
  'de_escalation_rate',
  'safe_disengagement_rate',
  'customer_lost_rate',
  'repeat_rate',
  'time_to_close',
  'bounce_rate',
  'documentation_completeness',
  'csat',
  'unclassified_share',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];
