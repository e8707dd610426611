import { sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** How many incidents each person of a team or site handled: how large the groups are behind its figures. */
export async function countPeople(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  by: 'team' | 'site',
): Promise<{ unit: number; agent: number; incidents: number }[]> {
  return snapshot.facts
    .select({
      unit: sql<number>`${columnOf[by]}`.mapWith(Number),
      agent: factIncident.agent,
      incidents: sql<number>`count(*)`.mapWith(Number),
    })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`1`, sql`2`);
}
