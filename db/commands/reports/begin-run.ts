import type { Records } from '@/db/facts/snapshot.ts';
import type { ScheduleRow } from '@/db/queries/report-schedules.ts';
import { reportRun } from '@/db/schema/reports.ts';
import type { ReportWish } from '@/lib/reports/report-form.ts';
import { insertReport } from './insert-report.ts';

/** Puts the report of a schedule on the list, once for each time that it is due. Returns what it is called. */
export async function beginRun(
  tx: Records,
  schedule: Pick<ScheduleRow, 'reportScheduleId' | 'ownerAccount' | 'page' | 'query' | 'format'>,
  { dueAt, missed, isAsked }: { dueAt: Date; missed: number; isAsked: boolean },
  now: Date,
): Promise<string> {
  const { page, query, format } = schedule;
  const wish = { page, query, format } as ReportWish;
  const { reportId, code } = await insertReport(tx, schedule.ownerAccount, wish, now);
  await tx.insert(reportRun).values({
    reportScheduleId: schedule.reportScheduleId,
    dueAt,
    missed,
    isAsked,
    reportId,
    reportCode: code,
    result: 'making',
    sentTo: [],
  });
  return code;
}
