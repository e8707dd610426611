import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { target } from '@/db/schema/improvement.ts';
import { team } from '@/db/schema/organisation.ts';
import { maySetTarget, type Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid } from '@/lib/errors.ts';
import type { TargetEntry } from '@/lib/measures/target-form.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Sets what a measure should reach from a day on; one that began earlier ends there. Answers with its number.
 * @throws Forbidden for a team that is not the viewer's; Invalid when one begins on that day already
 */
export async function setTarget(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  entry: TargetEntry,
  now: Date,
): Promise<number> {
  if (!maySetTarget(viewer, entry.teamId))
    throw new Forbidden('You may set targets for your own teams only.');
  return records.transaction(async (tx) => {
    await refuseUnknownTeam(tx, entry.teamId);
    const [row] = await tx
      .insert(target)
      .values(entry)
      .onConflictDoNothing()
      .returning({ targetId: target.targetId });
    if (!row) throw new Invalid([{ field: 'from', message: SAME_DAY }]);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'target_set',
      subject: `target:${row.targetId}`,
      detail: { ...entry },
    });
    return row.targetId;
  });
}

export const SAME_DAY =
  'A target of this measure begins on that day already. Change that one, or choose another day.';

async function refuseUnknownTeam(tx: Records, teamId: number | null): Promise<void> {
  if (teamId === null) return;
  const found = await tx.select({ id: team.teamId }).from(team).where(eq(team.teamId, teamId));
  if (found.length > 0) return;
  throw new Invalid([{ field: 'teamId', message: 'This team is no longer there. Choose another.' }]);
}
