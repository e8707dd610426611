import { count, eq } from 'drizzle-orm';
import { factIncident, factTechnique } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/**
 * Incidents by technique, and by technique and how it was handled. One incident may have several, each once; those
 * without any are not among them.
 */
export async function countByTechnique(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const { technique, observation, number } = factTechnique;
  const handled = await snapshot.facts
    .select({ technique, observation, incidents: count() })
    .from(factTechnique)
    .innerJoin(factIncident, eq(number, factIncident.number))
    .where(where(viewer, asked))
    .groupBy(technique, observation)
    .orderBy(technique, observation);
  return { handled, whole: wholes(handled) };
}

function wholes(handled: readonly { technique: number; incidents: number }[]) {
  const whole = new Map<number, number>();
  for (const { technique, incidents } of handled)
    whole.set(technique, (whole.get(technique) ?? 0) + incidents);
  return [...whole].map(([technique, incidents]) => ({ technique, incidents }));
}
