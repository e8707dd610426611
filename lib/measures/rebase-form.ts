import { z } from 'zod';
import { day, line, rowNumber } from '../workspace/form-fields.ts';
import { MEASURE_IDS } from './measure-ids.ts';

/** From which day the limits of a measure are to be reckoned anew, and why. */
export const rebaseForm = z.object({
  measure: z.enum(MEASURE_IDS, 'Choose a measure from the list.'),
  day: day('the first day of the changed process'),
  reason: line('the reason: what changed in the process', 300),
});
export type RebaseEntry = z.infer<typeof rebaseForm>;

/** The same on a page, with its filters as its address carries them. */
export const chartRebaseForm = rebaseForm.extend({ query: z.string().max(20_000).default('') });

export const undoRebaseForm = z.object({ rebaseId: rowNumber });
