import type { Records } from '@/db/facts/snapshot.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { report } from '@/db/schema/reports.ts';
import { toReportCode } from '@/lib/reports/report-code.ts';
import type { ReportWish } from '@/lib/reports/report-form.ts';
import { titleOfSource } from '@/lib/reports/report-source.ts';

const DAY_MS = 86_400_000;

/** Puts a report on the list; the next program that is free makes it, unless what is known says that it is made. */
export async function insertReport(
  tx: Records,
  account: string,
  { page, query, format }: ReportWish,
  now: Date,
  known: Partial<typeof report.$inferInsert> = {},
): Promise<{ reportId: number; code: string }> {
  const { reportDays } = await findWorkspaceSettings(tx);
  const [row] = await tx
    .insert(report)
    .values({
      account,
      page,
      query,
      format,
      title: titleOfSource({ page, query }),
      askedAt: now,
      state: 'waiting',
      keptUntil: new Date(now.getTime() + reportDays * DAY_MS),
      ...known,
    })
    .returning({ reportId: report.reportId });
  if (!row) throw new Error('the record gave no number to the report');
  return { ...row, code: toReportCode(row.reportId, now) };
}
