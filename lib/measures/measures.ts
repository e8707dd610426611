import { CSAT } from './csat.ts';
import { DE_ESCALATION_RATE } from './de-escalation.ts';
import { DOCUMENTATION_COMPLETENESS } from './documentation.ts';
import { BOUNCE_RATE, ESCALATION_RATE, FIRST_LEVEL_RESOLUTION } from './escalation.ts';
import { INCIDENTS, UNCLASSIFIED_SHARE } from './incidents.ts';
import type { Measure } from './measure.ts';
import type { MeasureId } from './measure-ids.ts';
import { REPEAT_RATE } from './recurrence.ts';
import { CUSTOMER_LOST_RATE, RESOLUTION_RATE, SAFE_DISENGAGEMENT_RATE } from './resolution.ts';
import { TIME_TO_CLOSE } from './time-to-close.ts';

/** Every measure, by its id. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  incidents: INCIDENTS,
  escalation_rate: ESCALATION_RATE,
  first_level_resolution: FIRST_LEVEL_RESOLUTION,
  resolution_rate: RESOLUTION_RATE,
  de_escalation_rate: DE_ESCALATION_RATE,
  safe_disengagement_rate: SAFE_DISENGAGEMENT_RATE,
  customer_lost_rate: CUSTOMER_LOST_RATE,
  repeat_rate: REPEAT_RATE,
  time_to_close: TIME_TO_CLOSE,
  bounce_rate: BOUNCE_RATE,
  documentation_completeness: DOCUMENTATION_COMPLETENESS,
  csat: CSAT,
  unclassified_share: UNCLASSIFIED_SHARE,
};
