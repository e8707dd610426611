import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { Conflict } from '@/lib/errors.ts';

/**
 * To be called by whoever begins to write incidents in a zone: it stays the workspace's until the transaction ends.
 * Throws Conflict when the workspace has another zone by now.
 */
export async function refuseOldZone(tx: Records, timeZone: string): Promise<void> {
  const [row] = await tx
    .select({ timeZone: workspace.timeZone })
    .from(workspace)
    .where(eq(workspace.id, 1))
    .for('share');
  if (!row || row.timeZone === timeZone) return;
  throw new Conflict(
    `The time zone of the workspace is ${row.timeZone} by now. Nothing was written; begin again.`,
  );
}
