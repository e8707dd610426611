import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { markVolumes } from '@/db/facts/mark-volumes.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { importRun, volumeChange } from '@/db/schema/imports.ts';
import { contactVolume } from '@/db/schema/organisation.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { VOLUMES_LOCK } from './volumes/store-volumes.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes an import of contact volumes back: what it created goes, what it updated is as it was before. A number that
 * something else has changed since stays.
 * @returns how many numbers went back, and how many stayed
 * @throws Forbidden without the right; Conflict when it is undone already, or is no import of volumes
 */
export async function undoVolumes(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  importRunId: number,
  now: Date,
): Promise<{ undone: number; stayed: number }> {
  demand(viewer, 'import', 'Only an administrator may undo an import of contact volumes.');
  const result = await records.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${VOLUMES_LOCK})`);
    await markUndone(tx, viewer, importRunId, now);
    const undone = await putBack(tx, importRunId);
    const all = await tx.$count(volumeChange, eq(volumeChange.importRunId, importRunId));
    if (undone > 0) await markVolumes(tx, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'import_undone',
      subject: `import:${importRunId}`,
      detail: { undone, stayed: all - undone },
    });
    return { undone, stayed: all - undone };
  });
  noteChange(records);
  return result;
}

async function markUndone(tx: Records, viewer: Viewer, importRunId: number, now: Date): Promise<void> {
  const isOpen = and(
    eq(importRun.importRunId, importRunId),
    eq(importRun.subject, 'contact_volumes'),
    isNull(importRun.undoneAt),
  );
  const marked = await tx
    .update(importRun)
    .set({ undoneBy: viewer.actor, undoneAt: now })
    .where(isOpen)
    .returning({ id: importRun.importRunId });
  if (marked.length === 0) throw new Conflict('This import has been undone already.');
}

async function putBack(tx: Records, importRunId: number): Promise<number> {
  const isSame = sql`v.day = c.day and v.team_id = c.team_id and v.channel = c.channel and v.contacts = c.after
    and c.import_run_id = ${importRunId}`;
  const gone = await tx.execute(sql`
    delete from ${contactVolume} as v using ${volumeChange} as c where ${isSame} and c.before is null returning 1`);
  const restored = await tx.execute(sql`
    update ${contactVolume} as v set contacts = c.before from ${volumeChange} as c
    where ${isSame} and c.before is not null returning 1`);
  return gone.length + restored.length;
}
