import { nameActors } from '@/db/queries/actor-names.ts';
import { findPack, findReport, type ReportRow } from '@/db/queries/kept-reports.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type ListedReport, toListed } from '@/db/reports/kept-reports.ts';
import { makePack } from '@/db/reports/pack.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Right, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import { isPackPage, PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import { type ChangedPanel, comparePacks } from '@/lib/reports/compare-packs.ts';
import { parseReportCode } from '@/lib/reports/report-code.ts';
import { scopeToCompare } from '@/lib/reports/scope-to-compare.ts';

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** A report as it was made. */
export interface KeptReport {
  report: ListedReport;
  sha256: string | null;
  timeZone: string;
  /** The figures as they were; null where it has none, or is not made. */
  pack: Pack | null;
  /** Why the viewer cannot have its figures compared with those of now; null where they can. */
  notCompared: string | null;
}

/**
 * A report by what it is called, with the figures as they were when it was made. Whoever asked for it or took it out may
 * open it, and whoever makes reports of all teams; it is not there for anybody whose rights or scope do not hold what it
 * was made with. Throws NotFound.
 */
export async function keptReport(viewer: Viewer, code: string, options: Options = {}): Promise<KeptReport> {
  demand(viewer, 'take_out');
  const record = options.record ?? (await theRecord());
  const row = await findOpen(record, viewer, code);
  const [pack, workspace, names] = await Promise.all([
    findPack(record, viewer, row.reportId),
    findWorkspace(record),
    nameActors(record, [row.account]),
  ]);
  const reader = pack && toReader(viewer, row, pack);
  return {
    report: toListed(row, viewer, names),
    sha256: row.fileSha256,
    timeZone: workspace?.timeZone ?? 'UTC',
    pack,
    notCompared: reader && 'without' in reader ? reader.without : null,
  };
}

/** The same page as it is now, and where its figures are others than they were. */
export interface ReportNow {
  now: Pack;
  changed: readonly ChangedPanel[];
}

/**
 * What has changed since a report was made, read with the incidents of the same teams; null where no figures of it are
 * kept, or the viewer cannot read them so. Throws NotFound.
 */
export async function reportAsNow(
  viewer: Viewer,
  code: string,
  options: Options = {},
): Promise<ReportNow | null> {
  demand(viewer, 'take_out');
  const record = options.record ?? (await theRecord());
  const row = await findOpen(record, viewer, code);
  const then = await findPack(record, viewer, row.reportId);
  if (!then || !isPackPage(row.page)) return null;
  const reader = toReader(viewer, row, then);
  if ('without' in reader) return null;
  const now = await makePack(reader.as, row.page, row.query, { ...options, record });
  return { now, changed: comparePacks(then, now) };
}

function toReader(viewer: Viewer, { account, scope: teams }: ReportRow, { scope }: Pack) {
  return scopeToCompare(viewer, { account, teams, scope });
}

async function findOpen(record: RecordDatabase, viewer: Viewer, code: string): Promise<ReportRow> {
  const row = await findReport(record, viewer, parseReportCode(code).reportId, { open: true });
  if (!row || !isCalled(row, code) || !isOpenTo(viewer, row)) throw new NotFound('There is no such report.');
  return row;
}

/** Whether the viewer sees, now, all that a report was made with. */
export function isOpenTo(viewer: Viewer, row: ReportRow): boolean {
  return covers(viewer, row.scope) && may(viewer, rightTo(row));
}

/** Whether a report is called so: its number is known, and the year is to fit. */
export function isCalled({ askedAt }: ReportRow, code: string): boolean {
  return parseReportCode(code).year === askedAt.getUTCFullYear();
}

function covers({ teams }: Viewer, scope: ReportRow['scope']): boolean {
  if (teams === 'all' || scope === null) return true;
  return scope !== 'all' && scope.every((team) => teams.includes(team));
}

/** The right to what a report was made of: it may be gone since then. */
export function rightTo({ page }: Pick<ReportRow, 'page'>): Right {
  return isPackPage(page) ? PACK_PAGES[page].right : 'see_incidents';
}
