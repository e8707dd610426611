import { COMPENSATION_COST } from './compensation.ts';
import { CSAT } from './csat.ts';
import { DE_ESCALATION_RATE } from './de-escalation.ts';
import { DOCUMENTATION_COMPLETENESS, DOCUMENTATION_DELAY } from './documentation.ts';
import { BOUNCE_RATE, ESCALATION_RATE, FIRST_LEVEL_RESOLUTION } from './escalation.ts';
import { FOLLOW_UP_KEPT_RATE } from './follow-up.ts';
import { HANDOFF_COMPLETENESS } from './handoff.ts';
import { INCIDENTS, UNCLASSIFIED_SHARE } from './incidents.ts';
import type { Measure } from './measure.ts';
import type { MeasureId } from './measure-ids.ts';
import { INCIDENT_RATE, STAFF_EXPOSURE } from './rates.ts';
import { REPEAT_RATE } from './recurrence.ts';
import { CUSTOMER_LOST_RATE, RESOLUTION_RATE, SAFE_DISENGAGEMENT_RATE } from './resolution.ts';
import { TIME_AT_LEVEL } from './time-at-level.ts';
import { TIME_TO_CLOSE } from './time-to-close.ts';

/** Every measure, by its id. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  incidents: INCIDENTS,
  incident_rate: INCIDENT_RATE,
  escalation_rate: ESCALATION_RATE,
  first_level_resolution: FIRST_LEVEL_RESOLUTION,
  resolution_rate: RESOLUTION_RATE,
  de_escalation_rate: DE_ESCALATION_RATE,
  safe_disengagement_rate: SAFE_DISENGAGEMENT_RATE,
  customer_lost_rate: CUSTOMER_LOST_RATE,
  repeat_rate: REPEAT_RATE,
  time_to_close: TIME_TO_CLOSE,
  time_at_level: TIME_AT_LEVEL,
  bounce_rate: BOUNCE_RATE,
  handoff_completeness: HANDOFF_COMPLETENESS,
  follow_up_kept_rate: FOLLOW_UP_KEPT_RATE,
  documentation_completeness: DOCUMENTATION_COMPLETENESS,
  documentation_delay: DOCUMENTATION_DELAY,
  csat: CSAT,
  compensation_cost: COMPENSATION_COST,
  staff_exposure: STAFF_EXPOSURE,
  unclassified_share: UNCLASSIFIED_SHARE,
};
