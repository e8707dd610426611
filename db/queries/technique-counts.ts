import { eq, sql } from 'drizzle-orm';
import { factIncident, factTechnique } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/**
 * Distinct incidents by technique, and by technique and how it was handled. One incident may have several; those
 * without any are not among them.
 */
export async function countByTechnique(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const { technique, observation, number } = factTechnique;
  const incidents = sql`count(distinct ${number})`.mapWith(Number);
  const observations = snapshot.facts
    .select({ technique, observation, incidents })
    .from(factTechnique)
    .innerJoin(factIncident, eq(number, factIncident.number))
    .where(where(viewer, asked));
  const wholes = snapshot.facts
    .select({ technique, incidents })
    .from(factTechnique)
    .innerJoin(factIncident, eq(number, factIncident.number))
    .where(where(viewer, asked));
  const [handled, whole] = await Promise.all([
    observations.groupBy(technique, observation).orderBy(technique, observation),
    wholes.groupBy(technique).orderBy(technique),
  ]);
  return { handled, whole };
}
