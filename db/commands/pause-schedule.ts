import { eq } from 'drizzle-orm';
import { findSchedule } from '@/db/queries/report-schedules.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { reportSchedule } from '@/db/schema/reports.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { nextTime } from '@/lib/reports/rhythm.ts';
import { rhythmOf } from './reports/rhythm-of.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Lets a schedule of one's own rest, or go on with its next time: what it missed meanwhile is not made.
 * @throws Forbidden without the right; NotFound
 */
export async function pauseSchedule(
  records: RecordDatabase,
  viewer: Viewer,
  { scheduleId, isPaused }: { scheduleId: number; isPaused: boolean },
  now: Date,
): Promise<void> {
  demand(viewer, 'build_reports');
  const timeZone = (await findWorkspace(records))?.timeZone ?? 'UTC';
  await records.transaction(async (tx) => {
    const found = await findSchedule(tx, viewer, scheduleId);
    if (!found) throw new NotFound('There is no such schedule.');
    const nextAt = new Date(nextTime(rhythmOf(found), timeZone, now.getTime()));
    await tx
      .update(reportSchedule)
      .set({ isPaused, nextAt })
      .where(eq(reportSchedule.reportScheduleId, scheduleId));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: isPaused ? 'schedule_paused' : 'schedule_resumed',
      subject: `schedule:${scheduleId}`,
      detail: {},
    });
  });
}
