import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';

/** Stands in a mark in place of an incident when contact volumes were changed. No incident has it. */
export const VOLUMES_CHANGED = '00000000-0000-0000-0000-000000000000';

/** To be called in the transaction of every command that changes contact volumes, so that copies read them anew. */
export async function markVolumes(tx: Records, now: Date): Promise<void> {
  await tx.insert(factChange).values({ incidentId: VOLUMES_CHANGED, changedAt: now });
}
