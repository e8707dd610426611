import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { incident, sealedText } from '@/db/schema/incidents.ts';
import { OBSERVERS, toCode } from '@/lib/taxonomy/fixed-sets.ts';

/** Removes what the source has said of incidents in detail, before it is written anew. */
export async function removeDetails(tx: Records, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(escalationStep).where(inArray(escalationStep.incidentId, ids));
  await tx.delete(incidentCue).where(inArray(incidentCue.incidentId, ids));
  await tx.delete(followUp).where(inArray(followUp.incidentId, ids));
  // What a person has set keeps its original, if it has one.
  await tx.execute(sql`
    delete from ${sealedText} as s using ${incident} as i
    where s.incident_id = i.incident_id and i.incident_id in ${ids} and not (s.field = any(i.set_by_person))`);
  const byAgent = eq(techniqueObservation.observer, toCode(OBSERVERS, 'agent'));
  await tx.delete(techniqueObservation).where(and(inArray(techniqueObservation.incidentId, ids), byAgent));
}
