import { and, eq } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report } from '@/db/schema/reports.ts';
import { whereReports } from '@/db/where-kept.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Removes a report of one's own with its file and its figures, also while it waits or is being made.
 * @throws Forbidden without the right; NotFound
 */
export async function removeReport(
  records: RecordDatabase,
  viewer: Viewer,
  { code }: { code: string },
  now: Date,
): Promise<void> {
  demand(viewer, 'take_out');
  const { reportId } = parseReportCode(code);
  await records.transaction(async (tx) => {
    const removed = await tx
      .delete(report)
      .where(and(whereReports(viewer), eq(report.reportId, reportId)))
      .returning({ reportId: report.reportId });
    if (removed.length === 0) throw new NotFound('There is no such report.');
    const subject = `report:${reportId}`;
    await writeAudit(tx, { at: now, actor: viewer.actor, action: 'report_removed', subject, detail: {} });
  });
}
