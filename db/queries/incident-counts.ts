import { count, max, min } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, EVERYTHING, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';

/** How many incidents there are. */
export async function countIncidents(snapshot: Snapshot, viewer: Viewer, asked: Asked): Promise<number> {
  const [row] = await snapshot.facts
    .select({ count: count() })
    .from(factIncident)
    .where(where(viewer, asked));
  return row?.count ?? 0;
}

/** First to last local date of everything in the viewer's scope, before any filter; null when there is nothing. */
export async function findCoverage(snapshot: Snapshot, viewer: Viewer): Promise<Window | null> {
  const [row] = await snapshot.facts
    .select({ first: min(factIncident.occurredOn), last: max(factIncident.occurredOn) })
    .from(factIncident)
    .where(where(viewer, EVERYTHING));
  return row?.first && row.last ? { from: row.first, until: shiftDays(row.last, 1) } : null;
}

/** Incidents by the code of one dimension, in their order; null, an hour that is not known, comes last. */
export async function countByDimension(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  dimension: OneValued,
): Promise<{ code: number | null; count: number }[]> {
  const column = columnOf[dimension];
  return snapshot.facts
    .select({ code: column, count: count() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(column)
    .orderBy(column);
}
