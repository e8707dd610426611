import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp, review, setAside } from '@/db/schema/incident-details.ts';
import { incidentText, sealedText } from '@/db/schema/incidents.ts';

/**
 * Removes everything that anybody said in words in these incidents, with the originals. Their figures stay, and so does
 * the digest of what the source said, by which the same row is known to be there already.
 */
export async function emptyWords(tx: Records, incidentIds: readonly string[], now: Date): Promise<void> {
  const ids = [...incidentIds];
  await tx
    .update(incidentText)
    .set({ topic: null, narrative: null, resolution: null, sourceRows: [], wordsRemovedAt: now })
    .where(inArray(incidentText.incidentId, ids));
  await tx.delete(sealedText).where(inArray(sealedText.incidentId, ids));
  await tx
    .update(escalationStep)
    .set({ note: null })
    .where(and(inArray(escalationStep.incidentId, ids), isNotNull(escalationStep.note)));
  await tx
    .update(followUp)
    .set({ promise: null })
    .where(and(inArray(followUp.incidentId, ids), isNotNull(followUp.promise)));
  await tx
    .update(review)
    .set({ note: null })
    .where(and(inArray(review.incidentId, ids), isNotNull(review.note)));
  await tx.update(setAside).set({ reason: '' }).where(inArray(setAside.incidentId, ids));
}
