import { eq, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { findStanding, type IncidentStanding } from '@/db/queries/set-aside.ts';
import { incident } from '@/db/schema/incidents.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { STANDINGS, type Standing, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import { markChanged } from './mark-changed.ts';
import { recountRepeats } from './recount-repeats.ts';
import { WRITERS_LOCK } from './writers-lock.ts';

/** How an incident stands, while nobody else can change it: until the transaction ends. */
export async function loadStanding(tx: Records, viewer: Viewer, number: number): Promise<IncidentStanding> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
  const found = await findStanding(tx, viewer, number);
  if (!found) throw new NotFound(`There is no incident ${number} here.`);
  return found;
}

/** Lets an incident stand otherwise, with everything that follows: repeats of its customer, and the marks for the facts. */
export async function moveStanding(
  tx: Records,
  { incidentId, customerId }: IncidentStanding,
  standing: Standing,
  now: Date,
): Promise<void> {
  await tx
    .update(incident)
    .set({ standing: toCode(STANDINGS, standing) })
    .where(eq(incident.incidentId, incidentId));
  const recounted = await recountRepeats(tx, customerId === null ? [] : [customerId]);
  await markChanged(tx, [...new Set([incidentId, ...recounted])], now);
}
