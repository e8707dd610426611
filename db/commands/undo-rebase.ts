import { and, eq, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { seriesRebase } from '@/db/schema/improvement.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import { seesScope } from '@/lib/filters/series-scope.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes a re-basing back: the limits of its series go on over that day. It stays in the record with who undid it.
 * @throws Forbidden without the right; NotFound for a series that the viewer does not see whole; Conflict when it is
 * undone already
 */
export async function undoRebase(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  rebaseId: number,
  now: Date,
): Promise<void> {
  demand(viewer, 'rebase_series', 'Your account may not re-base charts.');
  await records.transaction(async (tx) => {
    const [found] = await tx
      .select({ measure: seriesRebase.measure, scope: seriesRebase.scope, day: seriesRebase.day })
      .from(seriesRebase)
      .where(eq(seriesRebase.rebaseId, rebaseId));
    if (!found || !seesScope(viewer, found.scope)) throw new NotFound('There is no such re-basing.');
    const undone = await tx
      .update(seriesRebase)
      .set({ undoneBy: viewer.actor, undoneAt: now })
      .where(and(eq(seriesRebase.rebaseId, rebaseId), isNull(seriesRebase.undoneAt)))
      .returning({ rebaseId: seriesRebase.rebaseId });
    if (undone.length === 0) throw new Conflict('This re-basing has been undone already.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'rebase_undone',
      subject: `rebase:${rebaseId}`,
      detail: found,
    });
  });
}
