import { DE_ESCALATION_RATE } from './de-escalation.ts';
import { ESCALATION_RATE, FIRST_LEVEL_RESOLUTION } from './escalation.ts';
import { INCIDENTS, UNCLASSIFIED_SHARE } from './incidents.ts';
import type { Measure } from './measure.ts';
import type { MeasureId } from './measure-ids.ts';
import { REPEAT_RATE } from './recurrence.ts';
import { RESOLUTION_RATE } from './resolution.ts';
import { TIME_TO_CLOSE } from './time-to-close.ts';

/** Every measure that is built, by its id. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  incidents: INCIDENTS,
  escalation_rate: ESCALATION_RATE,
  first_level_resolution: FIRST_LEVEL_RESOLUTION,
  resolution_rate: RESOLUTION_RATE,
  de_escalation_rate: DE_ESCALATION_RATE,
  repeat_rate: REPEAT_RATE,
  time_to_close: TIME_TO_CLOSE,
  unclassified_share: UNCLASSIFIED_SHARE,
};
