import { and, eq, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { setAside } from '@/db/schema/incident-details.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { Conflict } from '@/lib/errors.ts';
import { loadStanding, moveStanding } from './incidents/move-standing.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes back that an incident was set aside: it counts again as before. That it was, and why, stays on its page.
 * @throws Forbidden without the right; NotFound; Conflict where it is not set aside
 */
export async function countIncidentAgain(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { number }: { number: number },
  now: Date,
): Promise<void> {
  demand(viewer, 'review', 'Your account may not let incidents count again.');
  await records.transaction(async (tx) => {
    const found = await loadStanding(tx, viewer, number);
    if (found.standing === 'counts') throw new Conflict(`${nameIncident(number)} counts already.`);
    await tx
      .update(setAside)
      .set({ undoneBy: viewer.actor, undoneAt: now })
      .where(and(eq(setAside.incidentId, found.incidentId), isNull(setAside.undoneAt)));
    await moveStanding(tx, found, 'counts', now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'incident_counted_again',
      subject: `incident:${number}`,
      detail: { was: found.standing },
    });
  });
  noteChange(records);
}
