import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findTarget } from '@/db/queries/targets.ts';
import { target } from '@/db/schema/improvement.ts';
import { maySetTarget, type Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { writeAudit } from './write-audit.ts';

/** Deletes a target, as if it had never been set. Throws NotFound for one out of sight, Forbidden without the right. */
export async function removeTarget(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  targetId: number,
  now: Date,
): Promise<void> {
  await records.transaction(async (tx) => {
    const found = await findTarget(tx, viewer, targetId);
    if (!found) throw new NotFound('This target has been deleted already.');
    const { measure, teamId, value, from, until } = found;
    if (!maySetTarget(viewer, teamId)) throw new Forbidden('You may set targets for your own teams only.');
    await tx.delete(target).where(eq(target.targetId, targetId));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'target_deleted',
      subject: `target:${targetId}`,
      detail: { measure, teamId, value, from, until },
    });
  });
}
