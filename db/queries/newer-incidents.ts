import { and, eq, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { type Asked, where, whereNewer } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** How many of the incidents asked for were written or changed by transactions that a copy does not contain yet. */
export async function countNewer(
  records: Records,
  viewer: Viewer,
  asked: Asked,
  contains: string,
): Promise<number> {
  const [row] = await records
    .select({ count: sql`count(distinct ${incident.incidentId})`.mapWith(Number) })
    .from(factChange)
    .innerJoin(incident, eq(incident.incidentId, factChange.incidentId))
    .innerJoin(factIncident, eq(factIncident.number, incident.number))
    .where(and(whereNewer(contains), where(viewer, asked)));
  return row?.count ?? 0;
}
