import { z } from 'zod';
import { day, line } from '../workspace/form-fields.ts';
import { MEASURE_IDS } from './measure-ids.ts';

/** From which day the limits of a measure are to be reckoned anew, and why. */
export const rebaseForm = z.object({
  measure: z.enum(MEASURE_IDS, 'Choose a measure from the list.'),
  day: day('the first day of the changed process'),
  reason: line('the reason: what changed in the process', 300),
});
export type RebaseEntry = z.infer<typeof rebaseForm>;
