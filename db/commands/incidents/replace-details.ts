import { and, eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { OBSERVERS, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import type { IncidentWrite } from './incident-write.ts';
import { unnestInsert } from './unnest-insert.ts';

/** Writes steps, cues, techniques and follow-ups, after removing what incidents written before had of them. */
export async function replaceDetails(
  tx: Records,
  writes: readonly IncidentWrite[],
  steps: (typeof escalationStep.$inferInsert)[],
  writtenBefore: readonly string[],
): Promise<void> {
  if (writtenBefore.length > 0) await removeDetails(tx, [...writtenBefore]);
  await unnestInsert(tx, escalationStep, steps);
  await unnestInsert(
    tx,
    incidentCue,
    writes.flatMap(({ cues }) => cues),
  );
  await unnestInsert(
    tx,
    techniqueObservation,
    writes.flatMap(({ techniques }) => techniques),
  );
  await unnestInsert(
    tx,
    followUp,
    writes.flatMap(({ followUps }) => followUps),
  );
}

async function removeDetails(tx: Records, ids: string[]): Promise<void> {
  await tx.delete(escalationStep).where(inArray(escalationStep.incidentId, ids));
  await tx.delete(incidentCue).where(inArray(incidentCue.incidentId, ids));
  await tx.delete(followUp).where(inArray(followUp.incidentId, ids));
  const byAgent = eq(techniqueObservation.observer, toCode(OBSERVERS, 'agent'));
  await tx.delete(techniqueObservation).where(and(inArray(techniqueObservation.incidentId, ids), byAgent));
}
