import { findRunCalled, listDeedsOf } from '@/db/queries/gone-reports.ts';
import { findReport } from '@/db/queries/kept-reports.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { isReportCode, parseReportCode } from '@/lib/reports/report-code.ts';

/** What became of a report of the viewer's that is no longer there. */
export interface GoneReport {
  code: string;
  /** When it was asked for or taken out, or its schedule was due. */
  askedAt: number;
  /** When the viewer removed it; null where its time is over. */
  removedAt: number | null;
  /** For how many days reports are kept. */
  days: number;
  timeZone: string;
}

/**
 * What became of a report that is no longer there, by what the viewer did with it. Null for one that never was, is still
 * there, cannot be a report, or was somebody else's: of these nothing is told.
 */
export async function goneReport(
  viewer: Viewer,
  code: string,
  options: { record?: RecordDatabase } = {},
): Promise<GoneReport | null> {
  demand(viewer, 'take_out');
  const record = options.record ?? (await theRecord());
  if (!isReportCode(code)) return null;
  const { reportId, year } = parseReportCode(code);
  const [row, deeds, dueAt, workspace, settings] = await Promise.all([
    findReport(record, viewer, reportId),
    listDeedsOf(record, viewer, reportId),
    findRunCalled(record, viewer, code),
    findWorkspace(record),
    findWorkspaceSettings(record),
  ]);
  const askedAt = dueAt ?? deeds.find(({ at }) => at.getUTCFullYear() === year)?.at;
  if (row || !askedAt) return null;
  return {
    code,
    askedAt: askedAt.getTime(),
    removedAt: deeds.find(({ action }) => action === 'report_removed')?.at.getTime() ?? null,
    days: settings.reportDays,
    timeZone: workspace?.timeZone ?? 'UTC',
  };
}
