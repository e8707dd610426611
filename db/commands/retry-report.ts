import { and, eq, inArray } from 'drizzle-orm';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { report } from '@/db/schema/reports.ts';
import { whereReports } from '@/db/where-kept.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';
import { tellWorker } from './reports/tell-worker.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Puts a report of one's own that failed or was refused back on the list.
 * @throws Forbidden without the right; NotFound for what is no report; Conflict when there is nothing to try again
 */
export async function retryReport(
  records: RecordDatabase,
  viewer: Viewer,
  { code }: { code: string },
  now: Date,
): Promise<void> {
  demand(viewer, 'build_reports');
  const { reportId } = parseReportCode(code);
  await records.transaction(async (tx) => {
    const again = await tx
      .update(report)
      .set({ state: 'waiting', problem: null, rowsDone: null, rowsTotal: null })
      .where(
        and(
          whereReports(viewer),
          eq(report.reportId, reportId),
          inArray(report.state, ['failed', 'refused']),
        ),
      )
      .returning({ reportId: report.reportId });
    if (again.length === 0) throw new Conflict('There is nothing to try again: reload the page.');
    const subject = `report:${reportId}`;
    await writeAudit(tx, { at: now, actor: viewer.actor, action: 'report_retried', subject, detail: {} });
  });
  tellWorker();
}
