/** Why somebody asks who the people behind figures of staff are. Ids go into the audit log, as those of reveals do. */
export const NAMING_REASONS = [
  'plan_training',
  'talk_with_them',
  'check_who_handled',
  'request_of_person',
] as const;
export type NamingReason = (typeof NAMING_REASONS)[number];

export const NAMING_REASON_LABELS: Record<NamingReason, string> = {
  plan_training: 'To plan training with them',
  talk_with_them: 'To talk with one of them',
  check_who_handled: 'To check whose incidents these are',
  request_of_person: 'The person asks for their data',
};
