import { listReports, listReportsOf, type ReportRow } from '@/db/queries/kept-reports.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { formatWords } from '@/lib/reports/format-words.ts';
import { parseReportCode, toReportCode } from '@/lib/reports/report-code.ts';
import { addressOfSource, type ReportPage } from '@/lib/reports/report-source.ts';
import type { ReportProgress, ReportState } from '@/lib/reports/report-states.ts';

interface Options {
  record?: RecordDatabase;
}

/** A report in the list of whoever asked for it. */
export interface ListedReport extends ReportProgress {
  title: string;
  filterWords: string | null;
  /** "PDF, A4" */
  format: string;
  askedAt: number;
  madeAt: number | null;
  keptUntil: number;
  /** Where the same can be seen as it is now. */
  address: string;
  /** Whether there is a file to download, and whether figures are kept that can be opened. */
  hasFile: boolean;
  hasPack: boolean;
}

/** The reports that the viewer asked for, the newest first, and how long they are kept. */
export async function keptReportsReport(
  viewer: Viewer,
  options: Options = {},
): Promise<{ reports: ListedReport[]; timeZone: string; days: number }> {
  demand(viewer, 'build_reports');
  const record = options.record ?? (await theRecord());
  const [rows, workspace, settings] = await Promise.all([
    listReports(record, viewer),
    findWorkspace(record),
    findWorkspaceSettings(record),
  ]);
  return {
    reports: rows.map(toListed),
    timeZone: workspace?.timeZone ?? 'UTC',
    days: settings.reportDays,
  };
}

const MOST_CODES = 50;

/** How far some of the viewer's reports have come; those that are not there are left out. */
export async function reportsProgress(
  viewer: Viewer,
  codes: readonly string[],
  options: Options = {},
): Promise<ReportProgress[]> {
  demand(viewer, 'build_reports');
  const ids = codes.slice(0, MOST_CODES).map((code) => parseReportCode(code).reportId);
  const record = options.record ?? (await theRecord());
  return (await listReportsOf(record, viewer, ids)).map(toProgress);
}

export function toListed(row: ReportRow): ListedReport {
  return {
    ...toProgress(row),
    title: row.title,
    filterWords: row.filterWords,
    format: formatWords(row.format),
    askedAt: row.askedAt.getTime(),
    madeAt: row.madeAt?.getTime() ?? null,
    keptUntil: row.keptUntil.getTime(),
    address: addressOfSource({ page: row.page as ReportPage, query: row.query }),
    hasFile: row.state === 'made' && row.fileAttempt !== null,
    hasPack: row.hasPack,
  };
}

function toProgress(row: ReportRow): ReportProgress {
  return {
    code: toReportCode(row.reportId, row.askedAt),
    state: row.state as ReportState,
    done: row.rowsDone,
    total: row.rowsTotal,
    bytes: row.fileBytes,
    problem: row.problem,
  };
}
