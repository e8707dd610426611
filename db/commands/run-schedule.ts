import { takeQuota } from '@/db/accounts/quota.ts';
import { findSchedule } from '@/db/queries/report-schedules.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { beginRun } from './reports/begin-run.ts';
import { tellWorker } from './reports/tell-worker.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Makes and sends the report of a schedule of one's own now, changed or not; its rhythm goes on as before.
 * @throws Forbidden without the right; NotFound; TooMany
 */
export async function runSchedule(
  records: RecordDatabase,
  viewer: Viewer,
  { scheduleId }: { scheduleId: number },
  now: Date,
): Promise<void> {
  demand(viewer, 'build_reports');
  await takeQuota(records, 'export', viewer.actor, now);
  await records.transaction(async (tx) => {
    const found = await findSchedule(tx, viewer, scheduleId);
    if (!found) throw new NotFound('There is no such schedule.');
    await beginRun(tx, found, { dueAt: now, missed: 0, isAsked: true }, now);
    const subject = `schedule:${scheduleId}`;
    await writeAudit(tx, { at: now, actor: viewer.actor, action: 'schedule_run', subject, detail: {} });
  });
  tellWorker();
}
