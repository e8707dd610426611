import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { user } from '@/db/schema/accounts.ts';
import { seriesRebase } from '@/db/schema/improvement.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Filters, LocalDate } from '@/lib/filters/filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** A day from which the limits of a series are reckoned anew, and why. */
export interface RebaseRow {
  rebaseId: number;
  day: LocalDate;
  reason: string;
  /** The name of whoever did; the actor itself where there is no such account any more. */
  madeBy: string;
  madeAt: Date;
}

/**
 * The days on which the limits of a measure begin anew under these filters, in order; those undone are left out.
 * Whoever sees the same incidents under the same filters is given the same.
 */
export async function listRebases(
  records: Records,
  viewer: Viewer,
  measure: MeasureId,
  filters: Filters,
): Promise<RebaseRow[]> {
  return readRebases(records, viewer, filters, eq(seriesRebase.measure, measure));
}

/** The same of every measure. */
export async function listRebasesOfAll(
  records: Records,
  viewer: Viewer,
  filters: Filters,
): Promise<(RebaseRow & { measure: string })[]> {
  return readRebases(records, viewer, filters);
}

async function readRebases(records: Records, viewer: Viewer, filters: Filters, condition?: SQL) {
  const scope = seriesScope(filters, viewer);
  if (scope === null) return [];
  return records
    .select({
      measure: seriesRebase.measure,
      rebaseId: seriesRebase.rebaseId,
      day: seriesRebase.day,
      reason: seriesRebase.reason,
      madeBy: sql<string>`coalesce(${user.name}, ${seriesRebase.madeBy})`.mapWith(String),
      madeAt: seriesRebase.madeAt,
    })
    .from(seriesRebase)
    .leftJoin(user, eq(seriesRebase.madeBy, sql`'account:' || ${user.id}`))
    .where(and(eq(seriesRebase.scope, scope), isNull(seriesRebase.undoneAt), condition))
    .orderBy(asc(seriesRebase.day), desc(seriesRebase.rebaseId));
}
