import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findTarget } from '@/db/queries/targets.ts';
import { target } from '@/db/schema/improvement.ts';
import { sqlStateOf, UNIQUE_VIOLATION } from '@/db/sql-state.ts';
import { maySetTarget, type Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import type { TargetEntry } from '@/lib/measures/target-form.ts';
import { SAME_DAY } from './set-target.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew what a target is and when it holds. It stays the target of its measure and team.
 * @param version of the target as it was when the form was made
 * @throws NotFound for one out of sight; Forbidden for a team that is not the viewer's; Conflict when somebody changed
 * or removed it in between; Invalid when another one begins on that day
 */
export async function changeTarget(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { targetId, version }: { targetId: number; version: number },
  { value, from, until }: Pick<TargetEntry, 'value' | 'from' | 'until'>,
  now: Date,
): Promise<void> {
  await records.transaction(async (tx) => {
    const found = await findTarget(tx, viewer, targetId);
    if (!found) throw new NotFound('There is no such target.');
    const { measure, teamId } = found;
    if (!maySetTarget(viewer, teamId)) throw new Forbidden('You may set targets for your own teams only.');
    const changed = await tx
      .update(target)
      .set({ value, from, until, version: version + 1 })
      .where(and(eq(target.targetId, targetId), eq(target.version, version)))
      .returning({ targetId: target.targetId })
      .catch((error) => {
        if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
        throw new Invalid([{ field: 'from', message: SAME_DAY }]);
      });
    if (changed.length === 0) throw new Conflict(CHANGED);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'target_changed',
      subject: `target:${targetId}`,
      detail: { measure, teamId, value, from, until },
    });
  });
}

const CHANGED =
  'Somebody else changed this target after you opened it. Nothing was saved: reload the page to see it as it is.';
