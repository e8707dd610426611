import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { reportRun, reportSchedule } from '@/db/schema/reports.ts';
import { whereOwnDeeds, whereSchedules } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

/** What the viewer did with a report, the earliest first, also when it is gone. */
export function listDeedsOf(
  records: Records,
  viewer: Viewer,
  reportId: number,
): Promise<{ action: string; at: Date }[]> {
  const deeds = ['report_asked', 'export', 'report_sent', 'report_not_sent', 'report_removed'];
  return records
    .select({ action: auditLog.action, at: auditLog.at })
    .from(auditLog)
    .where(
      and(whereOwnDeeds(viewer), eq(auditLog.subject, `report:${reportId}`), inArray(auditLog.action, deeds)),
    )
    .orderBy(asc(auditLog.auditId));
}

/** When a schedule of the viewer's was due whose report is called so; null where none was. */
export async function findRunCalled(records: Records, viewer: Viewer, code: string): Promise<Date | null> {
  const [row] = await records
    .select({ dueAt: reportRun.dueAt })
    .from(reportRun)
    .innerJoin(reportSchedule, eq(reportSchedule.reportScheduleId, reportRun.reportScheduleId))
    .where(and(whereSchedules(viewer), eq(reportRun.reportCode, code)));
  return row?.dueAt ?? null;
}
