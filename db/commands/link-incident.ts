import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findIncidentId } from '@/db/queries/patterns.ts';
import { patternIncident } from '@/db/schema/patterns.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { demandKeeping, loadPattern } from './patterns/load-pattern.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Names an incident, by its number, as evidence of a pattern; naming it twice changes nothing.
 * @throws Forbidden without the right; NotFound; Invalid for an incident that is not there for the viewer
 */
export async function linkIncident(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { patternId, incident }: { patternId: number; incident: number },
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    await loadPattern(tx, viewer, patternId);
    const incidentId = await findIncidentId(tx, viewer, incident);
    if (incidentId === null)
      throw new Invalid([{ field: 'incident', message: `There is no incident ${incident} here.` }]);
    const linked = await tx
      .insert(patternIncident)
      .values({ incidentId, keptPatternId: patternId, linkedBy: viewer.actor, linkedAt: now })
      .onConflictDoNothing()
      .returning({ incidentId: patternIncident.incidentId });
    if (linked.length === 0) return;
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_incident_linked',
      subject: `pattern:${patternId}`,
      detail: { incident },
    });
  });
}
