import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { mayBeOfScope } from '@/db/queries/scopes.ts';
import { user } from '@/db/schema/accounts.ts';
import { seriesRebase } from '@/db/schema/improvement.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Filters, LocalDate } from '@/lib/filters/filters.ts';
import { followScope } from '@/lib/filters/follow-scope.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';

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
 * The days on which the limits of measures begin anew under these filters, in order; those undone are left out.
 * Whoever sees the same incidents under the same filters is given the same. What was said of a value holds for the one
 * that it is merged into, as long as it is.
 */
export async function listRebases(
  records: Records,
  viewer: Viewer,
  { filters, vocabularies }: { filters: Filters; vocabularies: Vocabularies },
): Promise<(RebaseRow & { measure: string })[]> {
  const scope = seriesScope(filters, viewer);
  if (scope === null) return [];
  const rows = await selectRebases(records, mayBeOfScope(seriesRebase.scope, scope, vocabularies));
  return rows.flatMap(({ scope: of, ...row }) => (followScope(of, vocabularies) === scope ? [row] : []));
}

/** The same of every series, with its scope as it reads now: these are decisions of people, and few. */
export async function listRebasesOfAll(
  records: Records,
  vocabularies: Vocabularies,
): Promise<(RebaseRow & { measure: string; scope: string })[]> {
  const rows = await selectRebases(records, undefined);
  return rows.map(({ scope, ...row }) => ({ ...row, scope: followScope(scope, vocabularies) }));
}

function selectRebases(records: Records, condition: SQL | undefined) {
  return records
    .select({
      scope: seriesRebase.scope,
      measure: seriesRebase.measure,
      rebaseId: seriesRebase.rebaseId,
      day: seriesRebase.day,
      reason: seriesRebase.reason,
      madeBy: sql<string>`coalesce(${user.name}, ${seriesRebase.madeBy})`.mapWith(String),
      madeAt: seriesRebase.madeAt,
    })
    .from(seriesRebase)
    .leftJoin(user, eq(seriesRebase.madeBy, sql`'account:' || ${user.id}`))
    .where(and(condition, isNull(seriesRebase.undoneAt)))
    .orderBy(asc(seriesRebase.day), desc(seriesRebase.rebaseId));
}
