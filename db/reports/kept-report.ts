import { nameActors } from '@/db/queries/actor-names.ts';
import { findPack, findReport, type ReportRow } from '@/db/queries/kept-reports.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type ListedReport, toListed } from '@/db/reports/kept-reports.ts';
import { makePack } from '@/db/reports/pack.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import type { PackFormatId } from '@/lib/packs/formats.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import { isPackPage } from '@/lib/packs/pack-pages.ts';
import { type ChangedPanel, comparePacks } from '@/lib/reports/compare-packs.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** A report as it was made. */
export interface KeptReport {
  report: ListedReport;
  /** Who asked for it. */
  by: string;
  /** Whether the viewer did: then the file is theirs to download. */
  isOwn: boolean;
  sha256: string | null;
  timeZone: string;
  /** The figures as they were; null where it has none, or is not made. */
  pack: Pack | null;
}

/**
 * A report by what it is called, with the figures as they were when it was made. Whoever asked for it may open it, and
 * whoever sees all teams; it is not there for anybody whose scope does not hold what it was made with. Throws NotFound.
 */
export async function keptReport(viewer: Viewer, code: string, options: Options = {}): Promise<KeptReport> {
  demand(viewer, 'build_reports');
  const record = options.record ?? (await theRecord());
  const row = await findOpen(record, viewer, code);
  const [pack, workspace, names] = await Promise.all([
    findPack(record, viewer, row.reportId),
    findWorkspace(record),
    nameActors(record, [row.account]),
  ]);
  return {
    report: toListed(row),
    by: names.get(row.account) ?? 'somebody who has left',
    isOwn: row.account === viewer.actor,
    sha256: row.fileSha256,
    timeZone: workspace?.timeZone ?? 'UTC',
    pack,
  };
}

/** The same page as it is now, and where its figures are others than they were. */
export interface ReportNow {
  now: Pack;
  changed: readonly ChangedPanel[];
}

/** What has changed since a report was made; null where no figures of it are kept. Throws NotFound. */
export async function reportAsNow(
  viewer: Viewer,
  code: string,
  options: Options = {},
): Promise<ReportNow | null> {
  demand(viewer, 'build_reports');
  const record = options.record ?? (await theRecord());
  const row = await findOpen(record, viewer, code);
  const then = await findPack(record, viewer, row.reportId);
  if (!then || !isPackPage(row.page)) return null;
  const now = await makePack(viewer, row.page, row.query, { ...options, record });
  return { now, changed: comparePacks(then, now) };
}

/** The report of the viewer that has a file; throws NotFound for any other. */
export async function reportWithFile(
  viewer: Viewer,
  code: string,
  options: Options = {},
): Promise<{ reportId: number; attempt: number; fileName: string; bytes: number; format: PackFormatId }> {
  demand(viewer, 'build_reports');
  const record = options.record ?? (await theRecord());
  const row = await findReport(record, viewer, parseReportCode(code).reportId);
  if (!row || !isCalled(row, code) || row.state !== 'made') throw new NotFound('There is no such file.');
  const { reportId, fileAttempt, fileName, fileBytes, format } = row;
  if (fileAttempt === null || fileName === null) throw new NotFound('There is no such file.');
  return { reportId, attempt: fileAttempt, fileName, bytes: fileBytes ?? 0, format: format as PackFormatId };
}

async function findOpen(record: RecordDatabase, viewer: Viewer, code: string): Promise<ReportRow> {
  const row = await findReport(record, viewer, parseReportCode(code).reportId, { open: true });
  if (!row || !isCalled(row, code) || !covers(viewer, row.scope))
    throw new NotFound('There is no such report.');
  return row;
}

function isCalled({ askedAt }: ReportRow, code: string): boolean {
  return parseReportCode(code).year === askedAt.getUTCFullYear();
}

/** Whether the viewer sees, now, all that a report was made with. */
function covers({ teams }: Viewer, scope: ReportRow['scope']): boolean {
  if (teams === 'all' || scope === null) return true;
  return scope !== 'all' && scope.every((team) => teams.includes(team));
}
