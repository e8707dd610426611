import { and, desc, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { reportRun, reportSchedule } from '@/db/schema/reports.ts';
import { whereSchedules } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

export type ScheduleRow = typeof reportSchedule.$inferSelect;
export type ReportRunRow = typeof reportRun.$inferSelect;

/** The schedules of the viewer, by name. */
export async function listSchedules(records: Records, viewer: Viewer): Promise<ScheduleRow[]> {
  const rows = await records.select().from(reportSchedule).where(whereSchedules(viewer));
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** One of them; null when it is not there, or not to be seen. */
export async function findSchedule(
  records: Records,
  viewer: Viewer,
  scheduleId: number,
): Promise<ScheduleRow | null> {
  const [row] = await records
    .select()
    .from(reportSchedule)
    .where(and(whereSchedules(viewer), eq(reportSchedule.reportScheduleId, scheduleId)));
  return row ?? null;
}

/** The newest runs of a schedule, the newest first. */
export function listReportRuns(records: Records, scheduleId: number, most: number): Promise<ReportRunRow[]> {
  return records
    .select()
    .from(reportRun)
    .where(eq(reportRun.reportScheduleId, scheduleId))
    .orderBy(desc(reportRun.dueAt))
    .limit(most);
}
