import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { seriesRebase } from '@/db/schema/improvement.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import type { RebaseEntry } from '@/lib/measures/rebase-form.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Lets the limits of a series begin anew on a day, for a reason: from then on everybody who looks at the same incidents
 * sees it. Answers with its number.
 * @param filters what is being looked at; period and comparison do not count
 * @throws Forbidden without the right, or where nothing is in sight; Invalid when it begins anew on that day already
 */
export async function rebaseSeries(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  filters: Filters,
  { measure, day, reason }: RebaseEntry,
  now: Date,
): Promise<number> {
  const scope = may(viewer, 'rebase_series') ? seriesScope(filters, viewer) : null;
  if (scope === null) throw new Forbidden('Your account may not re-base this chart.');
  return records.transaction(async (tx) => {
    const [row] = await tx
      .insert(seriesRebase)
      .values({ measure, scope, day, reason, madeBy: viewer.actor, madeAt: now })
      .onConflictDoNothing()
      .returning({ rebaseId: seriesRebase.rebaseId });
    if (!row) throw new Invalid([{ field: 'day', message: 'The limits begin anew on this day already.' }]);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'series_rebased',
      subject: `rebase:${row.rebaseId}`,
      detail: { measure, scope, day },
    });
    return row.rebaseId;
  });
}
