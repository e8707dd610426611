import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findIncidentId } from '@/db/queries/patterns.ts';
import { patternIncident } from '@/db/schema/patterns.ts';
import type { Viewer } from '@/lib/access.ts';
import { demandKeeping, loadPattern } from './patterns/load-pattern.ts';
import { writeAudit } from './write-audit.ts';

/** Takes an incident, by its number, from the evidence of a pattern. Throws Forbidden without the right, NotFound. */
export async function unlinkIncident(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { patternId, incident }: { patternId: number; incident: number },
  now: Date,
): Promise<void> {
  demandKeeping(viewer);
  await records.transaction(async (tx) => {
    await loadPattern(tx, viewer, patternId);
    const incidentId = await findIncidentId(tx, viewer, incident);
    if (incidentId === null) return;
    const gone = await tx
      .delete(patternIncident)
      .where(and(eq(patternIncident.keptPatternId, patternId), eq(patternIncident.incidentId, incidentId)))
      .returning({ incidentId: patternIncident.incidentId });
    if (gone.length === 0) return;
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'pattern_incident_unlinked',
      subject: `pattern:${patternId}`,
      detail: { incident },
    });
  });
}
