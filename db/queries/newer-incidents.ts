import { and, count, eq, inArray } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { type Asked, where, whereNewer } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';

/** Fewer than so many changed incidents are looked up one by one; more are found among all. */
const ONE_BY_ONE = 2000;

/** How many of the incidents asked for were written or changed by transactions that a copy does not contain yet. */
export async function countNewer(
  records: Records,
  viewer: Viewer,
  asked: Asked,
  contains: string,
): Promise<number> {
  const listChanged = () =>
    records
      .selectDistinct({ number: incident.number })
      .from(factChange)
      .innerJoin(incident, eq(incident.incidentId, factChange.incidentId))
      .where(whereNewer(contains));
  const first = await listChanged().limit(ONE_BY_ONE);
  if (first.length === 0) return 0;
  const numbers = first.length < ONE_BY_ONE ? first.map(({ number }) => number) : listChanged();
  const [row] = await records
    .select({ count: count() })
    .from(factIncident)
    .where(and(inArray(factIncident.number, numbers), where(viewer, asked)));
  return row?.count ?? 0;
}
