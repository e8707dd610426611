import { takeQuota } from '@/db/accounts/quota.ts';
import { countUnfinished } from '@/db/queries/kept-reports.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { ReportWish } from '@/lib/reports/report-form.ts';
import { MOST_WAITING } from '@/lib/reports/report-states.ts';
import { demandSource } from './reports/demand-source.ts';
import { insertReport } from './reports/insert-report.ts';
import { tellWorker } from './reports/tell-worker.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Puts a report on the list of what is to be made in the background. The account is kept with it, and what that may see
 * is derived again when it is made. Answers with what the report is called.
 * @throws Forbidden without the right to reports, to the page or to rows; Conflict while too many wait; TooMany
 */
export async function askReport(
  records: RecordDatabase,
  viewer: Viewer,
  wish: ReportWish,
  now: Date,
): Promise<string> {
  demand(viewer, 'build_reports');
  demandSource(viewer, wish);
  await takeQuota(records, 'export', viewer.actor, now);
  if ((await countUnfinished(records, viewer)) >= MOST_WAITING)
    throw new Conflict(`${MOST_WAITING} reports are waiting already. Ask again when some of them are made.`);
  const code = await records.transaction(async (tx) => {
    const made = await insertReport(tx, viewer.actor, wish, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'report_asked',
      subject: `report:${made.reportId}`,
      detail: { page: wish.page, format: wish.format },
    });
    return made.code;
  });
  tellWorker();
  return code;
}
