import { and, eq } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { reportSchedule } from '@/db/schema/reports.ts';
import { whereSchedules } from '@/db/where-kept.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Removes a schedule of one's own with the history of its runs. The reports that it made stay for their time.
 * @throws Forbidden without the right; NotFound
 */
export async function removeSchedule(
  records: RecordDatabase,
  viewer: Viewer,
  { scheduleId }: { scheduleId: number },
  now: Date,
): Promise<void> {
  demand(viewer, 'build_reports');
  await records.transaction(async (tx) => {
    const removed = await tx
      .delete(reportSchedule)
      .where(and(whereSchedules(viewer), eq(reportSchedule.reportScheduleId, scheduleId)))
      .returning({ scheduleId: reportSchedule.reportScheduleId });
    if (removed.length === 0) throw new NotFound('There is no such schedule.');
    const subject = `schedule:${scheduleId}`;
    await writeAudit(tx, { at: now, actor: viewer.actor, action: 'schedule_removed', subject, detail: {} });
  });
}
