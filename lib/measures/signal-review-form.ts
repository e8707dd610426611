import { z } from 'zod';
import { dayOrNone, line } from '../workspace/form-fields.ts';

/** Longer keys than any series has are not ours. */
const key = z.string().min(1).max(300);
/** The filters of the page, as its address has them. */
const query = z.string().max(20_000).default('');

/** Which signal somebody has seen. */
export const acknowledgeForm = z.object({ key, query });

/** Which series is not to be listed, why, and until when. */
export const muteForm = z.object({
  key,
  query,
  reason: line('the reason: why its signals need nobody', 300),
  until: dayOrNone(),
});

/** Which of the two is taken back. */
export const undoReviewForm = z.object({ signalReviewId: z.coerce.number().int().positive() });
