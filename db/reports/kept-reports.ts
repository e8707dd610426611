import { nameActors } from '@/db/queries/actor-names.ts';
import { listReports, listReportsOf, type ReportRow } from '@/db/queries/kept-reports.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { formatWords } from '@/lib/reports/format-words.ts';
import { parseReportCode, toReportCode } from '@/lib/reports/report-code.ts';
import { addressOfSource, type ReportPage } from '@/lib/reports/report-source.ts';
import type { ReportProgress, ReportState } from '@/lib/reports/report-states.ts';

interface Options {
  record?: RecordDatabase;
}

/** A report in the list of what was asked for and taken out. */
export interface ListedReport extends ReportProgress {
  /** Who asked for it or took it out, and whether that is the viewer: then its file is theirs to download. */
  by: string;
  isOwn: boolean;
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

/**
 * The reports that the viewer asked for or took out, the newest first, and how long they are kept.
 * @param everybody instead those of everybody, for whoever sees all teams; their own for others
 */
export async function keptReportsReport(
  viewer: Viewer,
  { everybody = false, ...options }: Options & { everybody?: boolean } = {},
): Promise<{ reports: ListedReport[]; timeZone: string; days: number }> {
  demand(viewer, 'take_out');
  const record = options.record ?? (await theRecord());
  const [rows, workspace, settings] = await Promise.all([
    listReports(record, viewer, everybody),
    findWorkspace(record),
    findWorkspaceSettings(record),
  ]);
  const names = await nameActors(
    record,
    rows.map(({ account }) => account),
  );
  return {
    reports: rows.map((row) => toListed(row, viewer, names)),
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
  demand(viewer, 'take_out');
  const ids = codes.slice(0, MOST_CODES).map((code) => parseReportCode(code).reportId);
  const record = options.record ?? (await theRecord());
  return (await listReportsOf(record, viewer, ids)).map(toProgress);
}

/** A row of the list. */
export function toListed(row: ReportRow, viewer: Viewer, names: ReadonlyMap<string, string>): ListedReport {
  return {
    ...toProgress(row),
    by: names.get(row.account) ?? 'somebody who has left',
    isOwn: row.account === viewer.actor,
    title: row.title,
    filterWords: row.filterWords,
    format: formatWords(row.format),
    askedAt: row.askedAt.getTime(),
    madeAt: row.madeAt?.getTime() ?? null,
    keptUntil: row.keptUntil.getTime(),
    address: addressOfSource({ page: row.page as ReportPage, query: row.query }),
    hasFile: row.state === 'made' && (row.fileAttempt === null ? row.hasPack : may(viewer, 'build_reports')),
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
    leftAtOnce: row.state === 'made' && row.fileAttempt === null,
    problem: row.problem,
  };
}
