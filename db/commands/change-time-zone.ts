import { eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { importRun } from '@/db/schema/imports.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { TimeZoneChange } from '@/lib/workspace/workspace-form.ts';
import { closeAbandonedRuns } from './importing/import-ledger.ts';
import { WRITERS_LOCK } from './incidents/writers-lock.ts';
import { retimeSchedules } from './reports/retime-schedules.ts';
import { recountTimes } from './workspace/recount-times.ts';
import { updateWorkspace } from './workspace/update-workspace.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Gives the workspace another time zone and counts everything anew that follows from the time of day: all of it, or
 * nothing. Instants stay what they are, also those that a file gave without an offset;
 * schedules keep their hour, by the new clocks.
 * @returns how many incidents have another date, hour or duration
 * @throws Forbidden without the right; Conflict while an import is running, or when somebody changed the workspace
 */
export async function changeTimeZone(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { version, timeZone }: TimeZoneChange,
  now: Date,
): Promise<number> {
  demand(viewer, 'administer', 'Only an administrator may change the time zone.');
  await closeAbandonedRuns(records, viewer, now);
  const changed = await records.transaction(async (tx) => {
    const before = await findWorkspace(tx);
    await updateWorkspace(tx, version, { timeZone });
    await refuseWhileImporting(tx);
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
    const incidents = await recountTimes(tx, timeZone, now);
    await retimeSchedules(tx, timeZone, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'time_zone_changed',
      subject: 'workspace',
      detail: { from: before?.timeZone ?? null, to: timeZone, incidents },
    });
    return incidents;
  });
  noteChange(records);
  return changed;
}

/** An import reads the zone when it begins, and from then on holds the workspace's row until its own is written. */
async function refuseWhileImporting(tx: Records): Promise<void> {
  const running = await tx
    .select({ id: importRun.importRunId })
    .from(importRun)
    .where(eq(importRun.state, 'running'))
    .limit(1);
  if (running.length === 0) return;
  throw new Conflict('An import is running. The zone was not changed; change it when the import is done.');
}
